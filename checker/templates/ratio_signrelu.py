"""ratio-signrelu: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code.

sigma(x) = x for x >= 0 and alpha x/(1 - x) for x < 0; one unit Rec_tau(t) = (1 + sigma(1 - t/tau)/alpha)/tau is 1/t for t >= tau.
"""
from fractions import Fraction

from interval import log, sqrt
from rebuild import Everywhere
from templates import ratio_signrelu_ddpm, ratio_signrelu_marginals, ratio_signrelu_networks, ratio_signrelu_variation
from templates.ratio_signrelu_networks import gate, reciprocal


class Units:
    """The family units: alpha, threshold tau, steepness L, bound B, points t and f."""

    def __init__(self, x):
        self.alpha, self.tau, self.steep, self.bound, self.t, self.f = (x.number(name) for name in ("alpha", "tau", "L", "B", "t", "f"))
        self.far = 1000 * (max(self.tau, self.bound) + 1)
        self.slack = self.alpha / self.steep

    def sigma(self, x):
        return x if x >= 0 else self.alpha * x / (1 - x)

    def reciprocal(self, tau, t):
        return (1 + self.sigma(1 - t / tau) / self.alpha) / tau

    def clip_below(self, tau, t):
        return tau + self.sigma(self.steep * (t - tau)) / self.steep

    def clip_above(self, r, t):
        return r - self.sigma(self.steep * (r - t)) / self.steep

    def clip(self, t):
        return self.clip_above(self.bound, self.clip_below(-self.bound, t))

    def relu_gap(self, t):
        """ReLU(t) - sigma(Lt)/L."""
        return max(t, 0) - self.sigma(self.steep * t) / self.steep


def units(relation, left, right):
    """About the numbers of the instance."""
    return relation, lambda x: (left(Units(x)), right(Units(x))) if x.family == "units" else None


def units_on(relation, lower, upper, left, right):
    """About every t between two ends."""
    def everywhere(x):
        if x.family != "units":
            return None
        u = Units(x)
        return Everywhere(["t"], [([lower(u)], [upper(u)])], lambda p: left(u, p[0]), lambda p: right(u, p[0]))
    return relation, everywhere




def everywhere_to_far(relation, left, right):
    return units_on(relation, lambda u: -u.far, lambda u: u.far, left, right)


def far_pairs(x):
    """R2(b) for every t up to tau and every f from tau on."""
    if x.family != "units":
        return None
    u = Units(x)
    return Everywhere(["t", "f"], [([-u.far, u.tau], [u.tau, u.far])], lambda p: p[1] - u.clip_below(u.tau, p[0]), lambda p: max(1, u.alpha) * (p[1] - p[0]))


def ordered(left, right):
    """About every t <= f: R1(c)."""
    def everywhere(x):
        if x.family != "units":
            return None
        u = Units(x)
        triangle = [[-u.far, -u.far], [-u.far, u.far], [u.far, u.far]]
        return Everywhere(["t", "f"], [], lambda p: left(u, *p), lambda p: right(u, *p), triangle)
    return "<=", everywhere


def fall(u, t, f):
    return u.reciprocal(u.tau, t) - u.reciprocal(u.tau, f)


def change(u):
    return abs(u.reciprocal(u.tau, u.t) - u.reciprocal(u.tau, u.f))


