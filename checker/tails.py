"""What a program does far out: bounds of its value at x = L + s and at x = -(L + s) for every s >= 0. So the tails of an integral over the line are bounded here.

A value v(s) is known by lo(s) <= v(s) <= hi(s), |v(s)| <= exp(up(s)) and v(s) >= exp(down(s)), each a polynomial a + b s + c s^2, or None where nothing is known. As 1, s
and s^2 are not negative, a coefficient may be rounded outward, and the greatest coefficients of two polynomials give one that is above both. An operation that is not shown to be
defined for every s raises Unbounded.
"""
from fractions import Fraction

import functions as f

BITS = 64
WIDEST = 1 << 12  # exp of more is not computed, and of less not below exp(-WIDEST)
MOST_POWER = 1000


class Unbounded(Exception):
    """Nothing useful is known far out."""


def least(*polynomials):
    """At most each of them; None where one is not known."""
    return None if None in polynomials else tuple(min(c) for c in zip(*polynomials))


def greatest(*polynomials):
    return None if None in polynomials else tuple(max(c) for c in zip(*polynomials))


def minus(p):
    return None if p is None else tuple(-c for c in p)


def plus(p, q):
    return None if p is None or q is None else tuple(a + b for a, b in zip(p, q))


def times(p, q):
    """The product, where it is of degree 2 at most."""
    if p is None or q is None:
        return None
    c = [Fraction(0)] * 5
    for i, x in enumerate(p):
        for k, y in enumerate(q):
            c[i + k] += x * y
    return tuple(c[:3]) if c[3] == c[4] == 0 else None


def growth(p):
    return p[2], p[1], p[0]


def better(pick, *polynomials):
    """One of several bounds, each true: the one that is best far out (pick: min or max)."""
    known = [p for p in polynomials if p is not None]
    return pick(known, key=growth) if known else None


def rising(p):
    return p is not None and min(p) >= 0


def number(x):
    return x, Fraction(0), Fraction(0)


def log(x):
    return f.log(f.down(x, BITS), BITS)[0], f.log(f.up(x, BITS), BITS)[1]


def log_above(p):
    """At least the logarithm of p(s), whose coefficients are not negative: 1 + b s + c s^2 <= (1 + g s)^2 with g = max(b/2, sqrt c), and log y <= log k + y/k - 1 at k = 1 + g."""
    if p[0] <= 0:
        p = (Fraction(1, 1 << BITS), p[1], p[2])
    g = f.up(max(p[1] / p[0] / 2, f.sqrt(f.up(p[2] / p[0], BITS), BITS)[1]), BITS)
    return log(p[0])[1] + 2 * (log(1 + g)[1] - g / (1 + g)), 2 * g / (1 + g), Fraction(0)


class Far:
    """What is known of a value for every s >= 0; each kind of bound gives the others where they are missing."""

    __slots__ = ("lo", "hi", "up", "down")

    def __init__(self, lo=None, hi=None, up=None, down=None):
        if up is not None and max(up[1:]) <= 0 and up[0] <= WIDEST:
            most = number(f.exp(max(up[0], Fraction(-WIDEST)), BITS)[1])
            lo, hi = minus(most) if lo is None else lo, most if hi is None else hi
        if down is not None and not rising(lo):
            lo = number(Fraction(0))
            if min(down[1:]) >= 0 and abs(down[0]) <= WIDEST:  # exp(a + b s + ...) >= exp(a) (1 + b s + b^2 s^2/2)
                lo = tuple(f.exp(down[0], BITS)[0] * c for c in (1, down[1], down[1] ** 2 / 2))
        if up is None and lo is not None and hi is not None:
            up = log_above(greatest(hi, minus(lo), number(Fraction(0))))
        if down is None and rising(lo) and lo[0] > 0:
            down = number(log(lo[0])[0])
        self.lo, self.down = [None if p is None else tuple(f.down(c, BITS) for c in p) for p in (lo, down)]
        self.hi, self.up = [None if p is None else tuple(f.up(c, BITS) for c in p) for p in (hi, up)]


def within(lo, hi):
    return Far(number(Fraction(lo)), number(Fraction(hi)))


def known(p):
    if p is None:
        raise Unbounded
    return p


def add(a, b):
    lo, hi = plus(a.lo, b.lo), plus(a.hi, b.hi)
    two = greatest(a.up, b.up)
    up = two and plus(two, number(f.log(Fraction(2), BITS)[1]))
    whole = Far(lo, hi)
    sure = [x.down for x, y in ((a, b), (b, a)) if rising(y.lo)]  # nothing negative is added to it
    return Far(lo, hi, better(min, up, whole.up), better(max, whole.down, *sure))


