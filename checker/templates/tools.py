"""What templates share: functions and matrices of intervals, complex intervals, integrals of programs."""
from fractions import Fraction

import functions as f
import integrals
import taylor
import interval
from interval import Interval, exp, hull, of, pi, sqrt


def up_to(value, most):
    """A whole number that the work grows with; instances beyond are none that a claim is tried on, and would only cost time."""
    if not 0 <= value <= most or value != int(value):
        raise ValueError("%s, where at most %d is meant" % (f.short(value), most))
    return int(value)


def magnitude(x):
    """|x| of an interval."""
    x = of(x)
    return x if x.lo >= 0 else -x if x.hi <= 0 else Interval(Fraction(0), max(-x.lo, x.hi))


def square(x):
    return of(x) ** 2


def root(x):
    """The square root of a number that is known not to be negative."""
    x = of(x)
    return sqrt(Interval(max(x.lo, Fraction(0)), max(x.hi, Fraction(0))))


def greatest(*values):
    values = [of(v) for v in values]
    return Interval(max(v.lo for v in values), max(v.hi for v in values))


def least(*values):
    return -greatest(*[-of(v) for v in values])


def total(values):
    return sum(values, of(0))


def integer_power(x, n):
    """x^n by squaring, n >= 0."""
    result, x = of(1), of(x)
    while n:
        result, x, n = result * x if n & 1 else result, x * x, n >> 1
    return result


def sin_cos(x):
    """At the middle, moved by at most the radius."""
    x = of(x)
    middle, radius = (x.lo + x.hi) / 2, (x.hi - x.lo) / 2
    return [Interval(v[0] - radius, v[1] + radius) for v in f.sin_cos(middle, interval.BITS)]


LOG_BITS = 288


def twice_atanh(u):
    """2 (u + u^3/3 + ...) of an integer of 2^-LOG_BITS, |u| <= 1/3: off by less than LOG_BITS units, one for every term, and twice what u is off."""
    square, power, total, k = u * u >> LOG_BITS, abs(u), 0, 1
    while power:
        total, power, k = total + power // k, power * square >> LOG_BITS, k + 2
    return 2 * total if u >= 0 else -2 * total


