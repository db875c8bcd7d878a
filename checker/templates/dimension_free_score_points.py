"""dimension-free-score: mixtures at a point, blocks of the network, signs (R1, R3, R8, R15), by the mathematics page."""
from fractions import Fraction
from itertools import product
from math import comb, floor, gcd

import functions as f
from interval import BITS, exp, of, sqrt
from rebuild import Everywhere
from templates.tools import log, square, total, up_to


def dot(a, b):
    return sum((x * y for x, y in zip(a, b)), Fraction(0))


class Mixture:
    """The family MIXN at a point x."""

    def __init__(self, x):
        self.w, self.means, self.a, self.sigma = x.numbers("weights"), x.matrix("means"), x.number("a"), x.number("sigma")
        self.x = x.numbers("x")
        a, s2, d = self.a, self.sigma ** 2, len(self.x)
        sizes = [dot(m, m) for m in self.means]
        self.slope2 = max(sizes)
        self.kappa2 = s2 * self.slope2
        e = [w * exp(a * dot(m, self.x) - a * a * n / 2) for w, m, n in zip(self.w, self.means, sizes)]
        self.f = total(e)
        self.gradient = [total(v * m[k] for v, m in zip(e, self.means)) / self.f for k in range(d)]
        k = range(len(self.w))
        sums = [[[p + q for p, q in zip(self.means[i], self.means[j])] for j in k] for i in k]
        both = [[self.w[i] * self.w[j] * exp(a * dot(sums[i][j], self.x) + s2 / 2 * dot(sums[i][j], sums[i][j]) - (sizes[i] + sizes[j]) / 2) for j in k] for i in k]
        self.rho = total(v for row in both for v in row) / square(self.f)
        self.gradient_v = total(both[i][j] * total((of(p) - r) * (of(q) - r) for p, q, r in zip(self.means[i], self.means[j], self.gradient))
                                for i in k for j in k) / square(self.f)

    def density(self):
        """(2 pi)^(d/2) p_t(x): unit variances, means a mu."""
        gaps = [[p - self.a * q for p, q in zip(self.x, m)] for m in self.means]
        return total(w * exp(-dot(g, g) / 2) for w, g in zip(self.w, gaps))

    def by_tilt(self):
        return self.f * exp(-dot(self.x, self.x) / 2)

    def shift2(self):
        return self.sigma ** 2 * total(square(v) for v in self.gradient)

    def by_nodes(self):
        """The first coordinate of a x + sigma r, r = sigma r'."""
        return self.a * self.x[0] + self.sigma ** 2 * self.gradient[0]

    def posterior(self):
        """That of E[X_0 | X_t = x]: of mode k it is mu + a (x - a mu)."""
        gaps = [[p - self.a * q for p, q in zip(self.x, m)] for m in self.means]
        weights = [w * exp(-dot(g, g) / 2) for w, g in zip(self.w, gaps)]
        return total(v * (m[0] + self.a * g[0]) for v, m, g in zip(weights, self.means, gaps)) / total(weights)


class Exponential:
    """The family exponential_block: rounded up to p bits at the knots, linear between them."""

    def __init__(self, x, finer=1):
        up_to(floor(abs(x.number("Lambda"))), 10_000)  # exp of it has as many bits
        self.end, self.n, self.p = x.number("Lambda"), up_to(x.number("n_E"), 1000), up_to(x.number("p_bits"), 1000)
        self.step = 2 * self.end / self.n
        self.knots = [-self.end + j * self.step for j in range(self.n + 1)]
        self.values = [self.rounded(z) for z in self.knots]
        self.finer = finer

    def rounded(self, z):
        lo, hi = f.exp(z, max(BITS, self.p + 64))
        low, high = f.size(lo) - 1, f.size(hi) - 1
        while Fraction(2) ** low > lo:
            low -= 1
        high = low + (Fraction(2) ** (low + 1) <= lo)
        unit = Fraction(2) ** (high - self.p)
        first, last = -floor(-lo / unit), -floor(-hi / unit)
        if first != last:
            raise ValueError("a rounding is not decided")
        return first * unit

    def value(self, z):
        j = min(floor((z + self.end) / self.step), self.n - 1)
        return self.values[j] + (self.values[j + 1] - self.values[j]) * (z - self.knots[j]) / self.step

    def factor(self):
        """1 + kappa_E, of pieces finer by a factor."""
        h = self.step / self.finer
        s = (exp(h) - 1) / h
        return (1 + Fraction(1, 2 ** self.p)) * s * exp(1 / s - 1)

    def slopes(self):
        return [(b - a) / self.step for a, b in zip(self.values, self.values[1:])]

    def changes(self):
        s = self.slopes()
        return abs(s[0]) + sum(abs(b - a) for a, b in zip(s, s[1:]))


