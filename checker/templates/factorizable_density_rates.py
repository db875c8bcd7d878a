"""factorizable-density: smoothing, the lower bound, the histogram of a pair and the certificate of a sampler (F12, F14, F16, F18), by the mathematics page."""
from fractions import Fraction
from math import comb, isqrt

from interval import exp, normal_tail, of, pi, sqrt
from templates.tools import density, greatest, integer_power, log, magnitude, total, up_to


def about(families, read):
    def statement(relation, left, right):
        def sides(x):
            if x.family not in families:
                return None
            model = read(x)
            values = left(model), right(model)
            return None if any(v is None for v in values) else values
        return relation, sides
    return statement


# --- F12 ---

class Smoothed:
    """The families smoothing and smoothed_cube: the uniform law on [-1, 1]^D, noise of standard deviation sigma."""

    def __init__(self, x):
        self.sigma, self.d = x.number("sigma"), int(x.number("D")) if x.has("D") else 1
        c = 2 / self.sigma
        self.line = self.sigma * (density(0) - density(c) + c * normal_tail(c))
        self.bound = self.sigma / sqrt(2 * pi())

    def distance(self):
        """The smoothed density is below the density on all of the cube: the mass outside."""
        return 1 - (1 - self.line) ** self.d if self.d > 1 else self.line


class Variation:
    """The family chain_variation, of a coordinate with one neighbor: jumps 1 and the mean slope |a|/2."""

    def __init__(self, x):
        self.a, self.b = abs(x.number("a")), abs(x.number("b"))
        self.value = None if self.a * self.b else 1 + (self.a + self.b) / 2


class Prior:
    """The families prior and prior_preserving, on [-1, 1]: X_0 + sqrt T Z against N(0, T), or alpha X_0 + sqrt(1 - alpha^2) Z against N(0, 1)."""

    def __init__(self, x):
        self.second = sum(w * p * p for w, p in zip(x.numbers("weights"), x.numbers("points")))
        self.points, self.kept = x.numbers("points"), x.number("alpha") if x.has("alpha") else None
        self.horizon = x.number("T") if x.has("T") else None

    def bound(self, second):
        if self.kept is None:
            return second / (2 * self.horizon)
        return (self.kept ** 2 * (second - 1) - log(1 - self.kept ** 2)) / 2

    def of_point(self):
        """KL of one Gaussian."""
        return self.bound(self.points[0] ** 2) if len(self.points) == 1 else None


class Atoms:
    """The family atom_pair: weights w and factors h at points, smeared to the variance t."""

    def __init__(self, x):
        self.h, self.t = x.numbers("factors"), x.number("t")
        y = x.number("y")
        self.rho = max(abs(h - 1) for h in self.h)
        near = [w * exp(-(y - p) ** 2 / (2 * self.t)) for w, p in zip(x.numbers("weights"), x.numbers("points"))]
        self.ratio = magnitude(total(h * v for h, v in zip(self.h, near)) / total(near) - 1)


# --- F14 ---

