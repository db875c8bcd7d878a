"""Intervals with fractions as ends, rounded outward to BITS significant bits where they are long: what templates compute with."""
from fractions import Fraction

import functions as f

BITS = 256


class Interval:
    """All numbers from lo to hi."""

    __slots__ = ("lo", "hi")

    def __init__(self, lo, hi=None):
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
    """2 atanh(y), y = (x - 1)/(x + 1), of x scaled into [2/3, 4/3] by a power of two; log 2 = 2 atanh(1/3)."""
    x = of(x)
    return Interval(log_at(x.lo)[0], log_at(x.hi)[1])


def log_at(x):
    if x <= 0:
        raise ZeroDivisionError("logarithm of a number that is not positive")
    if x == 1:
        return Fraction(0), Fraction(0)
    k = f.size(x)
    while x / Fraction(2) ** k > Fraction(4, 3):
        k += 1
    while x / Fraction(2) ** k < Fraction(2, 3):
        k -= 1
    scaled = x / Fraction(2) ** k
    y = (scaled - 1) / (scaled + 1)
    lo, hi = atanh_twice(y)
    two = atanh_twice(Fraction(1, 3))
    return (lo + k * two[0], hi + k * two[1]) if k >= 0 else (lo + k * two[1], hi + k * two[0])


def atanh_twice(y):
    """2 (y + y^3/3 + ...), |y| <= 1/3: the rest after a term t is at most |t|/8 in size, with the sign of y."""
    if y < 0:
        lo, hi = atanh_twice(-y)
        return -hi, -lo
    if y == 0:
        return y, y
    w = 2 * BITS
    low, high, k, total_lo, total_hi = f.down(y, w), f.up(y, w), 0, Fraction(0), Fraction(0)
    square = f.down(y * y, w), f.up(y * y, w)
    while True:
        total_lo, total_hi = total_lo + low / (2 * k + 1), total_hi + high / (2 * k + 1)
        low, high, k = f.down(low * square[0], w), f.up(high * square[1], w), k + 1
        if high * (1 << w) < total_lo:
            return 2 * total_lo, 2 * (total_hi + 2 * high)
