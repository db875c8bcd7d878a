"""generalization-gap: both sides of the statements about reverse processes and about samples (G3, G7), by the mathematics page."""
from fractions import Fraction
from math import comb

from interval import exp, of, pi, sqrt
from templates.generalization_gap_training import Features, Problem
from templates.tools import integral, log, square, total, turned, up_to


def divergence(m, v, other_mean, other_v, d=1):
    """KL of N(m, v) from N(m', v'), d times the part of the variances."""
    return (d * (log(other_v / v) + v / of(other_v) - 1) + square(m - of(other_mean)) / other_v) / 2


class Reverse:
    """Data N(m, v) and a linear score: of the heat flow of N(m~, v~), or -kappa (x - q); d dimensions, the means along one axis."""

    def __init__(self, x):
        self.kind, self.horizon, self.d = x.family, x.number("T"), int(x.number("d")) if x.has("d") else 1
        if x.family == "ou_slope":
            self.m, self.v, self.kappa, self.q, self.prior_mean, self.prior_v = 0, Fraction(1), x.number("kappa"), 0, 0, Fraction(1)
            return
        self.m, self.v = x.number("m"), x.number("v")
        if x.family == "gauss_slope":
            self.kappa, self.q = x.number("kappa"), x.number("q")
        else:
            self.mean, self.w = x.number("mTilde"), x.number("vTilde")
        heat = x.family == "gauss_flow"
        self.prior_mean, self.prior_v = (self.mean, self.w + self.horizon) if heat else (x.number("mPi"), x.number("vPi"))

    def by_kind(self, heat, slope, ou):
        return heat() if self.kind in ("gauss_flow", "gauss_prior") else slope() if self.kind == "gauss_slope" else ou()

    def kept(self):
        """rho: what is kept of a deviation of the start."""
        return self.by_kind(lambda: self.w / (self.w + self.horizon), lambda: exp(-self.kappa * self.horizon), lambda: exp(self.pull() * self.horizon))

    def pull(self):
        """Of dX = -X/2 dt + dB the reversed drift is (1/2 - kappa) y."""
        return Fraction(1, 2) - self.kappa

    def center(self):
        return self.by_kind(lambda: self.mean, lambda: self.q, lambda: Fraction(0))

    def out_mean(self):
        return self.center() + self.kept() * (self.prior_mean - self.center())

    def out_variance(self):
        if self.kind in ("gauss_flow", "gauss_prior"):
            return self.w + self.kept() ** 2 * (self.prior_v - self.w - self.horizon)
        rate = self.kappa if self.kind == "gauss_slope" else -self.pull()
        return self.kept() ** 2 * self.prior_v + (self.horizon if rate == 0 else (1 - exp(-2 * rate * self.horizon)) / (2 * rate))

    def out_variance_again(self):
        """Variation of constants: rho^2 v_pi + int rho_u^2 du."""
        noise = self.by_kind(lambda: integral(lambda u: (self.w / (u + self.w)) ** 2, 0, self.horizon),
                             lambda: integral(lambda u: (u * (-2 * self.kappa)).do("exp"), 0, self.horizon),
                             lambda: integral(lambda u: (u * (2 * self.pull())).do("exp"), 0, self.horizon))
        return self.kept() ** 2 * self.prior_v + noise

    def output(self):
        return divergence(self.m, self.v, self.out_mean(), self.out_variance(), self.d)

    def late_variance(self):
        return self.v if self.kind == "ou_slope" else self.v + self.horizon

    def prior(self):
        return divergence(self.m, self.late_variance(), self.prior_mean, self.prior_v, self.d)

    def energy(self):
        t, v = self.horizon, self.v
        if self.kind == "ou_slope":
            return (self.kappa - 1) ** 2 * t / 2
        if self.kind == "gauss_slope":
            k = self.kappa
            return (log((v + t) / v) - 2 * k * t + k * k / 2 * ((v + t) ** 2 - v * v) + k * k * (self.m - self.q) ** 2 * t) / 2
        w, falls = self.w, 1 / self.w - 1 / (self.w + t)
        return (self.d * (log((v + t) / v) - log((w + t) / w) + (v - w) * falls) + (self.m - self.mean) ** 2 * falls) / 2

    def energy_again(self, swapped=False):
        """Half of the integral of E|s - grad log p_t|^2, under the law of the data or that of the score."""
        if self.kind == "gauss_slope":
            return integral(lambda t: ((t + self.v) * (1 / (t + self.v) - self.kappa) ** 2 + self.kappa ** 2 * (self.m - self.q) ** 2) / 2, 0, self.horizon)
        gap = (self.m - self.mean) ** 2

        def rate(t):
            p, q = t + self.v, t + self.w
            law, other = (q, p) if swapped else (p, q)
            return (law * (1 / p - 1 / q) ** 2 * self.d + other ** -2 * gap) / 2
        return integral(rate, 0, self.horizon)

    def averaged(self):
        return 2 * self.energy() / self.horizon

    def cross(self, late):
        """E[-log q] under p, at 0 or at T."""
        t = self.horizon if late else 0
        return self.d * log(2 * pi() * (self.w + t)) / 2 + (self.d * (self.v + t) + (self.m - self.mean) ** 2) / (2 * (self.w + t))

    def implicit(self):
        """Q = L - C."""
        return self.energy() - self.d * log((self.v + self.horizon) / self.v) / 2

    def offset(self, variance):
        return square(self.out_mean() - self.m - 1) + variance


