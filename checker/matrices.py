"""Exponentials of matrices whose entries are known as sets: exp(A) = exp(A/2^s)^(2^s), the series with its remainder, in fixed-point interval arithmetic on integers.

With b >= the greatest sum of absolute values in a row of B = A/2^s and b <= 1/2, the terms of the series after the k-th are in each entry at most
b^(k+1)/(k+1)! (1 + b + b^2 + ...) <= 2 b^(k+1)/(k+1)!. And phi_1(A) = sum A^k/(k+1)! is the upper right block of exp([[A, I], [0, 0]]).
"""
from fractions import Fraction

import work
from functions import up
from work import Refused

MOST_ROWS = 40
MOST_HALVINGS = 40
MOST_SIZE = 1 << 15
FIRST_BITS, MOST_BITS = 192, 4000


def rows(entries):
    n = round(len(entries) ** 0.5)
    return n if n * n == len(entries) else None


def contains(node, operands):
    n = rows(operands)
    if node.op == "matrix_phi1":
        zero, one = (Fraction(0), Fraction(0)), (Fraction(1), Fraction(1))
        wide = [[operands[i * n + k] for k in range(n)] + [one if k == i else zero for k in range(n)] for i in range(n)] + [[zero] * (2 * n)] * n
    else:
        wide = [operands[i * n:i * n + n] for i in range(n)]
    i, k = divmod(node.entry, n)
    bits = FIRST_BITS
    while bits <= MOST_BITS:
        work.add(len(wide) ** 3 * (bits >> 2))
        lo, hi = exponential(tuple(map(tuple, wide)), bits)[i][k if node.op == "matrix_exp" else k + n]
        lo, hi = Fraction(lo, 1 << bits), Fraction(hi, 1 << bits)
        if node.lo <= lo and hi <= node.hi:
            return True
        if hi < node.lo or lo > node.hi:
            return False
        bits *= 2
    if (node.hi - node.lo) * (1 << MOST_BITS) < 1:
        raise Refused("an entry of an exponential that needs more than %d bits" % MOST_BITS)
    return False


@work.cached(4)
def exponential(matrix, w):
    """Every entry of the exponential of every matrix within these sets, as integers around it times 2^w."""
    n = len(matrix)
    if n > MOST_ROWS:
        raise Refused("the exponential of a matrix of %d rows" % n)
    norm = up(max(sum(max(abs(lo), abs(hi)) for lo, hi in row) for row in matrix), 64)
    s = 0
    while norm > Fraction(1 << s, 2):
        s += 1
    if s > MOST_HALVINGS:
        raise Refused("the exponential of a matrix with entries beyond 2^%d" % MOST_HALVINGS)
    b = [[((lo.numerator << w) // (lo.denominator << s), -((-hi.numerator << w) // (hi.denominator << s))) for lo, hi in row] for row in matrix]
    one = 1 << w
    term = [[(one, one) if i == k else (0, 0) for k in range(n)] for i in range(n)]
    total, k, rest = term, 0, Fraction(norm, 1 << s)
    while rest * (one << 1) > 1:  # rest: b^(k+1)/(k+1)!
        k += 1
        term = [[(lo // k, -(-hi // k)) for lo, hi in row] for row in product(term, b, w)]
        total = [[(p[0] + q[0], p[1] + q[1]) for p, q in zip(x, y)] for x, y in zip(total, term)]
        rest = rest * norm / ((k + 1) << s)
    total = [[(lo - 1, hi + 1) for lo, hi in row] for row in total]
    for _ in range(s):
        total = product(total, total, w)
        if max(max(-lo, hi) for row in total for lo, hi in row).bit_length() > w + MOST_SIZE:
            raise Refused("the exponential of a matrix with entries beyond 2^%d" % MOST_SIZE)
    return total


def product(x, y, w):
    columns = list(zip(*y))
    return [[entry(row, column, w) for column in columns] for row in x]


def entry(row, column, w):
    lo = hi = 0
    for a, b in zip(row, column):
        ends = a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]
        lo, hi = lo + min(ends), hi + max(ends)
    return lo >> w, -(-hi >> w)