def log(x):
    """Of a number scaled into [2/3, 4/3] by a power of two: 2 atanh((x - 1)/(x + 1)); log 2 = 2 atanh(1/3)."""
    x = of(x)
    if x.lo <= 0:
        raise ZeroDivisionError("logarithm of a number that is not positive")
    ends = []
    for v in (x.lo, x.hi):
        k = f.size(v)
        k += (v > Fraction(4, 3) * Fraction(2) ** k) - (v < Fraction(2, 3) * Fraction(2) ** k)
        n, d = (v / Fraction(2) ** k).as_integer_ratio()
        ends.append(twice_atanh((n - d << LOG_BITS) // (n + d)) + k * twice_atanh((1 << LOG_BITS) // 3))
        ends.append((1 + abs(k)) * 2 * LOG_BITS)
    return of(0) if x.lo == x.hi == 1 else Interval(Fraction(ends[0] - ends[1], 1 << LOG_BITS), Fraction(ends[2] + ends[3], 1 << LOG_BITS))


def density(x):
    """Of the standard normal law."""
    return exp(-square(x) / 2) / sqrt(2 * pi())


def tanh(x):
    x = of(x)
    return tanh_at(x.lo) if x.lo == x.hi else hull(*(e for v in (tanh_at(x.lo), tanh_at(x.hi)) for e in (v.lo, v.hi)))


def tanh_at(x):
    e = exp(-2 * abs(x))
    value = (1 - e) / (1 + e)
    return value if x >= 0 else -value


# --- complex intervals ---

class Complex:
    def __init__(self, re, im=0):
        self.re, self.im = of(re), of(im)

    def __add__(self, other):
        return Complex(self.re + other.re, self.im + other.im)

    def __sub__(self, other):
        return Complex(self.re - other.re, self.im - other.im)

    def __mul__(self, other):
        if not isinstance(other, Complex):
            return Complex(self.re * other, self.im * other)
        return Complex(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)

    def conjugate(self):
        return Complex(self.re, -self.im)

    def squared_size(self):
        return square(self.re) + square(self.im)

    def __truediv__(self, other):
        return self * other.conjugate() * (1 / other.squared_size())


def turned(angle):
    """e^(i angle)."""
    s, c = sin_cos(angle)
    return Complex(c, s)


# --- matrices: lists of rows of fractions or intervals ---

def identity(n):
    return [[Fraction(i == j) for j in range(n)] for i in range(n)]


def times(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def plus(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def scaled(a, factor):
    return [[factor * x for x in row] for row in a]


def minus(a, b):
    return plus(a, scaled(b, Fraction(-1)))


def transposed(a):
    return [list(column) for column in zip(*a)]


def inner(a, b):
    return sum((x * y for r, s in zip(a, b) for x, y in zip(r, s)), Fraction(0))


def squared_norm(a):
    return total(square(x) for row in a for x in row)


def norm(a):
    return sqrt(squared_norm(a))


def trace(a):
    return sum(a[i][i] for i in range(len(a)))


def inverse(a):
    """Gauss-Jordan; the pivot is the entry farthest from 0, and one that may be 0 raises ZeroDivisionError."""
    n = len(a)
    rows = [list(row) + one for row, one in zip(a, identity(n))]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: below(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]


def below(x):
    x = magnitude(x)
    return x.lo


TERMS, W = 40, 320


def product(a, b):
    """Of matrices of pairs (lo, hi) of integers, in units of 2^-W."""
    columns, result = list(zip(*b)), []
    for row in a:
        result.append([])
        for column in columns:
            lo = hi = 0
            for (p, q), (r, s) in zip(row, column):
                ends = p * r, p * s, q * r, q * s
                lo, hi = lo + min(ends), hi + max(ends)
            result[-1].append((lo >> W, -(-hi >> W)))
    return result


def through(function, *matrices):
    return [[function(*entries) for entries in zip(*rows)] for rows in zip(*matrices)]


def exponential(a):
    """(e^-a, phi(-a)), phi(-a) = (1 - e^-a)/a: Taylor at a/2^k of norm at most 1/2, then e^-2x = (e^-x)^2 and 2 phi(-2x) = (1 + e^-x) phi(-x)."""
    size, k = norm(a).hi, 0
    while size / 2 ** k > Fraction(1, 2):
        k += 1
    x = through(lambda v: fixed(v / Fraction(-2 ** k)), a)
    one = through(lambda v: (int(v) << W, int(v) << W), identity(len(a)))
    power = e = phi = one  # x^j / j!
    for j in range(1, TERMS):
        power = through(lambda v: (v[0] // j, -(-v[1] // j)), product(power, x))
        e = through(added, e, power)
        phi = through(lambda s, v: (s[0] + v[0] // (j + 1), s[1] - (-v[1] // (j + 1))), phi, power)
    rest = Fraction(1, 2 ** (TERMS - 1))  # of both series: at most 2 (1/2)^40 / 40!
    for j in range(2, TERMS + 1):
        rest /= j
    slack = -(-(rest.numerator << W) // rest.denominator)
    e, phi = [through(lambda v: (v[0] - slack, v[1] + slack), m) for m in (e, phi)]
    for _ in range(k):
        phi = through(lambda v: (v[0] >> 1, -(-v[1] >> 1)), product(through(added, one, e), phi))
        e = product(e, e)
    return [through(lambda v: Interval(Fraction(v[0], 1 << W), Fraction(v[1], 1 << W)), m) for m in (e, phi)]


def fixed(x):
    x = of(x)
    return (x.lo.numerator << W) // x.lo.denominator, -((-x.hi.numerator << W) // x.hi.denominator)


def added(a, b):
    return a[0] + b[0], a[1] + b[1]


# --- integrals of programs, as the checker's own kernel computes those of certificates ---

class Step:
    """A step of a program that is being written; ``variable()`` begins one."""

    def __init__(self, program, op, args=(), extra=None, value=None):
        self.program = program
        program.append((op, [a.place for a in args], extra, value))
        self.place = len(program) - 1

    def other(self, x):
        return x if isinstance(x, Step) else Step(self.program, "const", value=Fraction(x))

    def do(self, op, *others):
        return Step(self.program, op, [self] + [self.other(x) for x in others])

    def __add__(self, x):
        return self.do("add", x)

    def __sub__(self, x):
        return self.do("subtract", x)

    def __mul__(self, x):
        return self.do("multiply", x)

    def __truediv__(self, x):
        return self.do("divide", x)

    def __neg__(self):
        return self.do("negate")

    def __pow__(self, n):
        return Step(self.program, "power", [self], n)

    def __rsub__(self, x):
        return self.other(x) - self

    def __rtruediv__(self, x):
        return self.other(x) / self

    __radd__ = __add__
    __rmul__ = __mul__


WIDTH = Fraction(1, 10 ** 16)


def integral(integrand, lower, upper, *outer):
    """Of a function of Steps: the variable and the outer values, which are intervals; the ends are fractions or intervals."""
    program = []
    steps = [Step(program, "input", extra=k) for k in range(1 + len(outer))]
    result = integrand(*steps)
    if result.place != len(program) - 1:
        raise ValueError("the integrand is not the last step")
    ends = [(of(x).lo, of(x).hi) for x in (lower, upper)]
    values = [taylor.fixed(of(x).lo, of(x).hi) for x in outer]
    return Interval(*integrals.panels(program, values, ends[0], ends[1], WIDTH))
