"""Programs on fixed-point intervals, pairs of integers of 2^-W, and on truncated Taylor series of them: lists of intervals, the k-th one around f^(k)/k!."""
from fractions import Fraction

import functions as f
import work
from work import Refused

W = LEAST_BITS = 160  # bits behind the binary point; an integral that is too small or too steep for them is tried with more
MOST_BITS_BEHIND = 2048
MOST_EXPONENT = 4096  # exp of more is left to shorter panels
MOST_BITS = 1 << 16  # of a number before the binary point, and of a power
MOST_POWER = 10_000


def compute_with(bits):
    """Sets the number of bits behind the binary point of all that follows."""
    global W, ONE, ZERO, UNIT
    W, ONE = bits, 1 << bits
    ZERO, UNIT = (0, 0), (ONE, ONE)


compute_with(LEAST_BITS)


def spread(program):
    """Bits between 1 and the constant that is farthest from it: a small factor goes with a great one, which leaves none of its digits beyond use."""
    return max((abs(f.size(value)) for op, _, _, value in program if op == "const" and value), default=0)


class NotHere(Exception):
    """The program is not shown to be smooth, or defined, on this panel."""


def fixed(lo, hi):
    """Fractions to the integers around them."""
    return (lo.numerator << W) // lo.denominator, -((-hi.numerator << W) // hi.denominator)


def fractions(x):
    return Fraction(x[0], ONE), Fraction(x[1], ONE)


def add(a, b):
    return a[0] + b[0], a[1] + b[1]


def neg(a):
    return -a[1], -a[0]


def mul(a, b):
    lo, hi = product(a, b)
    return lo >> W, -(-hi >> W)


def product(a, b):
    """The ends of the exact product, in units of 1/ONE^2."""
    (p, q), (r, s) = a, b
    if p >= 0:
        return (p if r >= 0 else q) * r, (q if s >= 0 else p) * s
    if q <= 0:
        return (p if s >= 0 else q) * s, (q if r >= 0 else p) * r
    if r >= 0:
        return p * s, q * s
    if s <= 0:
        return q * r, p * r
    return min(p * s, q * r), max(p * r, q * s)