class Gate:
    """The family gate: G(x, y, z) = yz/x on x0 <= x <= X, |y| <= Y, |z| <= Z."""

    def __init__(self, x):
        self.alpha, self.y, self.z, self.least, self.most = (x.number(name) for name in ("alpha", "Y", "Z", "x0", "X"))
        self.at = [x.number(name) for name in ("x", "y", "z")]

    def reciprocal(self, tau, t):
        return (1 + (1 - t / tau if t <= tau else self.alpha * (1 - t / tau) / (t / tau)) / self.alpha) / tau

    def harmonic(self, x, t, more=1, outer=1):
        inner, outer = more * (self.least - self.y - self.z), outer * Fraction(2) / (self.most + self.y + self.z)
        return self.reciprocal(outer, self.reciprocal(inner, x - t) + self.reciprocal(inner, x + t))

    def value(self, x, y, z, more=1, outer=1):
        return (self.harmonic(x, y - z, more, outer) - self.harmonic(x, y + z, more, outer)) / 2

    def product(self, y, z):
        """c G(c, y, z), with 1 to spare."""
        c = self.y + self.z + 1
        return c * gate(self.alpha, Fraction(1), 2 / (c + self.y + self.z), c, y, z)

    def square(self, t):
        """c^2 - 2 c H_c(t)."""
        c = self.y + 1
        return c * c - 2 * c * reciprocal(self.alpha, 2 / c, reciprocal(self.alpha, Fraction(1), c - t) + reciprocal(self.alpha, Fraction(1), c + t))

    def square_ratio(self, x, y):
        return gate(self.alpha, Fraction(1), 2 / (4 * self.y + 1 + self.most), x, y, y)

    def box(self):
        return [([self.least, -self.y, -self.z], [self.most, self.y, self.z])]


def gate_on_box(left, right):
    def everywhere(x):
        if x.family != "gate":
            return None
        g = Gate(x)
        return Everywhere(["x", "y", "z"], g.box(), lambda p: left(g, *p), lambda p: right(*p))
    return "=", everywhere


def gate_corollary(names, ends, left, right):
    def everywhere(x):
        if x.family != "gate":
            return None
        g = Gate(x)
        return Everywhere(names, [ends(g)], lambda p: left(g, *p), lambda p: right(*p))
    return "=", everywhere


def gate_at_point(x):
    if x.family != "gate":
        return None
    g = Gate(x)
    return g.value(*g.at), g.at[1] * g.at[2] / g.at[0]


class Steps:
    """The family steps: f_1, f_2, g_1, g_2 on cells of equal length; e_j = f_j - g_j."""

    def __init__(self, x):
        self.f1, self.f2, self.g1, self.g2 = (x.numbers(name) for name in ("f1", "f2", "g1", "g2"))
        self.e1 = [f - g for f, g in zip(self.f1, self.g1)]
        self.e2 = [f - g for f, g in zip(self.f2, self.g2)]
        self.gap = [a / b - c / d for a, b, c, d in zip(self.f1, self.f2, self.g1, self.g2)]
        self.least, self.most = min(self.f2), max(self.f2)
        self.rho = max(abs(a / b) for a, b in zip(self.f1, self.f2))
        self.eps1, self.eps2 = max(map(abs, self.e1)), max(map(abs, self.e2))

    def norm(self, values, p):
        if p == 0:
            return max(map(abs, values))
        mean = sum(abs(v) ** p for v in values) / len(values)
        return mean if p == 1 else sqrt(mean)

    def errors(self, p):
        return self.norm(self.e1, p) + self.rho * self.norm(self.e2, p)

    def bound(self):
        return (self.eps1 + self.rho * self.eps2) / (self.least - self.eps2)

    def weighted(self):
        return sqrt(sum(f * g * g for f, g in zip(self.f2, self.gap)) / len(self.f2))

    def box(self):
        return [([self.least, -self.rho, -self.eps1, -self.eps2], [self.most, self.rho, self.eps1, self.eps2])]


def steps(relation, left, right):
    return relation, lambda x: (left(Steps(x)), right(Steps(x))) if x.family == "steps" else None


def spike(x):
    """R8(e): the integral of 1/s - 1 over s = |x - 1/2|/eps from 10^-k to 1, on both sides, and 100 times that of the denominator's error."""
    if x.family != "spike":
        return None
    eps, k, p = x.number("eps"), int(x.number("k")), x.number("p")
    return 2 * eps * (k * log(Fraction(10)) - 1 + Fraction(1, 10 ** k)), 200 * eps / (p + 1)


def steps_on_box(relation, left, right):
    def everywhere(x):
        if x.family != "steps":
            return None
        s = Steps(x)
        return Everywhere(["f", "r", "e1", "e2"], s.box(), lambda p: left(s, *p), lambda p: right(s, *p))
    return relation, everywhere