def negate(a):
    return Far(minus(a.hi), minus(a.lo), a.up)


def multiply(a, b):
    for x, y in ((a, b), (b, a)):
        if rising(minus(y.hi)) and not rising(y.lo):
            return negate(multiply(x, negate(y)))
    products = [times(p, q) for p in (a.lo, a.hi) for q in (b.lo, b.hi)]
    lo, hi = least(*products), greatest(*products)
    for x, y in ((a, b), (b, a)):
        if rising(y.lo):  # then one end of x is enough
            lo = least(times(x.lo, y.lo), times(x.lo, y.hi)) if lo is None else lo
            hi = greatest(times(x.hi, y.lo), times(x.hi, y.hi)) if hi is None else hi
    if rising(a.lo) and rising(b.lo):
        lo = products[0] or number(Fraction(0))
    return Far(lo, hi, plus(a.up, b.up), plus(a.down, b.down))


def invert(a):
    if a.down is None:
        if a.hi is None or not rising(minus(a.hi)) or not a.hi[0]:
            raise Unbounded
        return negate(invert(negate(a)))
    return Far(None, None, minus(a.down), minus(a.up))


def power(a, n):
    if n < 0:
        return power(invert(a), -n)
    if n > MOST_POWER:
        raise Unbounded
    result = within(1, 1)
    for _ in range(n):
        result = multiply(result, a)
    if n % 2 == 0 and not rising(result.lo):
        result = Far(number(Fraction(0)), result.hi, result.up, result.down)
    return result


def exp(a):
    return Far(number(Fraction(0)) if a.lo is None else None, None, known(a.hi), a.lo)


def logarithm(a):
    return Far(known(a.down), a.up)


def root(a, n):
    """sqrt, of what is not negative; cube roots have the sign of their operand."""
    if not rising(a.lo):
        raise Unbounded
    up, down = [p and tuple(c / n for c in p) for p in (a.up, a.down)]
    return Far(None if down else number(Fraction(0)), None, up, down)


def absolute(a):
    if rising(a.lo) or rising(minus(a.hi)):
        return a if rising(a.lo) else negate(a)
    return Far(number(Fraction(0)), greatest(a.hi, minus(a.lo)), a.up)


def largest(a, b):
    return Far(better(max, a.lo, b.lo), greatest(a.hi, b.hi), greatest(a.up, b.up), better(max, a.down, b.down))


def smallest(a, b):
    return Far(least(a.lo, b.lo), better(min, a.hi, b.hi), greatest(a.up, b.up), least(a.down, b.down))


def sign_of(a, most):
    """A value between -most and most with the sign of its operand."""
    return within(0 if rising(a.lo) else -most, 0 if rising(minus(a.hi)) else most)


# --- normal probabilities: the density at y is exp(-y^2/2 - log(2 pi)/2), and P(Z > y) <= exp(-y^2/2) for y >= 0 ---

def gaussian(y):
    """-y^2/2, of a polynomial y of degree 1."""
    return minus(times(tuple(c / 2 for c in y), y)) if y is not None else None


def density_exponent(y):
    """At most -y^2/2 - log(2 pi)/2."""
    half_log = log(2 * f.pi(BITS)[1])[1] / 2
    exponent = gaussian(y)
    return exponent and plus(exponent, number(-half_log))


def normal_tail(a):
    """P(Z > a); where a >= 0 it is at least the density at a + 1, as it is P(a < Z <= a + 1) and more."""
    if rising(a.lo):
        return Far(number(Fraction(0)), number(Fraction(1, 2)), gaussian(a.lo), density_exponent(plus(a.hi, number(Fraction(1)))))
    return within(Fraction(1, 2), 1) if rising(minus(a.hi)) else within(0, 1)


def between(a, b, gap):
    """P(a < Z <= b) with b - a >= gap > 0: at least e times the least density between the end nearer to 0 and a point e beyond it, for every e <= gap."""
    if rising(minus(b.hi)):
        return between(negate(b), negate(a), gap)  # Z and -Z have the same law
    up = gaussian(a.lo) if rising(a.lo) else None
    most = a.hi if rising(a.lo) else greatest(b.hi, minus(a.lo))  # at least |a|
    if most is None:
        return Far(number(Fraction(0)), number(Fraction(1)), up)
    part = min(gap, 1 / max(most[0], Fraction(1)))
    down = density_exponent(plus(most, number(part)))
    return Far(number(Fraction(0)), number(Fraction(1)), up, down and plus(down, number(log(part)[0])))


