"""Intervals with fractions as ends, rounded outward to BITS significant bits where they are long: what templates compute with."""
from fractions import Fraction

import functions as f
import work

BITS = 256


class Interval:
    """All numbers from lo to hi."""

    __slots__ = ("lo", "hi")

    def __init__(self, lo, hi=None):
        work.add(4)
        hi = lo if hi is None else hi
        if lo == hi and lo.denominator.bit_length() + lo.numerator.bit_length() < 4 * BITS:
            self.lo = self.hi = lo
        else:
            self.lo, self.hi = f.down(lo, BITS), f.up(hi, BITS)

    def __add__(self, other):
        other = of(other)
        return Interval(self.lo + other.lo, self.hi + other.hi)

    def __sub__(self, other):
        return self + -of(other)

    def __neg__(self):
        return Interval(-self.hi, -self.lo)

    def __mul__(self, other):
        other = of(other)
        return hull(self.lo * other.lo, self.lo * other.hi, self.hi * other.lo, self.hi * other.hi)

    def __truediv__(self, other):
        other = of(other)
        if other.lo <= 0 <= other.hi:
            raise ZeroDivisionError("division by an interval that contains 0")
        return hull(self.lo / other.lo, self.lo / other.hi, self.hi / other.lo, self.hi / other.hi)

    def __pow__(self, n):
        if n < 0:
            return 1 / self ** -n
        result = Interval(Fraction(1))
        for _ in range(n):
            result = result * self
        return result if n % 2 or not self.lo < 0 < self.hi else Interval(Fraction(0), max(result.hi, -result.lo))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return of(other) - self

    def __rtruediv__(self, other):
        return of(other) / self

    def __repr__(self):
        return "[%s, %s]" % (float(self.lo), float(self.hi))


def hull(*values):
    return Interval(min(values), max(values))


def of(x):
    return x if isinstance(x, Interval) else Interval(Fraction(x))


def increasing(function):
    def apply(x):
        x = of(x)
        return Interval(function(x.lo, BITS)[0], function(x.hi, BITS)[1])
    return apply


exp = increasing(f.exp)
sqrt = increasing(f.sqrt)
erf = increasing(f.erf)


def normal_tail(x):
    x = of(x)
    return Interval(f.normal_tail(x.hi, BITS)[0], f.normal_tail(x.lo, BITS)[1])


def normal_cdf(x):
    return normal_tail(-of(x))


def pi():
    return Interval(*f.pi(BITS))


def log(x):
    x = of(x)
    if x.lo <= 0:
        raise ZeroDivisionError("logarithm of a number that is not positive")
    return Interval(f.log(x.lo, BITS)[0], f.log(x.hi, BITS)[1])
