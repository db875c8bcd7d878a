"""Expectations over a standard normal variable, by the trapezoidal rule with a proved error, in integers of 2^-BITS.

Of an F that is analytic where |Im z| <= a, with the integral of |F| at most M on the edges of this strip, |h sum F(k h) - int F| <= 2 M/(e^(2 pi a/h) - 1).
Cutting the sum costs the tails, which whoever calls bounds. Every rounding below costs some units, times sizes below 2^20; SLACK is more than all of them.
"""
from fractions import Fraction
from math import isqrt

from interval import Interval, exp, of, pi, sqrt
from templates.tools import density

BITS = 128
ONE = 1 << BITS
SLACK = 1 << 44
STEPS = 6  # per width of the strip: e^(-12 pi) = 4e-17
REACH = Fraction(17, 2)


def log_of_one_plus(y):
    """log(1 + y), 0 <= y <= 1, is 2 (u + u^3/3 + ...), u = y/(2 + y) <= 1/3."""
    u = y * ONE // (2 * ONE + y)
    square, power, total, k = u * u >> BITS, u, 0, 1
    while power:
        total, power, k = total + power // k, power * square >> BITS, k + 2
    return 2 * total


LOG_TWO = log_of_one_plus(ONE)


def exp_minus(x):
    """e^-x, x >= 0: 2^-q times Taylor's series of the rest, which is below log 2."""
    q, rest = divmod(x, LOG_TWO)
    total = term = ONE
    k = 0
    while term:
        k += 1
        term = term * rest // (k * ONE)
        total += -term if k % 2 else term
    return total >> q


def mean(value, strip, bound, tail):
    """E value(Z): value(z) of an integer is off by less than SLACK/2, ``bound`` is M of value times the density, ``tail`` what is lost beyond REACH."""
    n = -(-STEPS * of(strip).lo.denominator // of(strip).lo.numerator)  # h = 1/n
    total, count = 0, int(REACH * n) + 1
    for k in range(-count, count + 1):
        z = k * ONE // n
        total += exp_minus(z * z // (2 * ONE)) * value(z) >> BITS
    error = 2 * of(bound) / (exp(2 * pi() * of(strip).lo * n) - 1) + of(tail) + Fraction((2 * count + 1) * SLACK, n * ONE)
    return Interval(Fraction(total, ONE * n)) / sqrt(2 * pi()) + Interval(-error.hi, error.hi)


def whole(x):
    """A fraction in integers."""
    return x.numerator * ONE // x.denominator


def information(r):
    """I(r) = r - E log cosh(r + sqrt r Z), the information of a sign in nats."""
    r = Fraction(r)
    if r == 0:
        return of(0)
    shift, root = whole(r), isqrt(whole(r) * ONE)
    size = of(sqrt(r)).hi

    def value(z):
        """log cosh w = |w| + log(1 + e^(-2|w|)) - log 2."""
        w = abs(shift + (root * z >> BITS))
        return w + log_of_one_plus(exp_minus(2 * w)) - LOG_TWO
    strip = min(Fraction(1), Fraction(785, 1000) / size)  # at most pi/(4 sqrt r)
    bound = exp(strip * strip / 2) * (r + sqrt(2 * r / pi()) + 2)  # log(2)/2 + pi/2 < 2
    return r - mean(value, Fraction(int(strip * 1024), 1024), bound, 2 * density(REACH) * (r / REACH + size))
