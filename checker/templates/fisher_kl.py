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
        self.a, self.q, self.at, self.z = x.number("a"), x.number("q"), x.numbers("x"), x.numbers("direction")
        self.value = x.number("lambda")
        self.data = Gaussian(mean, covariance(x))
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


class Run:
    """The family gauss_ou: N steps of size h, q = e^-h, from the standard Gaussian down to the data; the network is the true score plus E x + b."""

    KNOWN = {"family", "note", "q", "N", "m", "Sigma", "variances", "E", "b"}

    def __init__(self, x):
        self.q, self.steps = x.number("q"), int(x.number("N"))
        self.data = Gaussian(x.numbers("m"), covariance(x))
        self.n = self.data.n
        self.laws = [self.data.flow(self.q ** j) for j in range(self.steps + 2)]
        self.slope = x.matrix("E") if x.has("E") else [[Fraction(0)] * self.n for _ in range(self.n)]
        self.shift = x.numbers("b") if x.has("b") else [Fraction(0)] * self.n
        self.h = -log(self.q)
        q = self.q
        self.theta, self.a, self.w, self.kappa = (1 - q) / (1 + q), 2 * (1 - q) / q, (1 - q * q) / (2 * q * q), (1 - q * q) / 2

    def entropy(self, j):
        return self.laws[j].entropy()

    def fisher(self, j):
        return self.laws[j].fisher()

    def true_score(self, j):
        """r(x) = R x + r: R = I - V^-1, r = V^-1 m."""
        law = self.laws[j]
        slope = [[Fraction(i == k) - law.precision[i][k] for k in range(self.n)] for i in range(self.n)]
        return slope, [row[0] for row in times(law.precision, [[m] for m in law.mean])]

    def network(self, j):
        slope, shift = self.true_score(j)
        return plus(slope, self.slope), [u + v for u, v in zip(shift, self.shift)]

    def error(self, j):
        return self.slope, self.shift

    def product(self, j, first, second):
        """E[f(X) . g(X)] of two affine functions under the law at time j."""
        law, (a, u), (b, v) = self.laws[j], first(j), second(j)
        spread = times(times(a, law.covariance), transposed(b))
        return sum(spread[i][i] for i in range(self.n)) + sum(p * r for p, r in zip(at(a, u, law.mean), at(b, v, law.mean)))

    def total(self, first, second):
        return sum(self.product(j, first, second) for j in range(1, self.steps + 1))

    def coefficient(self, scheme):
        return 2 * (1 - self.q) if scheme == "EI" else 1 / self.q - self.q

    def chain(self, scheme):
        """The identity R4."""
        if scheme == "EI":
            return self.entropy(0) - self.a * self.total(self.network, self.true_score) + 2 * self.theta * self.total(self.network, self.network)
        return self.entropy(0) - self.w * (sum(self.fisher(j) for j in range(1, self.steps + 1)) - self.total(self.error, self.error))

    def kernels(self, scheme):
        """H_T + sum_j E KL(p(x_{j-1}|x_j) | Q): the chain rule, from the joint Gaussian laws."""
        total, noise = self.entropy(self.steps), 1 - self.q ** 2
        for j in range(1, self.steps + 1):
            before, law = self.laws[j - 1], self.laws[j]
            slope = [[self.q * x for x in row] for row in times(before.covariance, law.precision)]
            spread = plus(before.covariance, times(slope, [[-self.q * x for x in row] for row in before.covariance]))
            shift = [m - g for m, g in zip(before.mean, at(slope, [Fraction(0)] * self.n, law.mean))]
            net, move = self.network(j)
            c = self.coefficient(scheme)
            gap = [[slope[i][k] - self.q * (i == k) - c * net[i][k] for k in range(self.n)] for i in range(self.n)], [p - c * r for p, r in zip(shift, move)]
            _, determinant = inverse_and_determinant([[x / noise for x in row] for row in spread])
            total = total + (sum(spread[i][i] for i in range(self.n)) / noise - self.n - log(determinant) + self.product(j, lambda _: gap, lambda _: gap) / noise) / 2
        return total

    def truth(self, scheme):
        """KL of the data from the output, whose law is carried step by step."""
        mean, cov, c = [Fraction(0)] * self.n, identity(self.n), self.coefficient(scheme)
        for j in range(self.steps, 0, -1):
            net, move = self.network(j)
            slope = [[self.q * (i == k) + c * net[i][k] for k in range(self.n)] for i in range(self.n)]
            mean = at(slope, [c * m for m in move], mean)
            noise = [[(1 - self.q ** 2) * (i == k) for k in range(self.n)] for i in range(self.n)]
            cov = plus(times(times(slope, cov), transposed(slope)), noise)
        precision, determinant = inverse_and_determinant(cov)
        gap = [[p - m] for p, m in zip(mean, self.data.mean)]
        trace = sum(times(precision, self.data.covariance)[i][i] for i in range(self.n))
        return (trace - self.n + times(transposed(gap), times(precision, gap))[0][0] + log(determinant / self.data.determinant)) / 2

    def path(self):
        return self.chain("EI") + (self.h - 2 * self.theta) * self.total(self.network, self.network)

    def errors(self):
        return self.total(self.error, self.error)

    def error_weight(self):
        """c' h = h + (e^h - 1 - h)/2."""
        return self.h + (1 / self.q - 1 - self.h) / 2

    def drop(self):
        return self.entropy(0) - self.entropy(1) + self.entropy(self.steps + 1)

    def master(self):
        """R6."""
        return self.drop() + self.error_weight() * self.errors()

    def theorem(self):
        """R7."""
        return self.start() + self.error_weight() * self.errors()

    def start(self):
        return self.q ** (2 * (self.steps + 1)) * self.entropy(0) + self.kappa * self.fisher(0)

    def second(self):
        return self.entropy(self.steps) + self.kappa * (self.fisher(0) - self.fisher(self.steps))