class Reciprocal:
    """The family reciprocal_block: exact at geometric knots."""

    def __init__(self, x):
        self.start, self.ratio, self.n = x.number("D_minus"), x.number("rho"), up_to(x.number("n_D"), 1000)
        self.knots = [self.start * self.ratio ** j for j in range(self.n + 1)]
        self.kappa = (self.ratio - 1) ** 2 / (4 * self.ratio)

    def product(self, d, j=None):
        """D Rec(D)."""
        if j is None:
            j = next(k for k in range(self.n) if d <= self.knots[k + 1])
        p, q = self.knots[j], self.knots[j + 1]
        return (p + q - d) * d / (p * q)

    def least(self):
        return min(self.product((p + q) / 2, j) for j, (p, q) in enumerate(zip(self.knots, self.knots[1:]))) - 1

    def path(self):
        """A + B of 1/D_- + sum c_j relu(D - D_j), c_j the changes of slope."""
        slopes = [Fraction(-1) / (p * q) for p, q in zip(self.knots, self.knots[1:])]
        changes = [slopes[0]] + [b - a for a, b in zip(slopes, slopes[1:])]
        return sum(abs(c) for c in changes) + 1 / self.start + sum(abs(c * k) for c, k in zip(changes, self.knots))

    def bound(self):
        return 2 / self.start ** 2 + 1 / self.start + 2 * self.knots[-1] / self.start ** 2


def block(kind, family, relation, left, right):
    return relation, lambda x: (left(kind(x)), right(kind(x))) if x.family == family else None


def on_exponential(left, right, finer=1):
    def everywhere(x):
        if x.family != "exponential_block":
            return None
        m = Exponential(x, finer)
        return Everywhere(["z"], [([-m.end], [m.end])], lambda p: left(m, p[0]), lambda p: right(m, p[0]))
    return "<=", everywhere


def on_reciprocal(left, right):
    def everywhere(x):
        if x.family != "reciprocal_block":
            return None
        m = Reciprocal(x)
        return Everywhere(["D"], [([m.start], [m.knots[-1]])], lambda p: left(m, p[0]), lambda p: right(m, p[0]))
    return "<=", everywhere


# --- R15: signs ---

class Signs:
    """The family rademacher: E sup |sum xi_i phi(x_i)|/N, over neurons of path norm 1; on the line the sup is at finitely many."""

    def __init__(self, x):
        self.x = x.numbers("x")
        self.n, self.size = up_to(len(self.x), 5000), max([Fraction(1)] + [abs(v) for v in self.x])

    def same(self):
        return len(set(self.x)) == 1

    def exact(self):
        if self.same():  # of one point: |sum of signs| times the greatest value of a neuron
            return self.size * sum(comb(self.n, k) * abs(2 * k - self.n) for k in range(self.n + 1)) / Fraction(self.n * 2 ** self.n)
        if self.n > 12:
            return None
        neurons = [(1, 0), (-1, 0), (0, 1), (0, -1)] + [(s / (1 + abs(v)), -s * v / (1 + abs(v))) for v in set(self.x) for s in (Fraction(1), Fraction(-1))]
        rows = [[max(w * v + b, Fraction(0)) for v in self.x] for w, b in neurons]
        scale = 1
        for value in (v for row in rows for v in row):
            scale = scale * value.denominator // gcd(scale, value.denominator)
        whole = [[int(v * scale) for v in row] for row in rows]
        sums = 0
        for signs in product((1, -1), repeat=self.n - 1):  # the first sign is that of all of them, which does not matter
            sums += max(abs(row[0] + sum(s * v for s, v in zip(signs, row[1:]))) for row in whole)
        return Fraction(sums, scale * 2 ** (self.n - 1) * self.n)

    def bound(self, power=1):
        size = 2 * self.size * sqrt(2 * log(Fraction(4)))
        return size / sqrt(of(self.n)) if power == 1 else size / self.n

    def closed(self, fewer=0):
        n = self.n - fewer
        return self.size * comb(n - 1, (n - 1) // 2) / Fraction(2 ** (n - 1))


def signs(relation, left, right):
    def sides(x):
        if x.fields.get("family", "rademacher") != "rademacher":
            return None
        model = Signs(x)
        values = left(model), right(model)
        return None if None in values else values
    return relation, sides


STATEMENTS = {
    "R8": {
        "a-lower": on_exponential(lambda m, z: exp(z), Exponential.value),
        "a-upper": on_exponential(Exponential.value, lambda m, z: m.factor() * exp(z)),
        "b-lower": on_reciprocal(lambda m, d: 1, Reciprocal.product),
        "b-upper": on_reciprocal(Reciprocal.product, lambda m, d: 1 + m.kappa),
        "b-attained": block(Reciprocal, "reciprocal_block", "=", Reciprocal.least, lambda m: m.kappa),
        "e-exponential": block(Exponential, "exponential_block", "=", Exponential.changes, lambda m: m.slopes()[-1]),
        "e-reciprocal": block(Reciprocal, "reciprocal_block", "<=", Reciprocal.path, Reciprocal.bound),
        "units-exponential": block(Exponential, "exponential_block", "=", lambda m: m.n, lambda m: m.n),
        "units-reciprocal": block(Reciprocal, "reciprocal_block", "=", lambda m: m.n, lambda m: m.n),
        "units-product": ("=", lambda x: (4 * int(x.number("n_S")),) * 2 if x.family == "product_block" else None),
        "tooth T11(a)": on_exponential(Exponential.value, lambda m, z: m.factor() * exp(z), 2),
        "tooth b-half": on_reciprocal(Reciprocal.product, lambda m, d: 1 + m.kappa / 2),
        "tooth one-unit-less": block(Reciprocal, "reciprocal_block", "=", lambda m: m.n, lambda m: m.n - 1),
    },
    "R15": {
        "": signs("<=", Signs.exact, Signs.bound),
        "one-point": signs("=", Signs.exact, Signs.closed),
        "tooth T20": signs("<=", Signs.exact, lambda m: m.bound(2)),
        "tooth one-point-fewer": signs("=", Signs.exact, lambda m: m.closed(1)),
    },
}