def reverse(relation, left, right):
    families = ("gauss_flow", "gauss_prior", "gauss_slope", "ou_slope")
    return relation, lambda x: (left(Reverse(x)), right(Reverse(x))) if x.family in families else None


class Likelihood:
    """The family likelihood: s = -kappa x + theta psi(t), psi_j = cos(u_j t + b_j)/sqrt m, for a mixture of N(mu_k, v)."""

    def __init__(self, x):
        self.centers = [(x.read(w, "a weight"), [x.read(c, "a center") for c in mean]) for w, mean in x.fields["centers"]]
        self.u, self.b, self.theta, self.v, self.kappa = x.numbers("U"), x.numbers("b"), x.matrix("theta"), x.number("v"), x.number("kappa")
        self.horizon, self.prior_mean, self.prior_v = x.number("T"), x.numbers("mPi"), x.number("vPi")
        self.d, self.m = len(self.prior_mean), len(self.u)
        self.f = Features([[Fraction(0)]] * self.m, self.u, [turned(b) for b in self.b], self.horizon)
        self.mean = [sum(w * mu[k] for w, mu in self.centers) for k in range(self.d)]

    def pulled(self, rate):
        """int e^(-rate t) theta psi dt."""
        waves = [(self.f.phases[j] * self.f.integral(rate, self.u[j])).re for j in range(self.m)]
        return [total(c * w for c, w in zip(row, waves)) / sqrt(of(self.m)) for row in self.theta]

    def spread(self, point):
        return total(w * total(square(c - of(p)) for c, p in zip(mu, point)) for w, mu in self.centers)

    def cross(self, point, variance, own):
        """E[-log N(point, variance)] under the data smeared to the variance ``own``."""
        return self.d * log(2 * pi() * variance) / 2 + (self.d * own + self.spread(point)) / (2 * variance)

    def output(self):
        kept = exp(-self.kappa * self.horizon)
        noise = self.horizon if self.kappa == 0 else (1 - kept * kept) / (2 * self.kappa)
        return self.cross([kept * p + c for p, c in zip(self.prior_mean, self.pulled(self.kappa))], kept * kept * self.prior_v + noise, self.v)

    def prior(self, late=True):
        return self.cross(self.prior_mean, self.prior_v, self.v + (self.horizon if late else 0))

    def half_square(self):
        """Half of the integral of E|s|^2."""
        t, f = self.horizon, self.f
        own = self.kappa ** 2 * (t * (self.spread([0] * self.d) + self.d * self.v) + self.d * t * t / 2)
        mixed = 2 * self.kappa * total(m * c for m, c in zip(self.mean, self.pulled(Fraction(0))))
        gram = [[((f.phase(i, 1, j, -1) * f.of_sum(i, 1, j, -1)).re + (f.phase(i, 1, j, 1) * f.of_sum(i, 1, j, 1)).re) / (2 * self.m)
                 for j in range(self.m)] for i in range(self.m)]
        drift = total(row[i] * gram[i][j] * row[j] for row in self.theta for i in range(self.m) for j in range(self.m))
        return (own - mixed + drift) / 2

    def implicit(self):
        return self.half_square() - self.kappa * self.d * self.horizon


def likelihood(relation, left, right):
    return relation, lambda x: (left(Likelihood(x)), right(Likelihood(x))) if x.family == "likelihood" else None


class TwoAtoms:
    """The family two_atoms: x1 with probability q, else x2; one feature; n samples, k of them x1."""

    def __init__(self, x):
        self.q, self.n, self.delta, self.horizon, self.w = x.number("q"), up_to(x.number("n"), 1000), x.number("delta"), x.number("T"), x.number("w")
        f = Features([[self.w]], [x.number("u")], [turned(x.number("b"))], self.horizon)
        one, two = [Problem(f, [(Fraction(1), [x.number(name)])], 0) for name in ("x1", "x2")]
        self.values = {"B": (one.linear()[0][0], two.linear()[0][0]), "G": (one.gram()[0][0], two.gram()[0][0])}
        self.size = {"B": 2 / abs(self.w) * (1 - exp(-self.w ** 2 * self.horizon / 2)), "G": of(self.horizon)}
        self.weights = [comb(self.n, k) * self.q ** k * (1 - self.q) ** (self.n - k) for k in range(self.n + 1)]

    def mean_square(self, name):
        one, two = self.values[name]
        return sum(p * (Fraction(k, self.n) - self.q) ** 2 for k, p in enumerate(self.weights)) * square(one - two)

    def variance(self, name, n=None):
        one, two = self.values[name]
        second, mean = self.q * square(one) + (1 - self.q) * square(two), self.q * one + (1 - self.q) * two
        return (second - square(mean)) / (n or self.n)

    def bound(self, name):
        return square(self.size[name]) / self.n

    def threshold(self, name):
        return self.size[name] * (1 + sqrt(2 * log(1 / self.delta))) / sqrt(of(self.n))

    def exceeds(self, name, threshold):
        """P(|k/n - q| |difference| >= threshold), where every comparison is decided."""
        one, two = self.values[name]
        gap, result = (one - two) * (one - two), Fraction(0)
        for k, p in enumerate(self.weights):
            excess = gap * (Fraction(k, self.n) - self.q) ** 2 - square(threshold)
            if excess.lo <= 0 < excess.hi or excess.lo < 0 <= excess.hi:
                return None
            result += p if excess.lo >= 0 else 0
        return result