def by_parts(r, j):
    """E[X . s(X) - div s(X)]: the product with the true score, by integration by parts."""
    net, move = r.network(j)
    return r.product(j, lambda _: (identity(r.n), [Fraction(0)] * r.n), lambda _: (net, move)) - sum(net[i][i] for i in range(r.n))


def covariance(x):
    return x.matrix("Sigma") if x.has("Sigma") else [[v * (i == j) for j in range(len(x.numbers("m")))] for i, v in enumerate(x.numbers("variances"))]


def plus(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def transposed(a):
    return [list(column) for column in zip(*a)]


def at(slope, shift, x):
    return [u + v[0] for u, v in zip(shift, times(slope, [[p] for p in x]))]


def run(relation, left, right):
    """A statement about the family gauss_ou."""
    def sides(x):
        if x.family != "gauss_ou" or set(x.fields) - Run.KNOWN or x.number("N") * len(x.fields["m"]) ** 3 > 2000:
            return None
        model = Run(x)
        return left(model), right(model)
    return relation, sides


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
    "R4": {
        "EI": run("=", lambda r: r.chain("EI"), lambda r: r.kernels("EI")),
        "TW": run("=", lambda r: r.chain("TW"), lambda r: r.kernels("TW")),
        "by-parts": run("=", lambda r: r.total(r.network, r.true_score), lambda r: sum(by_parts(r, j) for j in range(1, r.steps + 1))),
        "start": run("<=", lambda r: r.entropy(r.steps), lambda r: r.chain("EI")),
        "tooth start-all": run("<=", lambda r: r.chain("EI"), lambda r: r.entropy(r.steps)),
        "tooth schemes": run("=", lambda r: r.chain("EI"), lambda r: r.kernels("TW")),
        "tooth no-error": run("=", lambda r: r.total(r.network, r.true_score), lambda r: sum(r.fisher(j) for j in range(1, r.steps + 1))),
    },
    "R5": {
        "truth": run("<=", lambda r: r.truth("EI"), lambda r: r.chain("EI")),
        "truth-TW": run("<=", lambda r: r.truth("TW"), lambda r: r.chain("TW")),
        "path": run("<=", lambda r: r.chain("EI"), Run.path),
        "gap": run("=", Run.path, lambda r: r.kernels("EI") + (r.h - 2 * r.theta) * r.total(r.network, r.network)),
        "start": run("<=", lambda r: r.entropy(r.steps), Run.path),
        "tooth reversed": run("<=", Run.path, lambda r: r.chain("EI")),
        "tooth half": run("<=", lambda r: r.truth("EI"), lambda r: r.chain("EI") / 2),
        "tooth half-TW": run("<=", lambda r: r.truth("TW"), lambda r: r.chain("TW") / 2),
    },
    "R6": {
        "truth": run("<=", lambda r: r.truth("EI"), Run.master),
        "path": run("<=", Run.path, Run.master),
        "truth-TW": run("<=", lambda r: r.truth("TW"), lambda r: r.drop() + r.w * r.errors()),
        "chain-TW": run("<=", lambda r: r.chain("TW"), lambda r: r.drop() + r.w * r.errors()),
        "tooth T12": run("<=", lambda r: r.chain("EI"), lambda r: r.drop() + r.h * r.errors() * Fraction(9, 10)),
    },
    "R7": {
        "truth": run("<=", lambda r: r.truth("EI"), Run.theorem),
        "path": run("<=", Run.path, Run.theorem),
        "path-second": run("<=", Run.path, lambda r: r.second() + r.error_weight() * r.errors()),
        "chain-TW": run("<=", lambda r: r.chain("TW"), lambda r: r.start() + r.w * r.errors()),
        "chain-TW-second": run("<=", lambda r: r.chain("TW"), lambda r: r.second() + r.w * r.errors()),
        "order": run("<=", Run.master, Run.theorem),
        "tooth T5": run("<=", lambda r: r.chain("EI"), lambda r: r.kappa * r.fisher(0)),
        "tooth T3": run("<=", lambda r: r.chain("EI"), lambda r: r.q ** (3 * r.steps) * r.entropy(0) + r.kappa * r.fisher(0)),
    },
}
