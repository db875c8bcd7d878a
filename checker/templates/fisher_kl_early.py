"""fisher-kl: early stopping at one point (R9), vanishing variances (R12a), rotated data (R15) and the data of tooth T19."""
from fractions import Fraction

from interval import exp, log, normal_tail, of, pi, sqrt
from templates.fisher_kl_laws import Gaussian, identity, plus, times, transposed
from templates.fisher_kl_run import Run


class Point:
    """The family dirac_early_stopping: |x_0|^2 and d, the times s_0 = delta, s_(j+1) = s_j + c min(1, s_j) up to the first that is at least T; e = lambda r."""

    def __init__(self, x):
        self.delta, self.c, self.end = (x.number(name) for name in ("delta", "c", "T"))
        self.m2, self.d = (x.number("M2"), x.number("d")) if x.family == "dirac_early_stopping" else (None, None)
        self.value = x.number("lambda") if x.has("lambda") else Fraction(0)
        self.times = [self.delta]
        while self.times[-1] < self.end:
            self.times.append(self.times[-1] + self.c * min(1, self.times[-1]))
            if len(self.times) > 1001 or self.c < Fraction(1, 1000):
                raise ValueError("more than 1000 steps")

    def fisher(self, t):
        """The bound of R9(a), which one point attains."""
        return exp(-2 * t) * (self.m2 + self.d / (exp(2 * t) - 1))

    def entropy(self, t):
        """That of R9(b)."""
        a = exp(-2 * t)
        return (a * self.m2 - self.d * a - self.d * log(1 - a)) / 2

    def law(self):
        """I and H of N(a x_0, v) at time delta: |m|^2 + tr(V + V^-1) - 2d, and the logarithm of the determinant."""
        a2 = exp(-2 * self.delta)
        v = 1 - a2
        return a2 * self.m2 + self.d * (v + 1 / v - 2), (a2 * self.m2 + self.d * (v - 1 - log(v))) / 2

    def steps(self):
        return [(s - r, self.fisher(s)) for r, s in zip(self.times, self.times[1:])]

    def chain(self, scheme):
        total = self.entropy(self.delta)
        for h, fisher in self.steps():
            e, up = exp(-h), 1 + self.value
            a, theta = 2 * (1 - e) / e, (1 - e) / (1 + e)
            total -= (a * up - 2 * theta * up ** 2 if scheme == "EI" else (1 / e ** 2 - 1) / 2 * (1 - self.value ** 2)) * fisher
        return total

    def path(self):
        total = self.entropy(self.delta)
        for h, fisher in self.steps():
            up = 1 + self.value
            total -= (2 * (exp(h) - 1) * up - h * up ** 2) * fisher
        return total

    def errors(self, scheme):
        """sum_j c'_j h_j eps_j^2, for Tweedie sum_j w_j eps_j^2."""
        return sum((h + (exp(h) - 1 - h) / 2 if scheme == "EI" else (exp(2 * h) - 1) / 2) * self.value ** 2 * i for h, i in self.steps())

    def middle(self):
        return self.entropy(self.times[-1]) + self.c * (self.delta * self.fisher(self.delta) + self.entropy(self.delta) - self.entropy(Fraction(1))
                                                        - self.fisher(self.times[-1]))

    def moment(self):
        a = exp(-2 * self.delta)
        return (exp(-2 * (self.times[-1] - self.delta)) * self.entropy(self.delta)
                + self.c * ((self.delta + Fraction(1, 2)) * a * self.m2 - self.d * log(1 - a) / 2))

    def most_steps(self):
        """The least integer k with (1 + c)^k >= 1/delta, the ceiling of (T - 1)/c, and 1."""
        k, power = 0, Fraction(1)
        while power * self.delta < 1:
            k, power = k + 1, power * (1 + self.c)
        return k - (1 - self.end) // self.c + 1

    def truth(self, scheme):
        """The output is N(u x_0, V): both by the recursion for scores of one point."""
        u, v = of(0), of(1)
        for (h, _), s in zip(reversed(self.steps()), reversed(self.times)):
            a, q = exp(-s), exp(-h)
            c = (2 * (1 - q) if scheme == "EI" else 1 / q - q) * (1 + self.value)
            slope = q + c * (1 - 1 / (1 - a * a))
            u, v = slope * u + c * a / (1 - a * a), slope ** 2 * v + 1 - q * q
        w = 1 - exp(-2 * self.delta)
        return (self.d * (w / v - 1 + log(v / w)) + self.m2 * (exp(-self.delta) - u) ** 2 / v) / 2