def exceeds(b, a):
    """A number that b - a is at least for every s, or 0."""
    least_gap = add(b, negate(a)).lo
    return least_gap[0] if rising(least_gap) else Fraction(0)


def apart(program, values, i, k):
    """A number that value k exceeds value i by for every s, or 0: quotients by one positive step, which may be a set, as their dividends do."""
    (op, args, _, _), (other, others, _, _) = program[i], program[k]
    divisor = values[args[1]] if op == other == "divide" and args[1] == others[1] else None
    if divisor is None or divisor.down is None:
        return exceeds(values[k], values[i])
    dividends = exceeds(values[others[0]], values[args[0]])
    return max(exceeds(values[k], values[i]), multiply(within(dividends, dividends), invert(divisor)).lo[0] if divisor.hi is not None else Fraction(0))


def difference(program, values, i, k):
    """Value i - value k; of two normal probabilities the probability of an interval."""
    (op, args, _, _), (other, others, _, _) = program[i], program[k]
    if op == other and op in ("normal_tail", "normal_cdf"):
        for a, b, sign in ((args[0], others[0], 1), (others[0], args[0], -1)):
            gap = apart(program, values, a, b)
            if gap > 0:
                result = between(values[a], values[b], gap)
                return result if (sign > 0) == (op == "normal_tail") else negate(result)
    return add(values[i], negate(values[k]))


def log_sum_exp(*terms):
    lo, hi = better(max, *(t.lo for t in terms)), greatest(*(t.hi for t in terms))
    return Far(lo, plus(known(hi), number(f.log(Fraction(len(terms)), BITS)[1])))


ONE = within(1, 1)
RULES = {"add": add, "multiply": multiply, "divide": lambda a, b: multiply(a, invert(b)), "negate": negate,
         "exp": exp, "expm1": lambda a: add(exp(a), negate(ONE)), "log": logarithm, "log1p": lambda a: logarithm(add(ONE, a)), "sqrt": lambda a: root(a, 2),
         "cbrt": lambda a: root(a, 3) if rising(a.lo) else negate(root(negate(a), 3)), "abs": absolute, "max": largest, "min": smallest,
         "sin": lambda a: within(-1, 1), "cos": lambda a: within(-1, 1), "tanh": lambda a: sign_of(a, 1), "erf": lambda a: sign_of(a, 1),
         "atan": lambda a: sign_of(a, 2), "erfc": lambda a: within(0, 2), "normal_cdf": lambda a: normal_tail(negate(a)), "normal_tail": normal_tail,
         "hull": lambda a, b: Far(least(a.lo, b.lo), greatest(a.hi, b.hi), greatest(a.up, b.up), least(a.down, b.down)),
         "pi": lambda: Far(*map(number, f.pi(BITS))), "log_sum_exp": log_sum_exp}


def far(program, sign, start, outer):
    """The last value of a program at x = sign (start + s); outer: pairs of ends."""
    x = Fraction(sign * start), Fraction(sign), Fraction(0)
    inputs = [Far(x, x)] + [within(*ends) for ends in outer]
    values = []
    for op, args, extra, value in program:
        a = [values[k] for k in args]
        if op == "const":
            values.append(within(value, value))
        elif op == "input":
            values.append(inputs[extra])
        elif op == "power":
            values.append(power(a[0], extra))
        elif op == "subtract":
            values.append(difference(program, values, *args))
        elif op in RULES:
            values.append(RULES[op](*a))
        else:
            raise f.Refused("%s in an integral over the line" % op)
    return values[-1]


def beyond(program, start, outer):
    """At least the integral of |f(x)| over |x| > start: where up = a + b s + c s^2 has b < 0 and c <= 0, that of exp(up) is at most exp(a)/(-b)."""
    total = Fraction(0)
    for sign in (-1, 1):
        up = known(far(program, sign, start, outer).up)
        if up[1] >= 0 or up[2] > 0 or up[0] > WIDEST:
            raise Unbounded
        total += f.exp(max(up[0], Fraction(-WIDEST)), BITS)[1] / -up[1]
    return f.up(total, BITS)


def window(program, outer, goal):
    """(L, bound): the least L of 1, 3/2, 2, 3, ... with a bound of what lies beyond of at most goal; refused where there is none."""
    for k in range(2, 80):
        start = Fraction(k % 2 + 2 << k // 2, 4)
        try:
            bound = beyond(program, start, outer)
        except Unbounded:
            continue
        if bound <= goal:
            return start, bound
    raise f.Refused("an integral over the line whose tails are not shown to be small")