class Lower:
    """The family lower_bound."""

    def __init__(self, x):
        self.n, self.steps, self.length = int(x.number("n")), int(x.number("N")), x.number("L")
        self.beta, self.d = up_to(x.number("beta"), 2), up_to(x.number("d"), 100)
        d, scale = self.d, Fraction(500, 9) ** (self.d - 1) / 2
        if self.beta == 1:
            self.first, self.second, self.most = Fraction(1, 4 * 2 ** d), Fraction(1, 16 * 3 ** d), Fraction(1, 4)
        else:
            self.first, self.second, self.most = scale / 96 ** d, scale ** 2 / 6930 ** d, scale * Fraction(9, 500) ** d
        self.height = self.length / Fraction(self.steps) ** self.beta

    def squares(self):
        """The integral of B^2 from those of b_1^2, 1/48, and of b_2^2 by the Beta integrals of u^4 (1 - u)^4 (1 - 2u)^2."""
        if self.beta == 1:
            return Fraction(16 ** (self.d - 1), 48 ** self.d)

        def beta(i, j):
            return Fraction(1, (i + j + 1) * comb(i + j, i))
        one = beta(4, 4) - 4 * beta(5, 4) + 4 * beta(6, 4)
        return (Fraction(500, 9) ** (self.d - 1) / 2) ** 2 * one ** self.d

    def greatest_slope(self):
        """sup |D^beta B|: of beta = 2 pure derivatives have sup |b''| = 2 and mixed ones sup |b'| = 1/8, sup |b| = sqrt 5/125 in the other coordinates."""
        if self.beta == 1:
            return of(1)
        scale, top = Fraction(500, 9) ** (self.d - 1) / 2, sqrt(of(5)) / 125
        pure = scale * 2 * top ** (self.d - 1)
        return pure if self.d == 1 else greatest(pure, scale * top ** (self.d - 2) / 64)

    def sup(self):
        return self.height / 4 if self.beta == 1 else self.height * Fraction(500, 9) ** (self.d - 1) / 2 * (sqrt(of(5)) / 125) ** self.d

    def affinity(self):
        s = self.height * self.most
        return 1 - (1 + s * s) / 2 * self.height ** 2 / Fraction(self.steps) ** self.d * self.second

    def risk(self):
        """Of the uniform density: half of the integral of |1 - p_omega|."""
        return self.height * self.first / 2

    def bound(self):
        return self.risk() * (1 - sqrt(1 - integer_power(self.affinity(), 2 * self.n)))

    def upper(self):
        return self.length / (3 * self.steps) + sqrt(Fraction(self.steps ** 2 - 1, self.n)) / 2


# --- F16 ---

def mean_size(a, b, c):
    """E|a X + b Y + c| for X, Y uniform on [-1/2, 1/2]: differences of |t|^3/6, whose second derivative is |t|."""
    if a and b:
        return sum(s * r * abs(c + s * a / 2 + r * b / 2) ** 3 for s in (1, -1) for r in (1, -1)) / (6 * a * b)
    a = a or b
    if not a:
        return abs(c)
    return sum(s * (c + s * a / 2) * abs(c + s * a / 2) for s in (1, -1)) / (2 * a)


class Pair:
    """The family pair_histogram: the plane 1 + a (u - 1/2) + b (v - 1/2), N bins per coordinate, n samples."""

    def __init__(self, x):
        self.a, self.b = x.numbers("slopes")
        self.steps, self.n, self.d = up_to(x.number("N"), 200), up_to(x.number("n"), 5000), up_to(x.number("D"), 100)
        up_to(self.steps ** 2 * self.n, 40_000)
        self.length = max(abs(self.a), abs(self.b))
        self.middles = [Fraction(2 * i + 1, 2 * self.steps) - Fraction(1, 2) for i in range(self.steps)]

    def cell(self, mean, a, b, cells):
        """E of the integral of |density - count/(n volume)| over a cell: a/N, b/N are the slopes on its scale."""
        p = mean / cells
        return sum(comb(self.n, k) * p ** k * (1 - p) ** (self.n - k) * mean_size(a / self.steps, b / self.steps, mean - Fraction(k * cells, self.n))
                   for k in range(self.n + 1)) / cells

    def pair_risk(self):
        cells = self.steps ** 2
        return sum(self.cell(1 + self.a * u + self.b * v, self.a, self.b, cells) for u in self.middles for v in self.middles) / 2

    def single_risk(self, slope=None):
        slope = self.b if slope is None else slope
        return sum(self.cell(1 + slope * v, slope, Fraction(0), self.steps) for v in self.middles) / 2

    def bias(self):
        return mean_size(self.a / self.steps, self.b / self.steps, Fraction(0)) / 2

    def closed_bias(self):
        return (self.length / 4 + min(abs(self.a), abs(self.b)) ** 2 / (12 * self.length)) / (2 * self.steps)

    def chain_risk(self):
        """Of the chain whose neighbors have this plane forth and back: the coordinates between have the slopes b, a, b, ..."""
        return (self.d - 1) * self.pair_risk() + sum(self.single_risk((self.a, self.b)[i % 2]) for i in range(1, self.d - 1))

    def pair_bound(self):
        return pair_bound(self.length, self.steps, self.n)

    def single_bound(self):
        return single_bound(self.length, self.steps, self.n)

    def noise(self):
        return sqrt(Fraction(self.steps ** 2 - 1, self.n)) / 2