def point(relation, left, right, families=("dirac_early_stopping",)):
    def sides(x):
        if x.family not in families:
            return None
        p = Point(x)
        return left(p), right(p)
    return relation, sides


class Shrinking:
    """The family gauss_shrinking: runs on N(0, 10^-k) with exact scores, in intervals."""

    def __init__(self, x):
        self.q, self.n, self.exponents = x.number("q"), int(x.number("N")), x.fields["exponents"]
        if self.n > 200 or max(self.exponents) > 300:
            raise ValueError("more than this program computes")

    def entropy(self, v, j):
        at = 1 + self.q ** (2 * j) * (v - 1)
        return (at - 1 - log(at)) / 2

    def truth(self, v, scheme):
        out, q = of(1), self.q
        for j in range(self.n, 0, -1):
            slope = q + (2 * (1 - q) if scheme == "EI" else 1 / q - q) * (1 - 1 / (1 + q ** (2 * j) * (v - 1)))
            out = out * slope ** 2 + 1 - q * q
        return (v / out - 1 + log(out / v)) / 2

    def right(self, v):
        return self.entropy(v, 0) - self.entropy(v, 1) + self.entropy(v, self.n + 1)

    def slope(self, value):
        """Least squares against half the logarithm of the precision."""
        y = [value(Fraction(1, 10 ** k)) for k in self.exponents]
        mean = Fraction(sum(self.exponents), len(y))
        return sum((k - mean) * b for k, b in zip(self.exponents, y)) / sum((k - mean) ** 2 for k in self.exponents) / (log(Fraction(10)) / 2)

    def smallest(self):
        return Fraction(1, 10 ** max(self.exponents))


def shrinking(relation, left, right):
    def sides(x):
        if x.family != "gauss_shrinking":
            return None
        s = Shrinking(x)
        return left(s), right(s)
    return relation, sides


class Alone:
    """What an instance of one coordinate says by itself."""

    def __init__(self, q, n, mean, cov):
        self.numbers_, self.matrix_, self.fields = {"q": q, "N": n}, cov, {}
        self.mean = mean

    def number(self, name):
        return self.numbers_[name]

    def numbers(self, name):
        return self.mean

    def matrix(self, name):
        return self.matrix_

    def has(self, name):
        return name == "Sigma"


class Rotated:
    """The family gauss_rotated: independent coordinates, and their law turned by a product of reflections I - 2 u u^T/|u|^2."""

    def __init__(self, x):
        q, n, self.m, variances = x.number("q"), int(x.number("N")), x.numbers("m"), x.numbers("variances")
        d = len(self.m)
        if n * d ** 3 > 2000:
            raise ValueError("more than this program computes")
        self.turn = identity(d)
        for u in x.fields["reflections"] if x.number("turns") else []:
            square = sum(int(c) ** 2 for c in u)
            if square:
                self.turn = times(self.turn, [[(i == j) - Fraction(2 * int(u[i]) * int(u[j]), square) for j in range(d)] for i in range(d)])
        diagonal = [[v * (i == j) for j in range(d)] for i, v in enumerate(variances)]
        self.law, self.sigma = Gaussian(self.m, diagonal), times(times(self.turn, diagonal), transposed(self.turn))
        self.whole = Run(Alone(q, n, self.turned(self.m), self.sigma))
        self.parts = [Run(Alone(q, n, [m], [[v]])) for m, v in zip(self.m, variances)]

    def turned(self, x):
        return [row[0] for row in times(self.turn, [[c] for c in x])]

    def off_diagonal(self):
        return sum(c * c for i, row in enumerate(self.sigma) for j, c in enumerate(row) if i != j)

    def score(self):
        """At (1, ..., d), along (1, ..., 1)."""
        return sum(self.law.score(self.place()))

    def place(self):
        return [Fraction(i + 1) for i in range(len(self.m))]

    def turned_score(self):
        one, at = self.turned([Fraction(1)] * len(self.m)), self.turned(self.place())
        return sum(a * b for a, b in zip(one, self.whole.data.score(at)))


def rotated(relation, left, right):
    def sides(x):
        if x.family != "gauss_rotated":
            return None
        r = Rotated(x)
        return left(r), right(r)
    return relation, sides


def additive(value, other=None, factor=1):
    return rotated("=", lambda r: sum(map(value, r.parts)) * factor, lambda r: (other or value)(r.whole))


