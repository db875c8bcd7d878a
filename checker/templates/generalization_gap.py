"""generalization-gap: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code."""
from fractions import Fraction
from itertools import product

import ranges
from interval import of, sqrt
from rebuild import Everywhere
from templates import generalization_gap_flows, generalization_gap_girsanov, generalization_gap_modes

MOST_DRAWS = 4096


class Atoms:
    """The family atoms: features phi_i with a Gram matrix, coefficients a_i in R^k, probabilities p_i; m draws."""

    def __init__(self, x):
        self.gram, self.a, self.p, self.m = x.matrix("gram"), x.matrix("a"), x.numbers("p"), int(x.number("m"))

    def dot(self, i, j):
        return sum(u * v for u, v in zip(self.a[i], self.a[j]))

    def norm(self, weights):
        """|sum_i w_i a_i phi_i|^2."""
        k = range(len(self.p))
        return sum(weights[i] * weights[j] * self.dot(i, j) * self.gram[i][j] for i in k for j in k)

    def mean(self, value):
        """Over all draws: the probability of a draw times the value."""
        total = Fraction(0)
        for draw in product(range(len(self.p)), repeat=self.m):
            weight = Fraction(1)
            for i in draw:
                weight *= self.p[i]
            total += weight * value(draw)
        return total

    def error(self):
        k = range(len(self.p))
        return self.mean(lambda draw: self.norm([Fraction(draw.count(i), self.m) - self.p[i] for i in k]))

    def variance(self):
        return (sum(p * self.dot(i, i) * self.gram[i][i] for i, p in enumerate(self.p)) - self.norm(self.p)) / self.m

    def coefficients(self):
        return sum(p * self.dot(i, i) for i, p in enumerate(self.p))

    def crude(self):
        return self.coefficients() * max(self.gram[i][i] for i in range(len(self.p))) / self.m

    def squared_norm(self):
        return self.mean(lambda draw: sum(self.dot(i, i) for i in draw) / self.m)


def atoms(relation, left, right):
    def sides(x):
        if x.family != "atoms" or len(x.fields["p"]) ** x.fields["m"] > MOST_DRAWS:
            return None
        model = Atoms(x)
        return left(model), right(model)
    return relation, sides


class Exponents:
    """The family exponents: terms tau^a n^-b m^-e and tau^-q at m = n^gamma, tau = n^x."""

    def __init__(self, x):
        self.terms, self.gamma, self.q = x.matrix("terms"), x.number("gamma"), x.number("biasExponent")
        self.best = min((b + self.gamma * e) / (self.q + a) for a, b, e in self.terms)
        self.rate = self.q * self.best

    def decay(self, x):
        return min([self.q * x] + [b + self.gamma * e - a * x for a, b, e in self.terms])

    def last(self):
        a, b, e = self.terms[-1]
        return b + self.gamma * e - a * self.best


def exponents(relation, left, right):
    return relation, lambda x: (left(Exponents(x)), right(Exponents(x))) if x.family == "exponents" else None


def all_times(right):
    def everywhere(x):
        if x.family != "exponents":
            return None
        m = Exponents(x)
        return Everywhere(["x"], [([-10], [m.best + 10])], lambda p: m.decay(p[0]), lambda p: right(m))
    return "<=", everywhere


class TwoPoint:
    """The family two_point: densities 15/16 (1 - x^2)^2 (1 +- eps x), n samples; eps is 3/(2 sqrt n) where it is not given."""

    def __init__(self, n, eps):
        self.n, self.eps = n, eps
        square = Fraction(9, 4 * n) if eps is None else eps * eps
        self.root = 3 / (2 * sqrt(Fraction(n))) if eps is None else eps
        self.affinity = 1 - square / 14 - square * square / 42

    def bound(self):
        return 2 * (5 * self.root / 32 * (1 - sqrt(1 - self.power()))) ** 2

    def power(self):
        """A^2n."""
        result, square, n = of(1), of(self.affinity), 2 * self.n
        while n:
            result, square, n = result * square if n & 1 else result, square * square, n >> 1
        return result

    def scaled(self):
        return self.n * self.bound()


def two_point(left, right):
    def sides(x):
        if x.family != "two_point":
            return None
        m = TwoPoint(int(x.number("n")), x.number("eps") if x.has("eps") else None)
        return left(m), right(m)
    return "<=", sides