TEMPLATES = {
    "R1": {
        "a": units_on("=", lambda u: u.tau, lambda u: u.far, lambda u, t: u.reciprocal(u.tau, t), lambda u, t: 1 / t),
        "b": units_on("=", lambda u: -u.far, lambda u: u.tau, lambda u, t: u.reciprocal(u.tau, t), lambda u, t: (1 + (1 - t / u.tau) / u.alpha) / u.tau),
        "c": units("<=", change, lambda u: max(1, 1 / u.alpha) / u.tau ** 2 * abs(u.t - u.f)),
        "c-decreasing": units("<=", lambda u: u.reciprocal(u.tau, max(u.t, u.f)), lambda u: u.reciprocal(u.tau, min(u.t, u.f))),
        "c-all": ordered(fall, lambda u, t, f: max(1, 1 / u.alpha) / u.tau ** 2 * (f - t)),
        "c-all-decreasing": ordered(lambda u, t, f: 0, fall),
        "tooth c-half": ordered(fall, lambda u, t, f: max(1, 1 / u.alpha) / u.tau ** 2 * (f - t) / 2),
        "tooth T1": units("=", lambda u: u.reciprocal(u.tau, u.t), lambda u: 2),
        "tooth c-one": units("<=", change, lambda u: abs(u.t - u.f)),
        "tooth c-increasing": units("<=", lambda u: u.reciprocal(u.tau, min(u.t, u.f)), lambda u: u.reciprocal(u.tau, max(u.t, u.f))),
    },
    "R2": {
        "a": units_on("=", lambda u: -u.bound, lambda u: u.far, lambda u, t: u.sigma(t + u.bound) - u.bound, lambda u, t: t),
        "b": units_on("=", lambda u: u.tau, lambda u: u.far, lambda u, t: u.clip_below(u.tau, t), lambda u, t: t),
        "b-upper": units_on("<=", lambda u: -u.far, lambda u: u.tau, lambda u, t: u.clip_below(u.tau, t), lambda u, t: u.tau),
        "b-lower": units_on("<=", lambda u: -u.far, lambda u: u.tau, lambda u, t: u.tau - u.slack, lambda u, t: u.clip_below(u.tau, t)),
        "b-error": units("<=", lambda u: abs(u.clip_below(u.tau, u.t) - u.f), lambda u: max(1, u.alpha) * abs(u.t - u.f)),
        "c": everywhere_to_far("=", lambda u, t: u.clip_above(u.tau, t), lambda u, t: -u.clip_below(-u.tau, -t)),
        "d": units_on("=", lambda u: -u.bound, lambda u: u.bound, lambda u, t: u.clip(t), lambda u, t: t),
        "d-upper": everywhere_to_far("<=", lambda u, t: u.clip(t), lambda u, t: u.bound + u.slack),
        "b-error-all": ("<=", far_pairs),
        "tooth a-below": units("=", lambda u: u.sigma(u.t + u.bound) - u.bound, lambda u: u.t),
        "tooth b-half": units("<=", lambda u: u.tau - u.slack / 2, lambda u: u.clip_below(u.tau, u.t)),
        "tooth b-one": units("<=", lambda u: abs(u.clip_below(u.tau, u.t) - u.f), lambda u: abs(u.t - u.f)),
        "tooth d-hard": units("=", lambda u: u.clip(u.t), lambda u: max(-u.bound, min(u.bound, u.t))),
        "d-lower": everywhere_to_far("<=", lambda u, t: -u.bound - u.slack, lambda u, t: u.clip(t)),
    },
    "R3": {
        "": gate_on_box(Gate.value, lambda x, y, z: y * z / x),
        "harmonic-minus": gate_on_box(lambda g, x, y, z: g.harmonic(x, y - z), lambda x, y, z: (x * x - (y - z) ** 2) / (2 * x)),
        "harmonic-plus": gate_on_box(lambda g, x, y, z: g.harmonic(x, y + z), lambda x, y, z: (x * x - (y + z) ** 2) / (2 * x)),
        "point": ("=", gate_at_point),
        "tooth T2": ("=", gate_at_point),
        "tooth T3": ("=", gate_at_point),
        "tooth inner": gate_on_box(lambda g, x, y, z: g.value(x, y, z, 2), lambda x, y, z: y * z / x),
        "tooth outer": gate_on_box(lambda g, x, y, z: g.value(x, y, z, 1, 8), lambda x, y, z: y * z / x),
        "division": gate_corollary(["x", "y"], lambda g: ([g.least, -g.y], [g.most, g.y]), lambda g, x, y: g.value(x, y, g.z) / g.z, lambda x, y: y / x),
        "product": gate_corollary(["y", "z"], lambda g: ([-g.y, -g.z], [g.y, g.z]), Gate.product, lambda y, z: y * z),
        "square": gate_corollary(["y"], lambda g: ([-g.y], [g.y]), Gate.square, lambda y: y * y),
        "square-ratio": gate_corollary(["x", "y"], lambda g: ([2 * g.y + 1, -g.y], [2 * g.y + 1 + g.most, g.y]), Gate.square_ratio, lambda x, y: y * y / x),
    },
    "R6": {
        "lower": everywhere_to_far("<=", lambda u, t: 0, Units.relu_gap),
        "": everywhere_to_far("=", Units.relu_gap, lambda u, t: u.alpha * max(-t, 0) / (1 + u.steep * max(-t, 0))),
        "upper": everywhere_to_far("<=", Units.relu_gap, lambda u, t: u.slack),
        "sup": units_on("<=", lambda u: -u.bound, lambda u: 0, Units.relu_gap, lambda u, t: u.alpha * u.bound / (1 + u.steep * u.bound)),
        "attained": units("=", lambda u: u.relu_gap(-u.bound), lambda u: u.alpha * u.bound / (1 + u.steep * u.bound)),
        "tooth T5": units("<=", lambda u: u.relu_gap(u.t), lambda u: u.slack / 2),
        "tooth exact": units("<=", lambda u: u.relu_gap(u.t), lambda u: 0),
    },
    "R8": {
        "a": steps_on_box("=", lambda s, f, r, e1, e2: r - (r * f - e1) / (f - e2), lambda s, f, r, e1, e2: (e1 - r * e2) / (f - e2)),
        "b-upper": steps_on_box("<=", lambda s, f, r, e1, e2: (e1 - r * e2) / (f - e2), lambda s, *_: s.bound()),
        "b-lower": steps_on_box("<=", lambda s, f, r, e1, e2: (r * e2 - e1) / (f - e2), lambda s, *_: s.bound()),
        "b": steps("<=", lambda s: s.norm(s.gap, 0), Steps.bound),
        "c-sup": steps("<=", lambda s: s.norm(s.gap, 0), lambda s: s.errors(0) / min(s.g2)),
        "c-1": steps("<=", lambda s: s.norm(s.gap, 1), lambda s: s.errors(1) / min(s.g2)),
        "c-2": steps("<=", lambda s: s.norm(s.gap, 2), lambda s: s.errors(2) / min(s.g2)),
        "d": steps("<=", Steps.weighted, lambda s: s.errors(2) / ((1 - s.eps2 / s.least) * sqrt(s.least))),
        "tooth e-bounded": ("<=", spike),
        "tooth T6": steps("<=", lambda s: s.norm(s.gap, 0), lambda s: (s.eps1 + s.rho * s.eps2) / s.least),
        "tooth b-rho": steps("<=", lambda s: s.norm(s.gap, 0), lambda s: s.eps1 / (s.least - s.eps2)),
        "tooth c-m": steps("<=", lambda s: s.norm(s.gap, 1), lambda s: s.errors(1) / s.least),
        "tooth d-eta": steps("<=", Steps.weighted, lambda s: s.errors(2) / sqrt(s.least)),
    },
}
for module in (ratio_signrelu_networks, ratio_signrelu_marginals, ratio_signrelu_variation, ratio_signrelu_ddpm):
    for claim, parts in module.STATEMENTS.items():
        TEMPLATES.setdefault(claim, {}).update(parts)