def pair_bound(length, steps, n):
    return length / (3 * steps) + sqrt(Fraction(steps ** 2 - 1, n)) / 2


def single_bound(length, steps, n):
    return length / (6 * steps) + sqrt(Fraction(steps - 1, n)) / 2


def chain_bound(length, steps, n, d):
    return (d - 1) * pair_bound(length, steps, n) + (d - 2) * single_bound(length, steps, n)


class Rate:
    """The family histogram_rate."""

    def __init__(self, x):
        self.d, self.length, self.n, self.steps = int(x.number("D")), x.number("L"), int(x.number("n")), int(x.number("N"))

    def upper(self, n=None):
        """The least over N: the bias falls, the noise grows, and their sum has one valley."""
        return valley(lambda k: chain_bound(self.length, k, n or self.n, self.d), 1)

    def lower(self, n=None):
        """The greatest over N: near sqrt(L/5) n^(1/4), of small N the affinity is 0 to all digits."""
        first = int(self.length / 4) + 1  # L/N sup|B| < 1

        def negative(k):
            height, m = self.length / k, n or self.n
            a = 1 - (1 + height ** 2 / 16) / 2 * height ** 2 / k ** 2 / Fraction(144)
            return -(height / 32 * (1 - sqrt(1 - integer_power(a, 2 * m))))
        near = isqrt(isqrt(int(self.length ** 2 * (n or self.n) / 25)))
        return -valley(negative, first, max(first, near))

    def bound(self):
        return chain_bound(self.length, self.steps, self.n, self.d)

    def ambient(self):
        return exp(-log(of(self.n)) / (2 + self.d)) / 2