class Modes:
    """The family mode_score: N(-mu, s)/2 + N(mu, s)/2; its score is -x/s + mu/s tanh(mu x/s)."""

    def __init__(self, x):
        self.mu, self.s = x.number("mu"), x.number("s")

    def slope(self, y):
        """Where tanh(mu x/s) is y."""
        return -1 / self.s + (self.mu / self.s) ** 2 * (1 - y * y)


def modes(name, lower, upper, left, right):
    def everywhere(x):
        if x.family != "mode_score":
            return None
        m = Modes(x)
        return Everywhere([name], [([lower], [upper])], lambda p: left(m, p[0]), lambda p: right(m, p[0]))
    return "<=", everywhere


TEMPLATES = {
    "G8": {
        "identity": atoms("=", Atoms.error, Atoms.variance),
        "bound": atoms("<=", Atoms.variance, Atoms.crude),
        "norm": atoms("=", Atoms.squared_norm, Atoms.coefficients),
        "tooth G8": atoms("<=", Atoms.error, lambda m: m.variance() / m.m),
        "tooth bound": atoms("<=", Atoms.variance, lambda m: Fraction(99, 100) * m.crude()),
        "tooth norm-m": atoms("=", Atoms.squared_norm, lambda m: m.coefficients() / m.m),
    },
    "G10": {
        "attained": exponents("=", lambda m: m.decay(m.best), lambda m: m.rate),
        "optimal": all_times(lambda m: m.rate),
        "paper": exponents("=", lambda m: m.rate, lambda m: min((1 + m.gamma) / 5, m.gamma / 2)),
        "paper-tau": exponents("=", lambda m: m.best, lambda m: Fraction(2, 5)),
        "paper-n": exponents("=", lambda m: m.rate, lambda m: Fraction(2, 5)),
        "paper-m": exponents("=", Exponents.last, lambda m: Fraction(4, 5)),
        "ladder": exponents("=", lambda m: m.rate, lambda m: 1 / (1 + m.terms[0][0])),
        "tooth G10": exponents("<=", lambda m: Fraction(1, 2), lambda m: m.rate),
        "tooth paper-gamma": exponents("=", lambda m: m.rate, lambda m: m.gamma / 2),
        "tooth ladder": exponents("=", lambda m: m.rate, lambda m: Fraction(2, 5)),
        "tooth m-half": exponents("=", Exponents.last, lambda m: Fraction(1, 2)),
        "tooth below": all_times(lambda m: m.rate * Fraction(9, 10)),
    },
    "G11": {
        "floor": two_point(lambda m: Fraction(204, 10_000), TwoPoint.scaled),
        "ceiling": two_point(TwoPoint.scaled, lambda m: Fraction(249, 10_000)),
        "increases": two_point(TwoPoint.scaled, lambda m: TwoPoint(m.n + 1, m.eps).scaled()),
        "tooth G11": two_point(TwoPoint.bound, lambda m: Fraction(1, m.n ** 2)),
        "tooth floor": two_point(lambda m: Fraction(205, 10_000), TwoPoint.scaled),
    },
    "G12": {
        "a-most": modes("y", -1, 1, Modes.slope, lambda m, y: (m.mu ** 2 - m.s) / m.s ** 2),
        "a-least": modes("y", -1, 1, lambda m, y: -1 / m.s, Modes.slope),
        "tooth a-most": modes("y", -1, 1, Modes.slope, lambda m, y: -1 / m.s),
        "tooth a-least": modes("y", -1, 1, lambda m, y: (m.mu ** 2 - m.s) / m.s ** 2 / 2, Modes.slope),
        "tooth a-chord": modes("x", 0, 10, lambda m, x: m.mu * ranges.unary("tanh", of(m.mu * x / m.s)), lambda m, x: Fraction(9, 10) * m.mu ** 2 * x / m.s),
        "a-chord": modes("x", 0, 10, lambda m, x: m.mu * ranges.unary("tanh", of(m.mu * x / m.s)), lambda m, x: m.mu ** 2 * x / m.s),
    },
}

for part in (generalization_gap_flows, generalization_gap_girsanov, generalization_gap_modes):
    for claim, statements in part.STATEMENTS.items():
        TEMPLATES.setdefault(claim, {}).update(statements)