def atoms(relation, left, right):
    def sides(x):
        if x.family != "two_atoms":
            return None
        model = TwoAtoms(x)
        sides = left(model), right(model)
        return None if None in sides else sides
    return relation, sides


STATEMENTS = {
    "G3": {
        "main": reverse("<=", Reverse.output, lambda r: r.energy() + r.prior()),
        "a": reverse("=", Reverse.output, lambda r: r.energy() + r.prior()),
        "energy": reverse("=", Reverse.energy, Reverse.energy_again),
        "output": reverse("=", Reverse.out_variance, Reverse.out_variance_again),
        "output-mean": reverse("=", lambda r: r.offset(r.out_variance()), lambda r: r.offset(r.out_variance_again())),
        "d": reverse("=", lambda r: r.cross(False), lambda r: r.implicit() + r.cross(True)),
        "printed": reverse("<=", Reverse.output, lambda r: r.averaged() + r.prior()),
        "d-networks": likelihood("<=", Likelihood.output, lambda r: r.implicit() + r.prior()),
        "d-output": likelihood("=", lambda r: r.horizon + square(r.output()), lambda r: r.horizon + square(r.output())),
        "d-energy": likelihood("=", lambda r: r.horizon + r.half_square(), lambda r: r.horizon + r.half_square()),
        "tooth G3": reverse("<=", Reverse.output, lambda r: r.energy() / 2 + r.prior()),
        "tooth G3-14": reverse("<=", Reverse.output, lambda r: r.averaged() + r.prior()),
        "tooth G3-14-ReLU": reverse("<=", Reverse.output, lambda r: r.averaged() + r.prior()),
        "tooth G3a": reverse("=", Reverse.energy, lambda r: r.energy_again(True)),
        "tooth exact": reverse("=", Reverse.output, lambda r: r.energy() + r.prior() / 2),
        "tooth output": reverse("=", Reverse.out_variance, lambda r: 2 * r.out_variance_again()),
        "tooth output-mean": reverse("=", lambda r: r.offset(r.out_variance()), lambda r: r.offset(r.out_variance_again()) + r.horizon),
        "tooth d": reverse("=", lambda r: r.cross(False), Reverse.implicit),
        "tooth d-start": likelihood("<=", Likelihood.output, lambda r: r.implicit() + r.prior(False)),
        "tooth d-divergence": likelihood("<=", Likelihood.output, lambda r: 2 * r.implicit() - r.half_square() + r.prior()),
        "tooth d-output": likelihood("=", lambda r: r.horizon + square(r.output()), lambda r: r.horizon + square(r.prior())),
        "tooth d-energy": likelihood("=", lambda r: r.horizon + r.half_square(), lambda r: r.horizon + 2 * r.half_square()),
    },
    "G7": {
        "a-B": atoms("=", lambda m: 1 + m.mean_square("B"), lambda m: 1 + m.variance("B")),
        "a-G": atoms("=", lambda m: 1 + m.mean_square("G"), lambda m: 1 + m.variance("G")),
        "a-B-bound": atoms("<=", lambda m: m.mean_square("B"), lambda m: m.bound("B")),
        "a-G-bound": atoms("<=", lambda m: m.mean_square("G"), lambda m: m.bound("G")),
        "b-B": atoms("<=", lambda m: m.exceeds("B", m.threshold("B")), lambda m: m.delta),
        "b-G": atoms("<=", lambda m: m.exceeds("G", m.threshold("G")), lambda m: m.delta),
        "tooth a-B": atoms("=", lambda m: 1 + m.mean_square("B"), lambda m: 1 + m.variance("B", m.n - 1)),
        "tooth a-G": atoms("=", lambda m: 1 + m.mean_square("G"), lambda m: 1 + m.variance("G", m.n - 1)),
        "tooth a-bound": atoms("<=", lambda m: m.mean_square("B"), lambda m: m.bound("B") / 5),
        "tooth G7b": atoms("<=", lambda m: m.exceeds("B", m.size["B"] * sqrt(log(1 / m.delta) / (8 * m.n))), lambda m: m.delta),
    },
}
