"""fisher-kl: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code.

Gaussian data N(m, V) under the Ornstein-Uhlenbeck flow: at e^-t the law is N(e^-t m, I + e^-2t (V - I)).
"""
from fractions import Fraction

from interval import log, of
from ranges import greatest
from templates import fisher_kl_early, fisher_kl_kinetic
from templates.fisher_kl_laws import Gaussian, covariance, identity, times
from templates.fisher_kl_run import Run, by_parts


class Flow:
    """The family gauss_flow: two times s < t with a = e^-s and q = e^-(t - s). Of gauss_ou: time 0 and the first step."""

    def __init__(self, x):
        mean, given = x.numbers("m"), x.family == "gauss_flow"
        self.a, self.q = x.number("a") if given else Fraction(1), x.number("q")
        self.at, self.z = (x.numbers(name) if given and x.has(name) else [Fraction(1)] * len(mean) for name in ("x", "direction"))
        self.value = x.number("lambda") if given and x.has("lambda") else Fraction(1)
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
    """A statement about two times of the flow."""
    def sides(x):
        if x.family not in ("gauss_flow", "gauss_ou") or len(x.fields["m"]) > 12:
            return None
        model = Flow(x)
        return left(model), right(model)
    return relation, sides


def moments(p):
    """R9: the second moment M_2, the dimension, a = e^-t and a^2/(1 - a^2) at the later time."""
    a = p.a * p.q
    return sum(m * m for m in p.data.mean) + sum(p.data.covariance[i][i] for i in range(p.data.n)), p.data.n, a, a * a / (1 - a * a)


def moment_bound(p):
    m2, d, a, odds = moments(p)
    return a * a * (m2 + d * odds)


def posterior_gap(p):
    """a^2/(1 - a^2)^2 E tr Cov(X_0|X_t), where the covariance is V - a^2 V V_t^-1 V."""
    v, a = p.data.covariance, p.a * p.q
    gained = times(times(v, p.t.precision), v)
    return a * a / (1 - a * a) ** 2 * sum(v[i][i] - a * a * gained[i][i] for i in range(p.data.n))


def entropy_bound(p):
    m2, d, a, _ = moments(p)
    return (a * a * (m2 - d) - d * log(1 - a * a)) / 2


def growth(p):
    return (1 / p.q ** 2 - 1) / 2


def shrinkage(p):
    return (1 - p.q ** 2) / 2


def run(relation, left, right):
    """A statement about a run of the sampler."""
    def sides(x):
        if x.family not in ("gauss_ou", "gauss_ou_aligned") or set(x.fields) - Run.KNOWN or x.number("N") * len(x.fields["m"]) ** 3 > 2000:
            return None
        model = Run(x)
        return left(model), right(model)
    return relation, sides


def gaussian(relation, left, right):
    """A statement about a run for the standard Gaussian with exact scores."""
    _, sides = run(relation, left, right)

    def only(x):
        if x.family == "gauss_ou" and (any(x.numbers("m")) or covariance(x) != identity(len(x.fields["m"])) or x.has("E") or x.has("b")):
            raise ValueError("not the standard Gaussian with exact scores")
        return sides(x)
    return relation, only


