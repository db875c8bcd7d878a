"""What it takes to establish one node: its claimed set contains every value of the operation at elements of its operands' claimed sets."""
from fractions import Fraction

import functions as f
import integrals
import matrices
import suprema
import work
from work import Refused

# number of operands; None: two or more
OPERANDS = {"const": 0, "pi": 0, "hull": 2, "add": 2, "subtract": 2, "multiply": 2, "divide": 2, "min": 2, "max": 2, "negate": 1, "abs": 1,
            "power": 1, "sqrt": 1, "cbrt": 1, "exp": 1, "expm1": 1, "log": 1, "log1p": 1, "sin": 1, "cos": 1, "tanh": 1, "atan": 1, "erf": 1, "erfc": 1,
            "normal_cdf": 1, "normal_tail": 1, "log_sum_exp": None,
            "integral": None, "line_integral": None, "supremum": None, "matrix_exp": None, "matrix_phi1": None}
LEAST_OPERANDS = {"log_sum_exp": 2, "integral": 2, "line_integral": 0, "supremum": 2, "matrix_exp": 1, "matrix_phi1": 1}
# with a program in their body: how many inputs it has beyond the operands of the node; the first is the variable
INPUTS = {"integral": -1, "line_integral": 1, "supremum": -1}
MATRIX = ("matrix_exp", "matrix_phi1")
MOST_BITS = 20_000
LONG_POWER = 200_000  # bits of a power that is computed exactly
ROUNDED = 4096  # bits of a longer one
GREATEST_EXPONENT = 1 << 64