def valley(value, start, near=None):
    """The least value from a number on, where it falls first and grows then: by doubling and then halving the step."""
    best, known = near or start, {}

    def at(k):
        if k not in known:
            known[k] = value(k)
        return known[k]
    step = 1
    while at(best + step).hi <= at(best).lo:
        best, step = best + step, 2 * step
    while step:
        better = [k for k in (best - step, best + step) if k >= start and at(k).hi < at(best).lo]
        best, step = (better[0], step) if better else (best, step // 2)
    return at(best)


def slope(value, m):
    return log(value(100 * m.n) / value(m.n)) / log(Fraction(100))


# --- F18 ---

class Sampler:
    """The family certificate."""

    def __init__(self, x):
        self.d, n, m, a = int(x.number("D")), x.number("N"), int(x.number("m")), [abs(v) for v in x.numbers("a")]
        k, factors, most, least = self.d - 1, Fraction(1), Fraction(1), Fraction(1)
        for v in a:
            factors, most, least = factors * (1 + v / (n * n * (1 - v))), most * (1 + v), least * (1 - v)
        self.rho = factors - 1 + most / least * (k - 1) / 4 ** (m + 1)
        ends = [Fraction(0)] + a + [Fraction(0)]
        self.variations = sum(1 + (p + q) / 2 + p * q / 4 for p, q in zip(ends, ends[1:]))
        self.summed = self.d + sum(a) + Fraction(1, 4) * sum(p * q for p, q in zip(a, a[1:]))

    def smoothing(self):
        return self.rho / sqrt(2 * pi()) * self.variations

    def path(self):
        r = self.rho
        return sqrt(4 * r * r * self.d * log(1 / r) / (1 - r) ** 2 + self.d * r * r / 4)

    def bound(self):
        return self.smoothing() + self.path()

    def inserted(self):
        """F12d at t_0 = rho^2, T = 1/rho^2."""
        r, early, late = self.rho, self.rho ** 2, 1 / self.rho ** 2
        return sqrt(early / (2 * pi())) * self.variations + sqrt((2 * r * r / (1 - r) ** 2 * self.d * log(late / early) + self.d / (2 * late)) / 2)

    def rate(self, logarithm=True):
        r, d = self.rho, sqrt(of(self.d))
        size = r * (self.variations / sqrt(2 * pi()) + 2 * d / (1 - r) + d / 2)
        return size * sqrt(greatest(1, log(1 / r))) if logarithm else size


smoothed, cubes = about(("smoothing",), Smoothed), about(("smoothed_cube",), Smoothed)
variation, prior, atoms = about(("chain_variation",), Variation), about(("prior", "prior_preserving"), Prior), about(("atom_pair",), Atoms)
lower, pair, rate, sampler = about(("lower_bound",), Lower), about(("pair_histogram",), Pair), about(("histogram_rate",), Rate), about(("certificate",), Sampler)

STATEMENTS = {
    "F12": {
        "a-mass": smoothed("=", Smoothed.distance, Smoothed.distance),
        "a": smoothed("<=", Smoothed.distance, lambda m: m.bound),
        "a-cube": cubes("<=", Smoothed.distance, lambda m: m.bound * m.d),
        "a-end": variation("=", lambda m: m.value, lambda m: 1 + (m.a + m.b) / 2 + m.a * m.b / 4),
        "a-variation": variation("<=", lambda m: m.value, lambda m: 1 + (m.a + m.b) / 2 + m.a * m.b / 4),
        "a-variation-sharper": variation("<=", lambda m: m.value, lambda m: 1 + (m.a + m.b) / 2),
        "b-point": prior("=", Prior.of_point, lambda m: m.bound(m.second)),
        "b-cube": prior("<=", lambda m: m.bound(m.second), lambda m: m.bound(1)),
        "c-ratio": atoms("<=", lambda m: m.ratio, lambda m: m.rho),
        "tooth F12a": smoothed("<=", Smoothed.distance, lambda m: m.bound / 2),
        "tooth a-one": cubes("<=", Smoothed.distance, lambda m: m.bound),
        "tooth a-half-slope": variation("<=", lambda m: m.value, lambda m: 1 + (m.a + m.b) / 4),
    },
    "F14": {
        "bump": lower("=", lambda m: 0, lambda m: 0),
        "class": lower("<=", Lower.greatest_slope, lambda m: 1),
        "sup": lower("<=", Lower.sup, lambda m: m.height * m.most),
        "l2": lower("=", Lower.squares, lambda m: m.second),
        "no-data": lower("=", Lower.bound, Lower.risk),
        "risk": lower("<=", Lower.bound, Lower.risk),
        "sandwich": lower("<=", Lower.bound, Lower.upper),
        "tooth three-quarters": lower("<=", lambda m: Fraction(3, 2) * m.bound(), Lower.risk),
    },
    "F16": {
        "bias": pair("<=", Pair.bias, lambda m: m.length / (3 * m.steps)),
        "bias-exact": pair("=", Pair.bias, Pair.closed_bias),
        "pair": pair("<=", Pair.pair_risk, Pair.pair_bound),
        "single": pair("<=", Pair.single_risk, Pair.single_bound),
        "chain": pair("<=", Pair.chain_risk, lambda m: chain_bound(m.length, m.steps, m.n, m.d)),
        "marginal": pair("<=", Pair.single_risk, Pair.pair_risk),
        "sandwich": rate("<=", Rate.lower, Rate.bound),
        "best": rate("<=", Rate.lower, Rate.upper),
        "upper-slope": rate("fit 1/100", lambda m: slope(m.upper, m), lambda m: Fraction(-1, 4)),
        "lower-slope": rate("fit 1/100", lambda m: slope(m.lower, m), lambda m: Fraction(-1, 4)),
        "tooth F16": pair("<=", Pair.bias, lambda m: m.length / (7 * m.steps)),
        "tooth no-bias": pair("<=", Pair.pair_risk, Pair.noise),
        "tooth F14-ambient": rate("<=", Rate.ambient, Rate.bound),
        "tooth ambient-slope": rate("fit 1/100", lambda m: slope(m.upper, m), lambda m: Fraction(-1, 12)),
    },
    "F18": {
        "inserted": sampler("=", Sampler.bound, Sampler.inserted),
        "variations": sampler("=", lambda m: m.variations, lambda m: m.summed),
        "rate": sampler("<=", Sampler.bound, Sampler.rate),
        "tooth no-logarithm": sampler("<=", Sampler.bound, lambda m: m.rate(False)),
        "tooth no-smoothing": sampler("=", Sampler.bound, Sampler.path),
    },
}
