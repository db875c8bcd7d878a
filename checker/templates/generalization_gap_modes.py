"""generalization-gap: both sides of the statements about matching, two densities and two modes (G2, G11, G12), by the mathematics page."""
from fractions import Fraction

from interval import Interval, exp, normal_cdf, of, sqrt
from templates.generalization_gap_training import Features, Flows, Problem, Training, one_mode
from templates.normal import information
from templates.tools import Complex, density, integral, log, tanh, turned


# --- G2: the energy of the score ---

def matching(relation, left, right):
    """A statement about the energy C of one or two modes."""
    def sides(x):
        if x.family != "training" or len(x.fields["centers"]) > 2:
            return None
        model = Training(x)
        return left(model), right(model)
    return relation, sides


def energy_over_time(m):
    return integral(lambda t: m.dimension / (t + m.v) / 2, 0, m.horizon)


def gaussian_energy(m):
    return one_mode(m.dimension, m.horizon, m.v)


# --- G11: two densities 15/16 (1 - x^2)^2 (1 +- eps x) ---

def bump(x):
    return (1 - x ** 2) ** 2 * Fraction(15, 16)


class Pair:
    """The family two_point; eps is 3/(2 sqrt n) where it is not given."""

    def __init__(self, x):
        self.n, given = int(x.number("n")), x.number("eps") if x.has("eps") else None
        self.square = Fraction(9, 4 * self.n) if given is None else given * given
        self.eps = 3 / (2 * sqrt(Fraction(self.n))) if given is None else given
        self.affinity_bound = 1 - self.square / 14 - self.square ** 2 / 42

    def distance(self):
        """Half of the integral of |p+ - p-|, twice that from 0 on."""
        return 2 * self.eps * integral(lambda x: bump(x) * x, 0, 1)

    def affinity(self):
        return 2 * integral(lambda x: bump(x) * (1 - x ** 2 * self.square).do("sqrt"), 0, 1)

    def by_affinity(self):
        return sqrt(1 - self.affinity_bound ** 2)

    def blind(self):
        """KL of p+ from the mean of the two: (1 + y) log(1 + y) + (1 - y) log(1 - y) = sum over k >= 1 of y^2k / (k (2k - 1)), y = eps x, times the moments of
        the bump on [0, 1]; all terms are positive, and those after a term are less than eps^2 / (1 - eps^2) times it."""
        one = 1 << 128
        power, total, k = one, 0, 0
        while power:
            k, power = k + 1, power * self.square.numerator // self.square.denominator
            moment = Fraction(15, 16) * (Fraction(1, 2 * k + 1) - Fraction(2, 2 * k + 3) + Fraction(1, 2 * k + 5))
            total += power * moment.numerator // (moment.denominator * k * (2 * k - 1))
        slack = k * (k + 2) + self.square / (1 - self.square)
        return Interval(Fraction(total, one), (total + slack) / one)

    def bound(self):
        power, base, n = of(1), of(self.affinity_bound), 2 * self.n
        while n:
            power, base, n = power * base if n & 1 else power, base * base, n >> 1
        return 2 * (5 * self.eps / 32 * (1 - sqrt(1 - power))) ** 2


def pair(relation, left, right):
    return relation, lambda x: (left(Pair(x)), right(Pair(x))) if x.family == "two_point" else None


# --- G12: two modes ---

class Score:
    """The family mode_score: N(-mu, s)/2 + N(mu, s)/2 at x."""

    def __init__(self, x):
        self.mu, self.s, self.x = x.number("mu"), x.number("s"), x.number("x")
        self.shift = 1 + (abs(self.x) + abs(self.mu)) / self.s

    def score(self):
        return -self.x / self.s + self.mu / self.s * tanh(self.mu * self.x / self.s)

    def of_density(self):
        """p'/p from the two densities, up to their common factor."""
        near, far = [exp(-(self.x - m) ** 2 / (2 * self.s)) for m in (self.mu, -self.mu)]
        return -((self.x - self.mu) * near + (self.x + self.mu) * far) / (self.s * (near + far))

    def of_slope(self):
        """The integral of the slope from 0, which is even."""
        rate = self.mu / self.s
        size = integral(lambda z: (1 - (z * rate).do("tanh") ** 2) * rate ** 2 - 1 / self.s, 0, abs(self.x))
        return size if self.x >= 0 else -size


def score(left, right):
    return "=", lambda x: (left(Score(x)), right(Score(x))) if x.family == "mode_score" else None


class Channel:
    """The family sign_channel: a fair sign in Gaussian noise, signal to noise r."""

    def __init__(self, r):
        self.r = r

    def fixed(self):
        """KL from a start that does not know the modes."""
        return self.r / 2 - information(self.r)

    def matched(self):
        return log(1 + self.r) / 2 - information(self.r)

    def doubled(self):
        return Channel(2 * self.r)


def channel(relation, left, right):
    return relation, lambda x: (left(Channel(x.number("r"))), right(Channel(x.number("r")))) if x.family == "sign_channel" else None