def quartic_bound(x):
    """R7 for the density 15/16 (1 - x^2)^2 and exact scores: E x^2 = 1/7, E ln(1 - x^2) = 2 ln 2 - 47/30, I_0 = 10 - 2 + 1/7."""
    q, n = x.number("q"), int(x.number("N"))
    if n > 1000:
        raise ValueError("more than this program computes")
    entropy = log(Fraction(15, 16)) + 4 * log(Fraction(2)) - Fraction(47, 15) + log(2 * pi()) / 2 + Fraction(1, 14)
    return q ** (2 * n + 2) * entropy + (1 - q * q) / 2 * (10 - 2 + Fraction(1, 7))


def quartic(x):
    if x.family != "quartic_ou":
        return None
    q = x.number("q")
    return normal_tail(1 / sqrt(1 - q * q)) * log(Fraction(10)) * 1000 - log(Fraction(2)), quartic_bound(x)


STATEMENTS = {
    "R7": {"tooth T19": ("<=", quartic)},
    "R9": {
        "tooth T15": point("<=", lambda p: p.law()[0], lambda p: p.fisher(p.delta) * Fraction(99, 100)),
        "tooth b-percent": point("<=", lambda p: p.law()[1], lambda p: p.entropy(p.delta) * Fraction(99, 100)),
        "tooth c-start": point("<=", lambda p: p.chain("EI"), lambda p: 2 * p.entropy(p.times[-1])),
        "tooth c-quarter": point("<=", lambda p: p.chain("EI"), lambda p: p.moment() / 4),
        "tooth c-steps": point("<=", lambda p: len(p.times) - 1, lambda p: Fraction(p.most_steps(), 2)),
        "a": point("=", lambda p: p.law()[0], lambda p: p.fisher(p.delta)),
        "a-bound": point("<=", lambda p: p.law()[0], lambda p: p.fisher(p.delta)),
        "b": point("<=", lambda p: p.law()[1], lambda p: p.entropy(p.delta)),
        "c-path": point("<=", Point.path, lambda p: p.middle() + p.errors("EI")),
        "c-chain-TW": point("<=", lambda p: p.chain("TW"), lambda p: p.middle() + p.errors("TW")),
        "c-moment": point("<=", Point.middle, Point.moment),
        "c-truth": point("<=", lambda p: p.truth("EI"), lambda p: p.chain("EI")),
        "c-truth-TW": point("<=", lambda p: p.truth("TW"), lambda p: p.chain("TW")),
        "c-steps": point("<=", lambda p: len(p.times) - 1, Point.most_steps, ("dirac_early_stopping", "atoms_early_stopping")),
        "tooth c-error": point("<=", lambda p: p.chain("TW"), Point.middle),
        "tooth c-weight": point("<=", lambda p: p.chain("TW"), lambda p: p.middle() + p.errors("EI")),
    },
    "R12": {
        "a": shrinking("fit 1/64", lambda s: s.slope(lambda v: s.truth(v, "EI")), lambda s: 1),
        "a-TW": shrinking("fit 1/64", lambda s: s.slope(lambda v: s.truth(v, "TW")), lambda s: 1),
        "a-right": shrinking("fit 1/64", lambda s: s.slope(s.right), lambda s: 1),
        "a-bound": shrinking("<=", lambda s: s.truth(s.smallest(), "EI"), lambda s: s.right(s.smallest())),
        "tooth half": shrinking("<=", lambda s: s.truth(s.smallest(), "EI"), lambda s: s.right(s.smallest()) / 2),
        "tooth slope-half": shrinking("fit 1/64", lambda s: s.slope(lambda v: s.truth(v, "EI")), lambda s: Fraction(1, 2)),
    },
    "R15": {
        "H0": additive(lambda r: r.entropy(0)),
        "I0": additive(lambda r: r.fisher(0)),
        "sumI": additive(Run.sum_fisher),
        "chain_EI": additive(lambda r: r.chain("EI")),
        "path_EI": additive(Run.path),
        "truth_EI": additive(lambda r: r.truth("EI")),
        "truth_TW": additive(lambda r: r.truth("TW")),
        "score": rotated("=", Rotated.turned_score, Rotated.score),
        "tooth one-percent": additive(lambda r: r.fisher(0), factor=Fraction(101, 100)),
        "tooth score-percent": rotated("=", Rotated.turned_score, lambda r: r.score() * Fraction(101, 100)),
        "tooth swapped": additive(lambda r: r.truth("EI"), lambda r: r.truth("TW")),
        "tooth unrotated": rotated("=", Rotated.off_diagonal, lambda r: 0),
    },
}
