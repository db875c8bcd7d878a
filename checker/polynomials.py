"""Polynomials and rational functions in several variables with exact coefficients, and their bounds on the unit cube and the unit simplex.

A polynomial is a table of integers by exponents over one positive denominator. Bounds come from Bernstein coefficients: the Bernstein polynomials of a
degree are not negative on the cube (the simplex) and add to 1 there, so a polynomial lies between its least and its greatest coefficient.
"""
from fractions import Fraction
from itertools import product
from math import comb, gcd

import work
from work import Refused

MOST_TERMS = 20_000
MOST_COEFFICIENTS = 50_000


class Poly:
    """sum of terms[e] x^e / den."""

    __slots__ = ("n", "den", "terms")

    def __init__(self, n, den, terms):
        terms = {e: c for e, c in terms.items() if c}
        common = den
        for c in terms.values():
            common = gcd(common, c)
            if common == 1:
                break
        if not terms:
            common = den
        self.n, self.den, self.terms = n, den // common, {e: c // common for e, c in terms.items()} if common > 1 else terms
        if len(self.terms) > MOST_TERMS:
            raise Refused("a polynomial of more than %d terms" % MOST_TERMS)

    def bits(self):
        return self.den.bit_length() + max((c.bit_length() for c in self.terms.values()), default=1)

    def __neg__(self):
        return Poly(self.n, self.den, {e: -c for e, c in self.terms.items()})

    def __add__(self, other):
        work.add(4 * (len(self.terms) + len(other.terms)) * (1 + self.bits() * other.bits() // 100_000))
        common = gcd(self.den, other.den)
        p, q = other.den // common, self.den // common
        terms = {e: c * p for e, c in self.terms.items()}
        for e, c in other.terms.items():
            terms[e] = terms.get(e, 0) + c * q
        return Poly(self.n, self.den * p, terms)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        work.add(4 * len(self.terms) * len(other.terms) * (1 + self.bits() * other.bits() // 100_000))
        terms = {}
        for e, c in self.terms.items():
            for g, d in other.terms.items():
                k = tuple(map(int.__add__, e, g))
                terms[k] = terms.get(k, 0) + c * d
        return Poly(self.n, self.den * other.den, terms)

    def __pow__(self, n):
        result = constant(self.n, 1)
        for _ in range(n):
            result = result * self
        return result

    def __eq__(self, other):
        return self.den == other.den and self.terms == other.terms

    __hash__ = None

    def scaled(self, factor):
        return Poly(self.n, self.den * factor.denominator, {e: c * factor.numerator for e, c in self.terms.items()})

    def degree(self, i):
        return max((e[i] for e in self.terms), default=0)

    def total_degree(self):
        return max((sum(e) for e in self.terms), default=0)

    def is_constant(self):
        return not any(map(any, self.terms))

    def constant_term(self):
        return Fraction(self.terms.get((0,) * self.n, 0), self.den)

    def leading(self):
        """The greatest exponents in lexicographic order, of a polynomial that is not 0."""
        return max(self.terms)

    def at(self, point):
        """The value at fractions."""
        total = Fraction(0)
        for e, c in self.terms.items():
            for x, k in zip(point, e):
                c = c * x ** k
            total += c
        return total / self.den

    def divided_by(self, other):
        """The quotient where nothing remains, else None: long division by the leading terms."""
        rest, top = self, other.leading()
        quotient = constant(self.n, 0)
        while rest.terms:
            e = rest.leading()
            if any(x < y for x, y in zip(e, top)):
                return None
            factor = Fraction(rest.terms[e] * other.den, rest.den * other.terms[top])
            term = Poly(self.n, factor.denominator, {tuple(x - y for x, y in zip(e, top)): factor.numerator})
            quotient, rest = quotient + term, rest - term * other
        return quotient


def constant(n, value):
    value = Fraction(value)
    return Poly(n, value.denominator, {(0,) * n: value.numerator})


def variable(n, i):
    return Poly(n, 1, {tuple(int(k == i) for k in range(n)): 1})


# --- bounds ---

def cube_bounds(p):
    """(least, greatest) Bernstein coefficient on the unit cube; of many coefficients, the sums of the terms of one sign."""
    if not p.terms:
        return Fraction(0), Fraction(0)
    degrees = [p.degree(i) for i in range(p.n)]
    count = 1
    for d in degrees:
        count *= d + 1
        if count > MOST_COEFFICIENTS:
            break
    if count > MOST_COEFFICIENTS or p.total_degree() <= 1:
        work.add(4 * len(p.terms) * (1 + p.bits() * p.bits() // 100_000))
        start = p.constant_term()
        rest = [Fraction(c, p.den) for e, c in p.terms.items() if any(e)]
        return start + sum(c for c in rest if c < 0), start + sum(c for c in rest if c > 0)
    work.add(4 * count * sum(degrees) * (1 + p.bits() // 1000))
    values, den, stride = [0] * count, p.den, 1
    for e, c in p.terms.items():
        place, step = 0, 1
        for k, d in zip(e, degrees):
            place, step = place + k * step, step * (d + 1)
        values[place] = c
    for d in degrees:
        # with c_k = a_k / C(d, k) the coefficients are b_j = sum over k <= j of C(j, k) c_k, by the additions of Pascal's triangle; all times L
        common, factors = inverse_binomials(d)
        for start in range(count):
            if start // stride % (d + 1) == 0:
                row = [values[start + k * stride] * factors[k] for k in range(d + 1)]
                for r in range(1, d + 1):
                    for j in range(d, r - 1, -1):
                        row[j] += row[j - 1]
                for k in range(d + 1):
                    values[start + k * stride] = row[k]
        den, stride = den * common, stride * (d + 1)
    return Fraction(min(values), den), Fraction(max(values), den)


@work.cached(256)
def inverse_binomials(d):
    common = 1
    for k in range(d + 1):
        common = common * comb(d, k) // gcd(common, comb(d, k))
    return common, [common // comb(d, k) for k in range(d + 1)]


def simplex_bounds(p):
    """(least, greatest) Bernstein coefficient on {t_i >= 0, t_1 + ... + t_n <= 1}, of the total degree N: for |a| <= N the sum over k <= a of
    c_k (N - |k|)!/N! prod a_i!/(a_i - k_i)!, from t^k (t_0 + ... + t_n)^(N - |k|) = t^k."""
    degree = p.total_degree()
    if comb(degree + p.n, p.n) > MOST_COEFFICIENTS:
        return cube_bounds(p)  # the simplex is part of the cube
    work.add(4 * comb(degree + p.n, p.n) * len(p.terms) * (1 + p.bits() // 1000))
    values = []
    for a in product(range(degree + 1), repeat=p.n):
        if sum(a) <= degree:
            total = Fraction(0)
            for e, c in p.terms.items():
                above = c
                for x, k in zip(a, e):
                    above *= falling(x, k)
                total += Fraction(above, falling(degree, sum(e)))
            values.append(total)
    return min(values) / p.den, max(values) / p.den


def falling(n, k):
    result = 1
    for i in range(k):
        result *= n - i
    return result


# --- one variable ---

def coefficients(p):
    """Of a polynomial in one variable, from the constant one up, times den."""
    return [p.terms.get((k,), 0) for k in range(p.degree(0) + 1)]


def common_factor(a, b):
    """A greatest common divisor of lists of integers, by Euclid's algorithm on primitive remainders."""
    a, b = primitive(a), primitive(b)
    while b:
        while len(a) >= len(b):
            work.add(4 * len(b) * (1 + max(map(int.bit_length, a)) // 1000))
            shift, top, lead = len(a) - len(b), a[-1], b[-1]
            a = [x * lead for x in a]
            for k, y in enumerate(b):
                a[k + shift] -= top * y
            a = primitive(a)
        a, b = b, a
    return a


def primitive(a):
    while a and a[-1] == 0:
        a = a[:-1]
    common = 0
    for x in a:
        common = gcd(common, x)
    return [x // common for x in a] if common > 1 else a


def without_squares(p):
    """p divided by squares of polynomials: p = q^2 r, so p >= 0 wherever r >= 0. q is made of the repeated factors, each once."""
    while p.degree(0) >= 2:
        repeated = common_factor(coefficients(p), derivative(coefficients(p)))
        if len(repeated) < 2:
            return p
        higher = common_factor(repeated, derivative(repeated))
        q = one_variable(repeated).divided_by(one_variable(higher))
        rest = p.divided_by(q * q) if q is not None else None
        if rest is None:
            return p
        p = rest
    return p


def derivative(a):
    return [k * x for k, x in enumerate(a)][1:]


def one_variable(a):
    return Poly(1, 1, {(k,): x for k, x in enumerate(a)})


# --- quotients ---

class Quotient:
    """num / den; common factors are canceled only where a division without remainder shows one, so no new zeros of denominators appear."""

    __slots__ = ("num", "den")

    def __init__(self, num, den):
        if not num.terms or den.is_constant():
            num, den = num.scaled(1 / den.constant_term() if den.is_constant() else Fraction(1)), constant(num.n, 1)
        else:
            whole = num.divided_by(den)
            if whole is not None:
                num, den = whole, constant(num.n, 1)
            else:
                scale = Fraction(den.den, den.terms[den.leading()])
                num, den = num.scaled(scale), den.scaled(scale)
        self.num, self.den = num, den

    def is_constant(self):
        return self.num.is_constant() and self.den.is_constant()

    def degree(self):
        return max(self.num.total_degree(), self.den.total_degree())

    def __neg__(self):
        return Quotient(-self.num, self.den)

    def __add__(self, other):
        if self.den == other.den:
            return Quotient(self.num + other.num, self.den)
        factor = self.den.divided_by(other.den)
        if factor is not None:
            return Quotient(self.num + other.num * factor, self.den)
        factor = other.den.divided_by(self.den)
        if factor is not None:
            return Quotient(self.num * factor + other.num, other.den)
        return Quotient(self.num * other.den + other.num * self.den, self.den * other.den)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        first, second = Quotient(self.num, other.den), Quotient(other.num, self.den)
        return Quotient(first.num * second.num, first.den * second.den)

    def __truediv__(self, other):
        """By a function that is not 0 on the cell."""
        if self.den == other.den:
            return Quotient(self.num, other.num)
        return self * Quotient(other.den, other.num)

    def __pow__(self, n):
        return Quotient(self.num ** n, self.den ** n) if n >= 0 else Quotient(self.den ** -n, self.num ** -n)

    def sign(self):
        """The sign of the denominator on the cell: it has no zero there, and the origin is a corner of the cell."""
        value = self.den.constant_term()
        if value == 0:
            raise Refused("a denominator that is 0 at a corner")
        return 1 if value > 0 else -1

    def signed(self):
        """A polynomial with the sign of this function at every point of the cell."""
        return self.num if self.sign() > 0 else -self.num