def contains(node, operands):
    work.add(20 + (longest(node, operands) >> 6) ** 2 // 256)
    if node.op == "supremum":
        return suprema.contains(node, node.body, operands)
    if node.op in INPUTS:
        return integrals.contains(node, node.body, operands)
    if node.op in MATRIX and (node.op, len(operands)) != ("matrix_exp", 1):
        return matrices.contains(node, operands)
    if node.op in EXACT:
        lo, hi = EXACT[node.op](node, *operands)
        return lo is not None and node.lo <= lo and hi <= node.hi
    if node.op in INVERSE:
        return INVERSE[node.op](node.lo, node.hi, operands)
    function = ENCLOSED["exp" if node.op == "matrix_exp" else node.op]  # of one row: a number, however small
    width, most = node.hi - node.lo, max(abs(node.lo), abs(node.hi))
    bits = max(f.size(most) - f.size(width), 0) + 64 if width else 128
    if node.op in ("sin", "cos") and most:
        bits += max(-f.size(most), 0)  # these are computed to so many bits behind the binary point
    for bits in doubled(bits):
        lo, hi = function(*operands, bits)
        if node.lo <= lo and hi <= node.hi:
            return True
        if hi < node.lo or lo > node.hi or bits == MOST_BITS and any(a < b for a, b in operands):
            return False  # of a set, an end that so many bits do not reach is cut off


def doubled(bits):
    """More and more bits, until a statement is decided; what is not decided by the last ones is refused."""
    while bits < MOST_BITS:
        yield bits
        bits *= 2
    yield MOST_BITS
    raise Refused("a set that needs more than %d bits" % MOST_BITS)


def longest(node, operands):
    """Bits of the longest number that is read here."""
    return max(x.numerator.bit_length() + x.denominator.bit_length() for ends in operands + [(node.lo, node.hi)] for x in ends)


# --- rational operations: the exact range of the operands ---

def ends(values):
    return min(values), max(values)


def divide(node, a, b):
    if b[0] <= 0 <= b[1]:
        return None, None
    return ends([x / y for x in a for y in b])


def power(node, a):
    n = node.exponent
    if n < 0 and a[0] <= 0 <= a[1]:
        return None, None
    if abs(n) > GREATEST_EXPONENT:
        raise Refused("a power with an exponent of %d bits" % abs(n).bit_length())
    if abs(n) * max(x.numerator.bit_length() + x.denominator.bit_length() for x in a) <= LONG_POWER:
        work.add((abs(n) * max(x.numerator.bit_length() + x.denominator.bit_length() for x in a) >> 6) ** 2 >> 7)
        values = [x ** n for x in a]
    else:
        values = [end for x in a for end in long_power(x, n)]
    if n > 0 and n % 2 == 0 and a[0] < 0 < a[1]:
        values.append(Fraction(0))
    return ends(values)


def long_power(x, n):
    """Fractions around x^n, by squaring; rounded outward."""
    if n < 0:
        return long_power(1 / x, -n)
    lo = hi = Fraction(1)
    low = high = abs(x)
    odd = n % 2
    while n:
        if n & 1:
            lo, hi = f.down(lo * low, ROUNDED), f.up(hi * high, ROUNDED)
        n >>= 1
        if n:
            low, high = f.down(low * low, ROUNDED), f.up(high * high, ROUNDED)
    return (-hi, -lo) if odd and x < 0 else (lo, hi)


def absolute(node, a):
    values = [abs(x) for x in a]
    if a[0] < 0 < a[1]:
        values.append(Fraction(0))
    return ends(values)


EXACT = {
    # a constant is what it is; that it is the one of the formula is the business of the next level
    "const": lambda node: (node.lo, node.hi) if node.lo == node.hi else (None, None),
    "hull": lambda node, a, b: ends(a + b),
    "add": lambda node, a, b: (a[0] + b[0], a[1] + b[1]),
    "subtract": lambda node, a, b: (a[0] - b[1], a[1] - b[0]),
    "multiply": lambda node, a, b: ends([x * y for x in a for y in b]),
    "divide": divide,
    "min": lambda node, a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "max": lambda node, a, b: (max(a[0], b[0]), max(a[1], b[1])),
    "negate": lambda node, a: (-a[1], -a[0]),
    "abs": absolute,
    "power": power,
}


# --- increasing functions with a simple inverse g: f(x) in [lo, hi] exactly if g(lo) <= x <= g(hi) ---

def at_most(function, x, bound):
    """Whether function(x) <= bound is proved; more bits until it is decided."""
    for bits in doubled(128):
        lo, hi = function(x, bits)
        if hi <= bound:
            return True
        if lo > bound:
            return False


def at_least(function, x, bound):
    return at_most(lambda t, bits: tuple(-v for v in reversed(function(t, bits))), x, -bound)


def root(lo, hi, operands):
    (a, b), = operands
    return a >= 0 and hi >= 0 and (lo <= 0 or lo * lo <= a) and b <= hi * hi


def cube_root(lo, hi, operands):
    (a, b), = operands
    return lo ** 3 <= a and b <= hi ** 3


def logarithm(lo, hi, operands):
    (a, b), = operands
    return a > 0 and at_most(f.exp, lo, a) and at_least(f.exp, hi, b)


def logarithm_of_one_plus(lo, hi, operands):
    (a, b), = operands
    return logarithm(lo, hi, [(1 + a, 1 + b)])


def log_sum_exp(lo, hi, operands):
    """sum exp(x - lo) >= 1 at the lower ends, and <= 1 with hi at the upper ones."""
    return at_least(lambda t, p: total([x[0] - t for x in operands], p), lo, 1) and at_most(lambda t, p: total([x[1] - t for x in operands], p), hi, 1)


def total(exponents, p):
    terms = [f.exp(x, p) for x in exponents]
    return sum(t[0] for t in terms), sum(t[1] for t in terms)


def arc_tangent(lo, hi, operands):
    (a, b), = operands
    return below(lo, a) and below(-hi, -b)


def below(t, x):
    """Whether t <= atan(x): t at most -pi/2, or |t| < pi/2 and tan t <= x."""
    for bits in doubled(128):
        half = f.pi(bits)[0] / 2
        if t <= -f.pi(bits)[1] / 2:
            return True
        if -half < t < half:
            sine, cosine = f.sin_cos(t, bits)
            if cosine[0] > 0:
                if sine[1] <= x * (cosine[0] if x >= 0 else cosine[1]):
                    return True
                if sine[0] > x * (cosine[1] if x >= 0 else cosine[0]):
                    return False
        elif t >= f.pi(bits)[1] / 2:
            return False


INVERSE = {"sqrt": root, "cbrt": cube_root, "log": logarithm, "log1p": logarithm_of_one_plus, "log_sum_exp": log_sum_exp, "atan": arc_tangent}


# --- functions enclosed directly ---

def increasing(function):
    return lambda a, p: (function(a[0], p)[0], function(a[1], p)[1])


def decreasing(function):
    return lambda a, p: (function(a[1], p)[0], function(a[0], p)[1])


def expm1(x, p):
    lo, hi = f.exp(x, p + max(0, -f.size(x)) if x else p)
    return lo - 1, hi - 1


def tanh(x, p):
    """(e - 1) / (e + 1) = 1 - 2 / (e + 1) with e = exp(2x), increasing in e."""
    lo, hi = expm1(2 * x, p + 8)
    return lo / (lo + 2), hi / (hi + 2)


def sine(a, p):
    low, high = f.sin_cos(a[0], p), f.sin_cos(a[1], p)
    return periodic(a, low[0], high[0], low[1])


def cosine(a, p):
    low, high = f.sin_cos(a[0], p), f.sin_cos(a[1], p)
    return periodic(a, low[1], high[1], (-low[0][1], -low[0][0]))


def periodic(a, low, high, slope):
    """The range from the values at the ends and the derivative at the first, which moves by at most the length of the set."""
    lo, hi = min(low[0], high[0]), max(low[1], high[1])
    length = a[1] - a[0]
    if slope[0] - length >= 0 or slope[1] + length <= 0:
        return lo, hi
    # an extreme value may lie within: where the function is not below 1 - length^2 it can only be the greatest one
    if lo > length:
        return lo, Fraction(1)
    if hi < -length:
        return Fraction(-1), hi
    return Fraction(-1), Fraction(1)


ENCLOSED = {
    "pi": f.pi,
    "exp": increasing(f.exp),
    "expm1": increasing(expm1),
    "tanh": increasing(tanh),
    "sin": sine,
    "cos": cosine,
    "erf": increasing(f.erf),
    "erfc": decreasing(f.erfc),
    "normal_tail": decreasing(f.normal_tail),
    "normal_cdf": lambda a, p: (f.normal_tail(-a[0], p)[0], f.normal_tail(-a[1], p)[1]),
}
