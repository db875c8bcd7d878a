"""Functions of intervals, and of truncated Taylor series whose coefficients are intervals: what the proof of a statement on a cell needs beside polynomials."""
from fractions import Fraction
from math import ceil, floor

import functions
import interval
import trace_rules
import work
from interval import Interval
from work import Refused

BITS = 160


class Undefined(Exception):
    """An operation is not shown to be defined, or smooth, here."""


@work.cached(4096)
def through(op, lo, hi):
    """A function of an interval."""
    work.add(400)
    if op == "sqrt":
        if lo < 0:
            raise Undefined
        return interval.sqrt(Interval(lo, hi))
    if op in ("log", "log1p"):
        x = Interval(lo, hi) + (op == "log1p")
        if x.lo <= 0:
            raise Undefined
        return interval.log(x)
    if op in ("sin", "cos"):
        return circular(op, lo, hi)
    if op not in trace_rules.ENCLOSED:
        raise Refused("%s in a proof" % op)
    return Interval(*trace_rules.ENCLOSED[op]((lo, hi), BITS))


def circular(op, lo, hi):
    """The range from the values at the ends and the extreme values between them: cos at k pi, sin at (k + 1/2) pi, 1 where k is even and -1 where it is odd."""
    place = 0 if op == "sin" else 1
    a, b = functions.sin_cos(lo, BITS)[place], functions.sin_cos(hi, BITS)[place]
    below, above = min(a[0], b[0]), max(a[1], b[1])
    pi, shift = functions.pi(BITS), Fraction(1 - place, 2)
    first, last = ceil(min(lo / pi[0], lo / pi[1]) - shift), floor(max(hi / pi[0], hi / pi[1]) - shift)
    if first < last or first == last and first % 2 == 0:
        above = Fraction(1)
    if first < last or first == last and first % 2 == 1:
        below = Fraction(-1)
    return Interval(below, above)


def unary(op, x):
    return through(op, x.lo, x.hi)


def divide(a, b):
    if b.lo <= 0 <= b.hi:
        raise Undefined
    return a / b


def power(a, n):
    if n < 0 and a.lo <= 0 <= a.hi:
        raise Undefined
    work.add(20 * abs(n))
    return a ** n


def least(a, b):
    return Interval(min(a.lo, b.lo), min(a.hi, b.hi))


def greatest(a, b):
    return Interval(max(a.lo, b.lo), max(a.hi, b.hi))


# --- series: a[k] contains f^(k)/k! ---

ZERO, ONE = Interval(Fraction(0)), Interval(Fraction(1))


def constant(x, length):
    return [x] + [ZERO] * (length - 1)


def series_times(a, b):
    return [sum((a[j] * b[k - j] for j in range(k + 1)), ZERO) for k in range(len(a))]


def series_over(a, b):
    q = []
    for k in range(len(a)):
        q.append(divide(a[k] - sum((q[j] * b[k - j] for j in range(k)), ZERO), b[0]))
    return q


def grown(first, a, slope):
    """The series y with y(0) = first and y' = slope(y) a': k y_k = sum j a_j w_(k-j), w the coefficients of the slope known so far."""
    y = [first]
    for k in range(1, len(a)):
        w = slope(y)
        y.append(sum((j * a[j] * w[k - j] for j in range(1, k + 1)), ZERO) / k)
    return y


def minus(a):
    return [-x for x in a]


def inverse(a):
    return series_over(constant(ONE, len(a)), a)


def exp(a):
    return grown(unary("exp", a[0]), a, lambda y: y)


def log(a):
    w = inverse(a)
    return grown(unary("log", a[0]), a, lambda y: w)


def sqrt(a):
    if a[0].lo <= 0:
        raise Undefined
    return grown(unary("sqrt", a[0]), a, lambda y: inverse([2 * x for x in y]))


def sin_cos(a):
    sine, cosine = [unary("sin", a[0])], [unary("cos", a[0])]
    for k in range(1, len(a)):
        up = sum((j * a[j] * cosine[k - j] for j in range(1, k + 1)), ZERO) / k
        down = -sum((j * a[j] * sine[k - j] for j in range(1, k + 1)), ZERO) / k
        sine.append(up)
        cosine.append(down)
    return sine, cosine


def tanh(a):
    return grown(unary("tanh", a[0]), a, lambda y: plus(minus(series_times(y, y)), ONE))


def erf(a):
    w = [x * 2 / interval.sqrt(interval.pi()) for x in exp(minus(series_times(a, a)))]
    return grown(unary("erf", a[0]), a, lambda y: w)


def plus(a, x):
    return [a[0] + x] + a[1:]


def series_power(a, n):
    if n < 0:
        return inverse(series_power(a, -n))
    work.add(80 * n)
    result = constant(ONE, len(a))
    for _ in range(n):
        result = series_times(result, a)
    return result


SERIES = {"negate": minus, "exp": exp, "expm1": lambda a: plus(exp(a), -ONE), "log": log, "log1p": lambda a: log(plus(a, ONE)), "sqrt": sqrt,
          "sin": lambda a: sin_cos(a)[0], "cos": lambda a: sin_cos(a)[1], "tanh": tanh, "erf": erf, "erfc": lambda a: plus(minus(erf(a)), ONE)}


def at(program, point):
    """Enclosures of all steps of a program at a point with these fractions as coordinates."""
    values = []
    for op, args, extra, value in program:
        a = [values[k] for k in args]
        values.append(VALUES[op](*a) if op in VALUES else Interval(value) if op == "const" else Interval(point[extra]) if op == "input"
                      else interval.pi() if op == "pi" else power(a[0], extra) if op == "power" else unary(op, a[0]))
    return values


def absolute(a):
    return greatest(a, -a)


VALUES = {"add": lambda a, b: a + b, "subtract": lambda a, b: a - b, "multiply": lambda a, b: a * b, "divide": divide, "negate": lambda a: -a,
          "min": least, "max": greatest, "abs": absolute}


def run(program, branches, x):
    """The series of a program in one variable, whose series is x. Where the program changes its branch, ``branches`` tells by the step which operand is the
    value on the whole cell (of an absolute value, its sign)."""
    values, length = [], len(x)
    for place, (op, args, extra, value) in enumerate(program):
        work.add(20 * length * length)
        if op == "const":
            y = constant(Interval(value), length)
        elif op == "input":
            y = x
        elif op == "pi":
            y = constant(interval.pi(), length)
        elif op in ("abs", "min", "max"):
            if place not in branches:
                raise Undefined
            y = (values[args[0]] if branches[place] > 0 else minus(values[args[0]])) if op == "abs" else values[args[branches[place]]]
        elif op == "add":
            y = [p + q for p, q in zip(values[args[0]], values[args[1]])]
        elif op == "subtract":
            y = [p - q for p, q in zip(values[args[0]], values[args[1]])]
        elif op == "multiply":
            y = series_times(values[args[0]], values[args[1]])
        elif op == "divide":
            y = series_over(values[args[0]], values[args[1]])
        elif op == "power":
            y = series_power(values[args[0]], extra)
        elif op in SERIES:
            y = SERIES[op](values[args[0]])
        else:
            raise Refused("%s in a proof by Taylor's theorem" % op)
        values.append(y)
    return values
