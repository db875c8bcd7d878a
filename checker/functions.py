"""Rigorous bounds of functions at fractions, by integer arithmetic alone. No float occurs in this file.

Every function f(x, p) returns fractions (lo, hi) with lo <= f(x) <= hi; p is a number of bits, and more bits give closer bounds. The proofs are
in the comments; they use nothing but Taylor's theorem, alternating series and the size of a geometric series.
"""
from fractions import Fraction
from math import isqrt

import work
from work import Refused

MAX_ARGUMENT = 1 << 40  # sin and cos of more are refused
MAX_EXPONENT = 1 << 20  # exp of more is refused: it has more than a million bits
MAX_SIZE = 1 << 21  # numbers beyond 2^MAX_SIZE, or below 2^-MAX_SIZE, are not computed with


FAR = 1 << 11  # for x beyond, erfc(x) <= exp(-x^2) and P(Z > x) <= exp(-x^2/2) are below
LEAST = Fraction(1, 1 << (1 << 21))


def series(w):
    """Counts a series with terms of w bits, whose number grows with w."""
    work.add(20 + (w >> 6) ** 2 + (w >> 6) ** 3 // 16)


def size(x):
    """The least k with |x| < 2^k, for x != 0: within one of it."""
    return abs(x.numerator).bit_length() - x.denominator.bit_length() + 1


def down(x, p):
    """x rounded down to p significant bits, within one."""
    if x == 0:
        return x
    k = size(x)
    work.add(1 + (x.numerator.bit_length() + x.denominator.bit_length() >> 10))
    if abs(k) > MAX_SIZE:
        raise Refused("a number of about 2^%d" % k)
    return Fraction((x.numerator << p - k) // x.denominator, 1 << p - k) if p >= k else Fraction(x.numerator // (x.denominator << k - p) << k - p)


def up(x, p):
    return -down(-x, p)


def exp(x, p):
    """exp(x) = exp(x / 2^s)^(2^s) with |x / 2^s| <= 1/256; the Taylor remainder after n terms is at most twice the next term."""
    if x == 0:
        return Fraction(1), Fraction(1)
    if x > MAX_EXPONENT:
        raise Refused("exp of %s" % short(x))
    if x < -MAX_EXPONENT:
        return Fraction(0), exp(Fraction(-MAX_EXPONENT), 64)[1]
    s = max(0, size(x) + 8)
    w = p + s + 16
    series(w)
    n = (x.numerator << w + 64) // (x.denominator << s)
    lo, hi = exp_small(n, w)
    e = -w
    for _ in range(s):
        lo, hi, e = lo * lo, hi * hi, 2 * e
        over = max(0, lo.bit_length() - w)
        lo, hi, e = lo >> over, -(-hi >> over), e + over
    return shifted(lo, e), shifted(hi, e)


def shifted(n, e):
    return Fraction(n << e) if e >= 0 else Fraction(n, 1 << -e)


def exp_small(n, w):
    """Integers around 2^w exp(r) for every r from n/2^(w + 64) to (n + 1)/2^(w + 64), |r| <= 1/128: the rest of the series after a term t is at most 2|t r|."""
    total = term = 1 << w
    k = 0
    while term not in (0, -1):
        k += 1
        term = (term * n >> w + 64) // k  # rounded down: off by less than k + 1 units in all, as |r| < 1
        total += term
    slack = 4 * (k + 2)
    return total - slack, total + slack + 1


def log(x, p):
    """k log 2 + 2 atanh y with y = (z - 1)/(z + 1), x = 2^k z and 2/3 <= z <= 4/3, so that |y| <= 1/5; log 2 = 2 atanh(1/3). Of x > 0."""
    if x == 1:
        return Fraction(0), Fraction(0)
    k = size(x)
    z = x / (1 << k) if k >= 0 else x * (1 << -k)
    while z < Fraction(2, 3):
        z, k = 2 * z, k - 1
    while z > Fraction(4, 3):
        z, k = z / 2, k + 1
    y = (z - 1) / (z + 1)
    w = p + 16 + (max(0, -size(y)) if k == 0 and y else 0)
    series(w)
    lo, hi = atanh(abs(y), w)
    lo, hi = (lo, hi) if y >= 0 else (-hi, -lo)
    two = atanh(Fraction(1, 3), w) if k else (0, 0)
    lo, hi = lo + min(k * two[0], k * two[1]), hi + max(k * two[0], k * two[1])
    return Fraction(2 * lo, 1 << w), Fraction(2 * hi, 1 << w)


@work.cached(256)
def atanh(y, w):
    """Integers around 2^w (y + y^3/3 + ...) for 0 <= y <= 1/3: after a power t the rest is at most t/8."""
    lo, hi = (y.numerator << w) // y.denominator, -((-y.numerator << w) // y.denominator)
    low, high = lo * lo >> w, -(-hi * hi >> w)
    total_lo, total_hi, n = 0, 0, 1
    while hi > 1:
        total_lo, total_hi, n = total_lo + lo // n, total_hi - (-hi // n), n + 2
        lo, hi = lo * low >> w, -(-hi * high >> w)
    return total_lo, total_hi + 2


def sin_cos(x, p):
    """((lo, hi) of sin, (lo, hi) of cos): Taylor at x / 2^s, then sin 2t = 2 sin t cos t and cos 2t = 1 - 2 sin^2 t on intervals; in integers of 2^-w."""
    if x == 0:
        return (Fraction(0), Fraction(0)), (Fraction(1), Fraction(1))
    if abs(x) > MAX_ARGUMENT:
        raise Refused("sine of %s" % short(x))
    if size(x) < -p - 8:  # then x^2 < 2^-2p, and x - x^3/6 <= sin x <= x of a positive x, 1 - x^2/2 <= cos x
        near = Fraction(1, 1 << 2 * p)
        ends = x * (1 - near), x
        return (min(ends), max(ends)), (1 - near, Fraction(1))
    s = max(0, size(x) + 4)
    w = p + 3 * s + 32 + max(0, -size(x))
    series(w)
    one = 1 << w
    t = (x.numerator << w) // (x.denominator << s)
    sine, cosine = alternating(t, t, 1, w), alternating(one, t, 0, w)
    for _ in range(s):
        low, high = times(sine, sine)
        sine = times(sine, cosine)
        sine = sine[0] >> w - 1, -(-sine[1] >> w - 1)
        cosine = one - -(-high >> w - 1), one - (low >> w - 1)
    return clip(sine, one), clip(cosine, one)


def times(a, b):
    ends = a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]
    return min(ends), max(ends)


def clip(a, one):
    return Fraction(max(a[0], -one), one), Fraction(min(a[1], one), one)


def alternating(first, t, degree, w):
    """Integers around 2^w sin or 2^w cos of every number from t/2^w to (t + 1)/2^w, |t| <= 2^w/8, by the series with this first term, whose terms alternate and
    fall: the rest is at most the next one. A term is off by less than 2 units: one is from its own rounding, a small part of one from that of the term before."""
    total = term = first
    square, count = t * t, 1
    while term not in (0, -1):
        degree += 2
        term = -term * square // (degree * (degree - 1) << 2 * w)
        total, count = total + term, count + 1
    slack = 2 * count + 4  # 3 for the next term, where this one is 0 or -1; 1 for the argument, as |sin'|, |cos'| <= 1
    return total - slack, total + slack


@work.cached(64)
def pi(p):
    """Machin: pi = 16 atan(1/5) - 4 atan(1/239); alternating series."""
    series(p)
    w = p + 16
    a, b = atan_inverse(5, w), atan_inverse(239, w)
    return 16 * a[0] - 4 * b[1], 16 * a[1] - 4 * b[0]


def atan_inverse(n, w):
    total, power, k, sign = 0, (1 << w) // n, 0, 1
    while power:
        total += sign * (power // (2 * k + 1))
        power //= n * n
        k, sign = k + 1, -sign
    return Fraction(total - 2 * k - 2, 1 << w), Fraction(total + 2 * k + 2, 1 << w)


def sqrt(x, p):
    """Integer square roots; relative accuracy."""
    if x == 0:
        return Fraction(0), Fraction(0)
    k = 2 * p + max(0, -size(x)) + 4
    k += k % 2
    work.add(2 + (k >> 10))
    n = isqrt((x.numerator << k) // x.denominator)
    unit = Fraction(1, 1 << (k // 2))
    lo = n * unit
    return (lo, lo) if lo * lo == x else (lo, (n + 1) * unit)


def erf_series(x, p):
    """erf(x) for x >= 0 by 2/sqrt(pi) exp(-x^2) x sum_n (2 x^2)^n / (1 3 ... (2n+1)): positive terms, at last falling by half or more."""
    square = x * x
    w = p + 64
    series(w)
    factor = (2 * square.numerator << w) // square.denominator, -((-2 * square.numerator << w) // square.denominator)
    n, low, high = 0, 1 << w, 1 << w
    total_lo, total_hi = low, high
    falling = int(4 * square)  # from 2n + 1 > 4x^2 on every term is at most half of the one before
    while falling >= 2 * n + 1 or high << p >= total_lo:
        n += 1
        low, high = (low * factor[0] >> w) // (2 * n + 1), -((-high * factor[1] >> w) // (2 * n + 1))
        total_lo, total_hi = total_lo + low, total_hi + high
    total_hi += high  # a geometric series of ratio 1/2
    e, root = exp(-square, w), root_of_pi(w)
    return down(2 * e[0] * x * Fraction(total_lo, 1 << w) / root[1], w), up(2 * e[1] * x * Fraction(total_hi, 1 << w) / root[0], w)


def root_of_pi(w):
    lo, hi = pi(w)
    return sqrt(lo, w)[0], sqrt(hi, w)[1]


def erfc(x, p):
    """1 - erf(x), relatively accurate: of large x by the asymptotic series, whose partial sums enclose it in turn."""
    if x == 0:
        return Fraction(1), Fraction(1)
    if x < 0:
        lo, hi = erfc(-x, p)
        return 2 - hi, 2 - lo
    if x > FAR:
        return Fraction(0), LEAST
    square = x * x
    if square > 2 * p + 16:
        return erfc_asymptotic(x, square, p)
    more = p + int(square * 3 // 2) + 16  # erfc(x) >= exp(-x^2) / (x + 2) / 2 is lost from 1 - erf(x)
    lo, hi = erf_series(x, more)
    return max(Fraction(0), 1 - hi), 1 - lo


def erfc_asymptotic(x, square, p):
    """exp(-x^2) / (x sqrt(pi)) (1 - 1/(2x^2) + 1 3/(2x^2)^2 - ...): every partial sum is off by less than the next term, with its sign."""
    w = p + 32
    series(w)
    factor = (square.denominator << w) // (2 * square.numerator), -((-square.denominator << w) // (2 * square.numerator))
    low = high = 1 << w
    total_lo, total_hi, n, falling = 0, 0, 0, int(2 * square)
    while high >> w - p and 2 * n + 1 < falling:
        total_lo, total_hi = (total_lo + low, total_hi + high) if n % 2 == 0 else (total_lo - high, total_hi - low)
        low, high = low * (2 * n + 1) * factor[0] >> w, -(-high * (2 * n + 1) * factor[1] >> w)
        n += 1
    lo, hi = (total_lo, total_hi + high) if n % 2 == 0 else (total_lo - high, total_hi)
    e, root = exp(-square, w), root_of_pi(w)
    return down(e[0] * Fraction(lo, 1 << w) / (x * root[1]), w), up(e[1] * Fraction(hi, 1 << w) / (x * root[0]), w)


def erf(x, p):
    if x == 0:
        return Fraction(0), Fraction(0)
    if x < 0:
        lo, hi = erf(-x, p)
        return -hi, -lo
    if x * x > p + 4:  # 1 - erf(x) < exp(-x^2) < 2^-p
        return 1 - Fraction(1, 1 << p), Fraction(1)
    lo, hi = erf_series(x, p)
    return lo, min(hi, Fraction(1))


def normal_tail(x, p):
    """erfc(x / sqrt 2) / 2."""
    if x == 0:
        return Fraction(1, 2), Fraction(1, 2)
    if abs(x) > FAR:
        return (Fraction(0), LEAST) if x > 0 else (1 - LEAST, Fraction(1))
    w = p + 2 * max(0, size(x)) + 16
    root = sqrt(Fraction(1, 2), w)
    ends = sorted((x * root[0], x * root[1]))
    return erfc(ends[1], p)[0] / 2, erfc(ends[0], p)[1] / 2


def short(x):
    if x.numerator.bit_length() + x.denominator.bit_length() > 4000:  # Python writes no numbers of very many digits
        return "a number of about 2^%d" % size(x) if x else "0"
    text = str(x)
    return text if len(text) <= 40 else text[:37] + "..."