class Modes(Flows):
    """The family modes: N(-mu, v)/2 + N(mu, v)/2, features of frequencies w, no sample."""

    def __init__(self, x, shift=0):
        self.horizon, self.v, self.mu, self.tau = x.number("T"), x.number("v"), x.number("mu") + shift, x.number("tau")
        w, u = x.numbers("w"), x.number("u")
        phase = Complex(0, -1) if x.fields.get("b") == "-pi/2" else turned(x.number("b"))
        f = Features([[a] for a in w], [u] * len(w), [phase] * len(w), self.horizon)
        law = Problem(f, [(Fraction(1, 2), [self.mu]), (Fraction(1, 2), [-self.mu])], self.v)
        self.known, self.make = {}, law
        self.late = self.v + self.horizon

    g = property(lambda self: self.make.gram())
    b = property(lambda self: self.make.linear())
    g_hat, b_hat = g, b

    def energy(self):
        return one_mode(1, self.horizon, self.v) - information(self.mu ** 2 / self.v) + information(self.mu ** 2 / self.late)

    def trained_loss(self):
        return self.loss(self.theta())

    def relu(self):
        """E[ReLU(X)^2] of N(m, s) is (m^2 + s) Phi(m/sqrt s) + m sqrt s phi(m/sqrt s)."""
        root = sqrt(self.late)
        return sum(((m * m + self.late) * normal_cdf(m / root) + m * root * density(m / root)) / 2 for m in (self.mu, -self.mu))

    def relu_closed(self):
        return (self.mu ** 2 + self.late) / 2


def modes(relation, left, right, right_shift=0, left_shift=0):
    return relation, lambda x: (left(Modes(x, left_shift)), right(Modes(x, right_shift))) if x.family == "modes" else None


HALF = Fraction(1, 2)

STATEMENTS = {
    "G2": {
        "b": matching("=", Training.energy, energy_over_time),
        "b-entropy": matching("=", Training.energy, Training.energy),
        "b-modes": matching("<=", Training.energy, gaussian_energy),
        "tooth b": matching("=", Training.energy, lambda m: 2 * energy_over_time(m)),
        "tooth b-entropy": matching("=", lambda m: 2 * m.energy(), Training.energy),
        "tooth b-modes": matching("<=", Training.energy, lambda m: gaussian_energy(m) / 2),
    },
    "G11": {
        "tv": pair("=", Pair.distance, lambda m: 5 * m.eps / 16),
        "affinity": pair("<=", lambda m: m.affinity_bound, Pair.affinity),
        "tv-affinity": pair("<=", Pair.distance, Pair.by_affinity),
        "blind": pair("<=", Pair.bound, Pair.blind),
        "tooth tv": pair("=", Pair.distance, lambda m: m.eps / 3),
        "tooth tv-affinity": pair("<=", Pair.distance, lambda m: m.by_affinity() / 2),
        "tooth blind": pair("<=", lambda m: 50 * m.bound(), Pair.blind),
        "tooth affinity": pair("<=", lambda m: 1, Pair.affinity),
    },
    "G12": {
        "a": score(lambda m: m.shift + m.score(), lambda m: m.shift + m.of_density()),
        "a-slope": score(lambda m: m.shift + m.score(), lambda m: m.shift + m.of_slope()),
        "tooth a": score(lambda m: m.shift - m.score(), lambda m: m.shift + m.of_density()),
        "tooth a-slope": score(lambda m: m.shift - m.score(), lambda m: m.shift + m.of_slope()),
        "b": modes("=", Modes.relu, Modes.relu_closed),
        "e-loss": modes("<=", Modes.trained_loss, Modes.energy),
        "e": modes("<=", Modes.energy, lambda m: one_mode(1, m.horizon, m.v)),
        "f-falls": modes("<=", Modes.trained_loss, Modes.trained_loss, left_shift=HALF),
        "f-rises": modes("<=", Modes.trained_loss, Modes.trained_loss, right_shift=HALF),
        "tooth b": modes("=", Modes.relu, lambda m: m.relu_closed() / 2),
        "tooth G12e": modes("<=", Modes.energy, Modes.energy, right_shift=1),
        "tooth G12f": modes("<=", Modes.trained_loss, Modes.trained_loss, right_shift=HALF),
        "c-fixed-density": channel("=", lambda c: 1 + c.fixed(), lambda c: 1 + c.fixed()),
        "c-matched-density": channel("=", lambda c: 1 + c.matched(), lambda c: 1 + c.matched()),
        "c-fixed": channel("<=", Channel.fixed, lambda c: c.doubled().fixed()),
        "c-matched": channel("<=", Channel.matched, lambda c: c.doubled().matched()),
        "c-positive": channel("<=", lambda c: 0, Channel.matched),
        "d-only-if": channel("<=", lambda c: c.r / 2 - log(Fraction(2)), Channel.fixed),
        "d-if": channel("<=", Channel.fixed, lambda c: c.r / 2),
        "tooth c-fixed-density": channel("=", lambda c: 1 + c.fixed(), lambda c: 1 + c.matched()),
        "tooth c-matched-density": channel("=", lambda c: 1 + c.matched(), lambda c: 1 + c.fixed()),
        "tooth c": channel("<=", lambda c: c.doubled().fixed(), Channel.fixed),
        "tooth d-only-if": channel("<=", lambda c: c.r / 2 - log(Fraction(2)) / 2, Channel.fixed),
        "tooth d-if": channel("<=", Channel.fixed, lambda c: c.r / 4),
    },
}
