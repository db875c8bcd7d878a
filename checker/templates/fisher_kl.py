"""fisher-kl: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code.

Gaussian data N(m, V) under the Ornstein-Uhlenbeck flow: at e^-t the law is N(e^-t m, I + e^-2t (V - I)).
"""
from fractions import Fraction

from interval import log


def identity(n):
    return [[Fraction(i == j) for j in range(n)] for i in range(n)]


def times(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]


def inverse_and_determinant(a):
    """Gauss-Jordan on fractions."""
    n = len(a)
    rows, determinant = [list(row) + one for row, one in zip(a, identity(n))], Fraction(1)
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        if pivot != i:
            rows[i], rows[pivot], determinant = rows[pivot], rows[i], -determinant
        determinant *= rows[i][i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i and rows[r][i] != 0:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows], determinant


class Gaussian:
    def __init__(self, mean, covariance):
        self.mean, self.covariance, self.n = mean, covariance, len(mean)
        self.precision, self.determinant = inverse_and_determinant(covariance)

    def flow(self, a):
        cov = [[a * a * (self.covariance[i][j] - (i == j)) + (i == j) for j in range(self.n)] for i in range(self.n)]
        return Gaussian([a * m for m in self.mean], cov)

    def score(self, x):
        """grad log of the density relative to the standard Gaussian: x - V^-1 (x - m)."""
        centered = [[p - m] for p, m in zip(x, self.mean)]
        return [p - s[0] for p, s in zip(x, times(self.precision, centered))]

    def entropy(self):
        """KL relative to the standard Gaussian."""
        trace = sum(self.covariance[i][i] for i in range(self.n))
        return (trace - self.n + sum(m * m for m in self.mean) - log(self.determinant)) / 2

    def fisher(self):
        """E|x - V^-1 (x - m)|^2 = |m|^2 + tr V - 2 n + tr V^-1."""
        return sum(m * m for m in self.mean) + sum(self.covariance[i][i] + self.precision[i][i] for i in range(self.n)) - 2 * self.n


class Flow:
    """The family gauss_flow: two times s < t with a = e^-s and q = e^-(t - s)."""

    def __init__(self, x):
        mean = x.numbers("m")
        covariance = x.matrix("Sigma") if x.has("Sigma") else [[v * (i == j) for j, v in enumerate(x.numbers("variances"))] for i in range(len(mean))]
        self.a, self.q, self.at, self.z = x.number("a"), x.number("q"), x.numbers("x"), x.numbers("direction")
        self.value = x.number("lambda")
        self.data = Gaussian(mean, covariance)
        self.s, self.t = self.data.flow(self.a), self.data.flow(self.a * self.q)

    def along(self, vector):
        return sum(z * v for z, v in zip(self.z, vector))

    def mean_earlier(self):
        """E[X_s | X_t = x] = m_s + q V_s V_t^-1 (x - m_t)."""
        gap = times(times(self.s.covariance, self.t.precision), [[p - m] for p, m in zip(self.at, self.t.mean)])
        return [m + self.q * g[0] for m, g in zip(self.s.mean, gap)]

    def tweedie(self, coefficient):
        return self.along([self.q * p + coefficient * r for p, r in zip(self.at, self.t.score(self.at))])

    def increment(self):
        """E|r_s(X_s) - lambda r_t(X_t)|^2 with the joint covariance q V_s of (X_s, X_t)."""
        n, one = self.s.n, identity(self.s.n)
        left = [[one[i][j] - self.s.precision[i][j] for j in range(n)] for i in range(n)]
        right = [[self.value * (one[i][j] - self.t.precision[i][j]) for j in range(n)] for i in range(n)]
        mean = sum((u - self.value * v) ** 2 for u, v in zip(self.s.mean, self.t.mean))

        def trace(a, v, b):
            return sum(times(times(a, v), b)[i][i] for i in range(n))
        cross = [[self.q * self.s.covariance[i][j] for j in range(n)] for i in range(n)]
        return mean + trace(left, self.s.covariance, left) + trace(right, self.t.covariance, right) - 2 * trace(left, cross, right)


def flow(relation, left, right):
    """A statement about the family gauss_flow."""
    def sides(x):
        if x.family != "gauss_flow":
            return None
        model = Flow(x)
        return left(model), right(model)
    return relation, sides


def growth(p):
    return (1 / p.q ** 2 - 1) / 2


def shrinkage(p):
    return (1 - p.q ** 2) / 2


TEMPLATES = {
    "R1": {
        "a": flow("=", lambda p: p.along(p.t.score(p.at)), lambda p: p.q * p.along(p.s.score(p.mean_earlier()))),
        "b": flow("=", lambda p: p.along(p.mean_earlier()), lambda p: p.tweedie(1 / p.q - p.q)),
        "tooth undiscounted": flow("=", lambda p: p.along(p.t.score(p.at)), lambda p: p.along(p.s.score(p.mean_earlier()))),
        "tooth frozen": flow("=", lambda p: p.along(p.mean_earlier()), lambda p: p.tweedie(2 * (1 - p.q))),
    },
    "R2": {
        "increment": flow("=", Flow.increment, lambda p: p.s.fisher() - (2 * p.value / p.q - p.value ** 2) * p.t.fisher()),
        "decay": flow("<=", lambda p: p.t.fisher(), lambda p: p.q ** 2 * p.s.fisher()),
        "tooth unweighted": flow("=", Flow.increment, lambda p: p.s.fisher() - p.t.fisher()),
        "tooth T2": flow("<=", lambda p: p.t.fisher(), lambda p: p.q ** 3 * p.s.fisher()),
    },
    "R3": {
        "lower": flow("<=", lambda p: growth(p) * p.t.fisher(), lambda p: p.s.entropy() - p.t.entropy()),
        "upper": flow("<=", lambda p: p.s.entropy() - p.t.entropy(), lambda p: shrinkage(p) * p.s.fisher()),
        "decay": flow("<=", lambda p: p.t.entropy(), lambda p: p.q ** 2 * p.s.entropy()),
        "log-sobolev": flow("<=", lambda p: p.s.entropy(), lambda p: p.s.fisher() / 2),
        "tooth lower-percent": flow("<=", lambda p: growth(p) * p.t.fisher() * Fraction(101, 100), lambda p: p.s.entropy() - p.t.entropy()),
        "tooth upper-percent": flow("<=", lambda p: p.s.entropy() - p.t.entropy(), lambda p: shrinkage(p) * p.s.fisher() * Fraction(99, 100)),
        "tooth T1": flow("<=", lambda p: p.s.entropy(), lambda p: p.s.fisher() * Fraction(49, 100)),
        "tooth decay-3": flow("<=", lambda p: p.t.entropy(), lambda p: p.q ** 3 * p.s.entropy()),
    },
}