def div(a, b):
    if b[0] <= 0 <= b[1]:
        raise NotHere
    ends = [(x << W, y) for x in a for y in b]
    return min(x // y for x, y in ends), max(-(-x // y) for x, y in ends)


def by(a, n, d=1):
    """a n / d for integers n and d > 0."""
    ends = a[0] * n, a[1] * n
    return min(ends) // d, -(-max(ends) // d)


def through(function, a, falling=False):
    """A monotone function of an interval."""
    lo, hi = fractions(a)
    if falling:
        lo, hi = hi, lo
    if max(abs(lo), abs(hi)) > 1 << 40:
        raise NotHere
    return fixed(function(lo, W)[0], function(hi, W)[1])


# --- series ---

def series_mul(a, b):
    return [dot(a, b, k) for k in range(len(a))]


def dot(a, b, k, first=0, weighted=False):
    """The sum of a_j b_(k-j), or of j a_j b_(k-j), over j >= first; rounded once."""
    lo = hi = 0
    for j in range(first, k + 1):
        x, y = a[j], b[k - j]
        if x != ZERO and y != ZERO:
            p, q = product(x, y)
            lo, hi = (lo + j * p, hi + j * q) if weighted else (lo + p, hi + q)
    return lo >> W, -(-hi >> W)


def total(terms):
    lo = hi = 0
    for t in terms:
        lo, hi = lo + t[0], hi + t[1]
    return lo, hi


def series_div(a, b):
    q = []
    for k in range(len(a)):
        q.append(div(add(a[k], neg(dot(q + [ZERO], b, k))), b[0]))
    return q


def grown(first, a, factor):
    """The series y with y(0) = first and y' = factor(y) a', where factor gives the coefficients of the factor known so far: k y_k = sum j a_j w_(k-j)."""
    y = [first]
    for k in range(1, len(a)):
        w = factor(y)
        y.append(by(dot(a, w, k, 1, True), 1, k))
    return y


def exp(a):
    if a[0][1] > MOST_EXPONENT * ONE:
        raise NotHere
    lo, hi = fractions(a[0])
    least = f.exp(lo, W)[0] if lo > -W else Fraction(0)
    most = f.exp(hi, W)[1] if hi > -W else Fraction(1, ONE)  # exp(-W) < 2^-W
    return grown(fixed(least, most), a, lambda y: y)


def log(a):
    lo, hi = fractions(a[0])
    if lo <= 0:
        raise NotHere
    w = series_div([UNIT] + [ZERO] * (len(a) - 1), a)
    return grown(fixed(f.log(lo, W)[0], f.log(hi, W)[1]), a, lambda y: w)


def sqrt(a):
    if a[0][0] <= 0:
        raise NotHere
    y = [through(f.sqrt, a[0])]
    for k in range(1, len(a)):
        y.append(div(add(a[k], neg(dot(y + [ZERO], [ZERO] + y[1:], k, 1))), by(y[0], 2)))
    return y


def sin_cos(a):
    lo, hi = fractions(a[0])
    middle, radius = (lo + hi) / 2, (hi - lo) / 2
    s, c = f.sin_cos(middle, W)
    s, c = [fixed(max(v[0] - radius, Fraction(-1)), min(v[1] + radius, Fraction(1))) for v in (s, c)]  # both move at most as fast as the argument
    sine, cosine = [s], [c]
    for k in range(1, len(a)):
        up = by(dot(a, cosine, k, 1, True), 1, k)
        down = by(dot(a, sine, k, 1, True), -1, k)
        sine.append(up)
        cosine.append(down)
    return sine, cosine


def tanh(a):
    def slope(y):
        return [add(UNIT if k == 0 else ZERO, neg(v)) for k, v in enumerate(series_mul(y, y))]
    from trace_rules import tanh as value
    return grown(through(value, a[0]), a, slope)


def erf(a):
    """erf' = 2/sqrt(pi) exp(-a^2) a'."""
    w = exp([neg(v) for v in series_mul(a, a)])
    root = f.root_of_pi(W)
    two = fixed(2 / root[1], 2 / root[0])
    w = [mul(v, two) for v in w]
    return grown(through(f.erf, a[0]), a, lambda y: w)


def atan(a):
    raise Refused("arc tangents in an integral")


def log_sum_exp(terms):
    """m + log sum exp(a - m), where m is a number near the greatest of them."""
    m = max((t[0][0] + t[0][1]) // 2 for t in terms)
    powers = [exp(shifted(t, (-m, -m))) for t in terms]
    return shifted(log([total(column) for column in zip(*powers)]), (m, m))


def power(a, n):
    if abs(n) > MOST_POWER:
        raise Refused("a power of %d in an integral" % n if abs(n) < 10 ** 40 else "a power with a long exponent in an integral")
    if n < 0:
        return series_div([UNIT] + [ZERO] * (len(a) - 1), power(a, -n))
    result = None
    square = a
    while n:
        if n & 1:
            result = square if result is None else series_mul(result, square)
        n >>= 1
        square = limited(series_mul(square, square)) if n else square
    return result if result is not None else [UNIT] + [ZERO] * (len(a) - 1)


def longest(a):
    return max(max(-lo, hi) for lo, hi in a).bit_length()


def limited(a):
    """A series without numbers that only cost time and memory: repeated products would double their length each."""
    if longest(a) > W + MOST_BITS:
        raise Refused("a number beyond 2^%d in an integral" % MOST_BITS)
    return a


def shifted(a, by_one):
    return [add(a[0], by_one)] + a[1:]


def absolute(a):
    if a[0][0] > 0:
        return a
    if a[0][1] < 0:
        return [neg(v) for v in a]
    if len(a) == 1:
        return [(0, max(-a[0][0], a[0][1]))]
    raise NotHere


def normal(a, sign):
    """P(Z <= x) = (1 + erf(x/sqrt 2))/2; sign -1: P(Z > x)."""
    root = f.sqrt(Fraction(1, 2), W)
    e = erf([mul(v, fixed(*root)) for v in a])
    return [by(v, 1, 2) for v in shifted([by(v, sign) for v in e], UNIT)]


def half(a, b, sign):
    """(a + b + sign |a - b|)/2: max and min."""
    gap = absolute([add(x, neg(y)) for x, y in zip(a, b)])
    return [by(add(add(x, y), by(g, sign)), 1, 2) for x, y, g in zip(a, b, gap)]


UNARY = {"negate": lambda a: [neg(v) for v in a], "exp": exp, "expm1": lambda a: shifted(exp(a), (-ONE, -ONE)), "log": log,
         "log1p": lambda a: log(shifted(a, UNIT)), "sqrt": sqrt, "sin": lambda a: sin_cos(a)[0], "cos": lambda a: sin_cos(a)[1], "tanh": tanh, "atan": atan,
         "erf": erf, "erfc": lambda a: shifted([neg(v) for v in erf(a)], UNIT), "abs": absolute, "normal_cdf": lambda a: normal(a, 1),
         "normal_tail": lambda a: normal(a, -1)}
def hull(a, b):
    """Some number between two numbers, the same for every value of the variable."""
    if any(v != ZERO for v in a[1:] + b[1:]):
        raise Refused("a set of numbers that depend on the variable")
    return [(min(a[0][0], b[0][0]), max(a[0][1], b[0][1]))] + a[1:]


BINARY = {"hull": hull, "add": lambda a, b: [add(x, y) for x, y in zip(a, b)], "subtract": lambda a, b: [add(x, neg(y)) for x, y in zip(a, b)],
          "multiply": series_mul, "divide": series_div, "max": lambda a, b: half(a, b, 1), "min": lambda a, b: half(a, b, -1)}


SHORT = ("const", "input", "pi", "add", "subtract", "negate", "hull")


def run(program, inputs):
    """The series of a program whose inputs are series of the same length."""
    length = len(inputs[0])
    values = []
    for op, args, exponent, value in program:
        if op == "const":
            values.append([fixed(value, value)] + [ZERO] * (length - 1))
        elif op == "input":
            values.append(inputs[exponent])
        elif op == "pi":
            values.append([fixed(*f.pi(W))] + [ZERO] * (length - 1))
        elif op == "power":
            values.append(power(values[args[0]], exponent))
        elif op == "log_sum_exp":
            values.append(log_sum_exp([values[a] for a in args]))
        elif op in UNARY:
            values.append(UNARY[op](values[args[0]]))
        elif op in BINARY:
            values.append(BINARY[op](values[args[0]], values[args[1]]))
        else:
            raise Refused("%s in an integral" % op)
        bits = longest(values[-1])
        if bits > W + MOST_BITS:
            raise Refused("a number beyond 2^%d in an integral" % MOST_BITS)
        products = length if op in SHORT else length * length * (abs(exponent).bit_length() if op == "power" else 1)
        work.add(2 + (products * (1 + (bits >> 10)) >> 2))
    return values[-1]


def series(x, outer, length):
    return [[x, UNIT] + [ZERO] * (length - 2)] + [[o] + [ZERO] * (length - 1) for o in outer]