def either(first, second):
    """One statement about two families."""
    return first[0], lambda x: first[1](x) or second[1](x)


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
        "tooth T20": run("=", lambda r: r.entropy(0) - (r.a - 2 * r.theta) * r.sum(map(r.fisher, range(r.steps))), lambda r: r.kernels("EI")),
        "tooth errors": run("=", lambda r: r.chain("TW") + r.w * r.errors() / 100, lambda r: r.kernels("TW")),
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
        "tooth gap-percent": run("=", Run.path, lambda r: r.chain("EI") + (r.h - 2 * r.theta) * r.total(r.network, r.network) * Fraction(101, 100)),
        "tooth half": run("<=", lambda r: r.truth("EI"), lambda r: r.chain("EI") / 2),
        "tooth half-TW": run("<=", lambda r: r.truth("TW"), lambda r: r.chain("TW") / 2),
    },
    "R6": {
        "truth": run("<=", lambda r: r.truth("EI"), Run.master),
        "path": run("<=", Run.path, Run.master),
        "truth-TW": run("<=", lambda r: r.truth("TW"), lambda r: r.drop() + r.w * r.errors()),
        "chain-TW": run("<=", lambda r: r.chain("TW"), lambda r: r.drop() + r.w * r.errors()),
        "chain-refined": run("<=", lambda r: r.chain("EI"), lambda r: r.bounds(1, r.refined())),
        "tooth T9": run("<=", lambda r: r.truth("EI"), lambda r: r.bounds(Fraction(9, 10), 0)),
        "tooth TW": run("<=", lambda r: r.truth("TW"), lambda r: r.bounds(Fraction(9, 10), 0)),
        "tooth path": run("<=", Run.path, lambda r: r.bounds(Fraction(9, 10), 0)),
        "tooth chain-TW": run("<=", lambda r: r.chain("TW"), lambda r: r.bounds(1, r.w * Fraction(9, 10))),
        "tooth refined": run("<=", lambda r: r.chain("EI"), lambda r: r.bounds(1, r.refined() * Fraction(9, 10))),
        "tooth T12": run("<=", lambda r: r.chain("EI"), lambda r: r.drop() + r.h * r.errors() * Fraction(9, 10)),
    },
    "R7": {
        "truth": run("<=", lambda r: r.truth("EI"), Run.theorem),
        "path": run("<=", Run.path, Run.theorem),
        "path-second": run("<=", Run.path, lambda r: r.second() + r.error_weight() * r.errors()),
        "chain-TW": run("<=", lambda r: r.chain("TW"), lambda r: r.start() + r.w * r.errors()),
        "chain-TW-second": run("<=", lambda r: r.chain("TW"), lambda r: r.second() + r.w * r.errors()),
        "order": run("<=", Run.master, Run.theorem),
        "paper": run("<=", Run.path, lambda r: r.decayed(2) + (1 + Fraction(36, 100) * r.h) * r.h * r.errors() + r.h * r.fisher(0)),
        "restated": run("<=", Run.path, lambda r: r.decayed(2) + 2 * r.h * r.errors() + 4 * r.h * greatest(r.h / 2, of(1)) * r.fisher(0)),
        "tooth T4": run("<=", lambda r: r.truth("TW"), lambda r: r.decayed(5)),
        "tooth T6": run("<=", lambda r: r.truth("EI"), lambda r: r.decayed(2) + r.h ** 2 * r.fisher(0)),
        "tooth T7": run("<=", lambda r: r.truth("EI"), lambda r: r.decayed(2) + Fraction(3, 20) * r.h * r.fisher(0)),
        "tooth T8": run("<=", Run.path, lambda r: r.entropy(r.steps) + Fraction(2, 5) * r.h * r.fisher(0)),
        "tooth order": run("<=", Run.master, lambda r: Run.theorem(r) * Fraction(99, 100)),
        "tooth path-second": run("<=", Run.path, lambda r: r.entropy(r.steps) + Fraction(2, 5) * r.kappa * (r.fisher(0) - r.fisher(r.steps))),
        "tooth start": run("<=", lambda r: r.chain("TW"), lambda r: r.kappa * r.fisher(0)),
        "tooth T5": run("<=", lambda r: r.chain("EI"), lambda r: r.kappa * r.fisher(0)),
        "tooth T3": run("<=", lambda r: r.chain("EI"), lambda r: r.q ** (3 * r.steps) * r.entropy(0) + r.kappa * r.fisher(0)),
    },    "R8": {
        "chain": run("<=", lambda r: r.chain("EI"), Run.relative_bound),
        "chain-TW": run("<=", lambda r: r.chain("TW"), Run.relative_bound),
        "moment": run("<=", Run.relative_bound, lambda r: r.start() + r.relative() * r.q ** 2 * r.entropy(0)),
        "tooth T13": run("<=", lambda r: r.chain("EI"), Run.drop),
        "tooth free-TW": run("<=", lambda r: r.chain("TW"), Run.drop),
        "tooth free-moment": run("<=", Run.relative_bound, Run.start),
    },
    "R9": {
        "a": flow("=", lambda p: p.t.fisher(), lambda p: moment_bound(p) - posterior_gap(p)),
        "a-bound": flow("<=", lambda p: p.t.fisher(), moment_bound),
        "b": flow("<=", lambda p: p.t.entropy(), entropy_bound),
        "tooth a-no-gap": flow("=", lambda p: p.t.fisher(), moment_bound),
    },
    "R10": {
        "gap": run("=", lambda r: r.exact("EI"), lambda r: r.exact("TW") + r.gap()),
        "dominance": run("<=", lambda r: r.exact("TW"), lambda r: r.exact("EI")),
        "optimum": run("=", lambda r: r.exact("EI", (1 + 1 / r.q) / 2), lambda r: r.exact("TW")),
        "minimum": run("<=", lambda r: r.exact("TW"), lambda r: r.chain("EI")),
        "tooth T14": run("<=", lambda r: r.exact("EI"), lambda r: r.exact("EI", (1 + 1 / r.q) / 2)),
        "tooth gap-percent": run("=", lambda r: r.exact("EI"), lambda r: r.exact("TW") + r.gap() * Fraction(101, 100)),
        "tooth minimum-percent": run("<=", lambda r: r.exact("TW") * Fraction(101, 100), lambda r: r.chain("EI")),
        "tooth reversed": run("<=", lambda r: r.exact("EI"), lambda r: r.exact("TW")),
    },
    "R11": {
        "upper": run("<=", Run.cost, Run.upper),
        "lower": run("<=", Run.lower, Run.cost),
        "tooth nine-tenths": run("<=", Run.cost, lambda r: r.upper() * Fraction(9, 10)),
        "tooth no-remainder": run("<=", Run.upper, Run.cost),
    },
    "R13": {
        "a-EI": run("=", lambda r: r.truth("EI"), Run.shifted),
        "a-TW": run("=", lambda r: r.truth("TW"), Run.forgotten),
        "a-chain": run("=", lambda r: r.chain("EI"), Run.shifted_chain),
        "tooth a-chain-half": run("=", lambda r: r.chain("EI"), lambda r: r.shifted_chain() / 2),
        "tooth a-rate": run("=", lambda r: r.truth("TW"), lambda r: r.forgotten(5)),
        "tooth a-schemes": run("=", lambda r: r.truth("EI"), Run.forgotten),
        "c": run("<=", lambda r: Fraction(1728, 10_000) * r.h * r.fisher(0), lambda r: r.truth("EI")),
        "tooth c-0.18": run("<=", lambda r: Fraction(9, 50) * r.h * r.fisher(0), lambda r: r.truth("EI")),
    },
    "R14": {
        "variance": gaussian("<=", lambda r: r.n * r.frozen(1), lambda r: r.n * r.frozen()),
        "truth": gaussian("<=", lambda r: r.away(r.frozen(1)), lambda r: r.away(r.frozen())),
        "tooth T11": gaussian("<=", lambda r: r.away(r.frozen()), lambda r: r.decayed(2) + r.h * r.fisher(0)),
    },
}
for statements in (fisher_kl_early.STATEMENTS, fisher_kl_kinetic.STATEMENTS):
    for claim, parts in statements.items():
        for part, formula in parts.items():
            known = TEMPLATES.setdefault(claim, {})
            known[part] = either(known[part], formula) if part in known else formula
