"""dimension-free-score: the assembled network of R9, node by node and block by block, by section 4 of the mathematics page."""
from fractions import Fraction
from math import ceil

import functions as f
import work
from interval import exp, of, sqrt
from templates.dimension_free_score_points import Exponential, Reciprocal, dot
from templates.factorizable_density_blocks import chord
from templates.tools import root, square, total, up_to

GRID = 1 << 20
MASK = (1 << 64) - 1


def uniform_numbers(seed):
    """SplitMix64."""
    state = seed
    while True:
        state = state + 0x9E3779B97F4A7C15 & MASK
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield Fraction(2 * ((z ^ z >> 31) >> 11) + 1, 1 << 54)


@work.cached(4096)
def normal_node(u):
    """Phi^-1(u) rounded to 20 bits behind the point: n with Phi((n - 1/2)/2^20) < u < Phi((n + 1/2)/2^20), by halving."""
    low, high = -16 * GRID, 16 * GRID
    while high - low > 1:
        middle = (low + high) // 2
        tail = f.normal_tail(-Fraction(2 * middle + 1, 2 * GRID), 96)
        if tail[0] <= u <= tail[1]:
            raise ValueError("a rounding is not decided")
        low, high = (middle, high) if tail[1] < u else (low, middle)
    return Fraction(high, GRID)


class Read:
    """Numbers by name, for the blocks of points.py."""

    def __init__(self, **numbers):
        self.numbers = numbers

    def number(self, name):
        return self.numbers[name]


class Network:
    """The families HAT and PL with given nodes; the potential is linear in z = theta . x between knots and constant outside."""

    def __init__(self, x, pieces=None):
        self.a, self.sigma, self.d, self.m = x.number("a"), x.number("sigma"), up_to(x.number("d"), 200), up_to(x.number("M"), 200)
        theta = x.fields["theta"]
        self.theta = [Fraction(i == 0) for i in range(self.d)] if theta == "e_1" else x.numbers("theta")
        if x.family == "HAT":
            c = x.number("c")
            self.knots, self.values = [Fraction(-1), Fraction(0), Fraction(1)], [Fraction(0), c, Fraction(0)]
        else:
            self.knots, self.values = x.numbers("knots"), x.numbers("values")
        slopes = [(w - v) / (b - a) for a, b, v, w in zip(self.knots, self.knots[1:], self.values, self.values[1:])]
        self.units = [(q - p, -k) for p, q, k in zip([Fraction(0)] + slopes, slopes + [Fraction(0)], self.knots)]
        self.x = x.numbers("x")
        numbers = uniform_numbers(int(x.number("seed")))
        self.nodes = [[normal_node(next(numbers)) for _ in range(self.d)] for _ in range(self.m)]
        self.along = [dot(self.theta, u) for u in self.nodes]
        reach = min(max(self.values) - min(self.values), max(map(abs, slopes)) * self.sigma * max(map(abs, self.along)))
        self.range = Fraction(max(1, ceil(64 * reach)), 64)
        self.n_e, self.p_bits, self.n_s = int(x.number("n_E")), int(x.number("p_bits")), pieces or up_to(x.number("n_S"), 5000)
        self.e = Exponential(Read(Lambda=self.range, n_E=self.n_e, p_bits=self.p_bits))
        self.low, self.high = self.e.value(-self.range), self.e.value(self.range)
        ratio, steps = x.number("rho"), 0
        while self.low * ratio ** steps < self.high:
            steps = up_to(steps + 1, 1000)
        self.r = Reciprocal(Read(D_minus=self.low, rho=ratio, n_D=steps))
        self.most = [max(abs(u[j]) for u in self.nodes) for j in range(self.d)]
        self.sizes = [self.high * b or Fraction(1) for b in self.most]

    def potential(self, z):
        if z <= self.knots[0] or z >= self.knots[-1]:
            return self.values[0] if z <= self.knots[0] else self.values[-1]
        j = max(k for k in range(len(self.knots) - 1) if self.knots[k] <= z)
        a, b, v, w = *self.knots[j:j + 2], *self.values[j:j + 2]
        return v + (w - v) * (z - a) / (b - a)

    def exponents(self):
        z = self.a * dot(self.theta, self.x)
        return [self.potential(z + self.sigma * t) - self.potential(z) for t in self.along]

    def output(self):
        e = [self.e.value(z) for z in self.exponents()]
        mean = sum(e) / self.m
        inverse = self.r.product(mean) / mean
        result = []
        for j in range(self.d):
            weighted = sum(u[j] * v for u, v in zip(self.nodes, e)) / self.m
            p, q = weighted / self.sizes[j], inverse * self.low
            result.append(self.a / self.sigma * self.sizes[j] / self.low * (chord((p + q) / 2, self.n_s) - chord((p - q) / 2, self.n_s)))
        return result

    def estimator(self):
        w = [exp(z) for z in self.exponents()]
        return [self.a / self.sigma * total(v * u[j] for v, u in zip(w, self.nodes)) / total(w) for j in range(self.d)]

    def gap(self):
        return total(square(p - q) for p, q in zip(self.estimator(), self.output()))

    def nu(self, exponential=1, reciprocal=1, products=1):
        k = self.e.factor() - 1
        longest = root(max(dot(u, u) for u in self.nodes))
        blocks = longest * (exponential * k / (2 * sqrt(1 + k)) + reciprocal * self.r.kappa)
        return self.a / self.sigma * (blocks + products * root(dot(self.sizes, self.sizes)) / self.low / (4 * self.n_s ** 2))

    def bends(self):
        """The pieces of the exponential that change the slope."""
        slopes = [Fraction(0)] + self.e.slopes()
        return sum(a != b for a, b in zip(slopes, slopes[1:]))

    # --- path norms ---

    def of_potentials(self):
        norm = self.a * sum(map(abs, self.theta))
        center = sum(abs(c) * (norm + abs(b)) for c, b in self.units)
        return [center + sum(abs(c) * (norm + abs(self.sigma * t + b)) for c, b in self.units) for t in self.along]

    def of_exponential(self, p):
        slopes = self.e.slopes()
        changes = [slopes[0]] + [b - a for a, b in zip(slopes, slopes[1:])]
        return sum(map(abs, changes)) * p + abs(self.e.values[0]) + sum(abs(c * k) for c, k in zip(changes, self.e.knots))

    def of_reciprocal(self, p):
        slopes = [Fraction(-1) / (a * b) for a, b in zip(self.r.knots, self.r.knots[1:])]
        changes = slopes[:1] + [b - a for a, b in zip(slopes, slopes[1:])]
        return sum(map(abs, changes)) * p + 1 / self.low + sum(abs(c * k) for c, k in zip(changes, self.r.knots))

    def path(self):
        """The sum over the outputs."""
        e = [self.of_exponential(p) for p in self.of_potentials()]
        inverse, n, result = self.of_reciprocal(sum(e) / self.m), self.n_s, Fraction(0)
        for j, size in enumerate(self.sizes):
            weighted = sum(abs(u[j]) * p for u, p in zip(self.nodes, e)) / self.m
            block = Fraction(2 * (2 * n - 1), n) * (2 * weighted / size + inverse * self.low) / 2 + Fraction(2 * (n - 1), n)
            result += self.a / self.sigma * size / self.low * 2 * block
        return result

    def path_bound(self):
        e, y = self.of_exponential(max(self.of_potentials())), 1 / self.low
        inverse = y + 2 * y * y * (e + self.r.knots[-1])
        return sum(self.a / self.sigma * size * y * (4 * (2 * b * e / size + inverse / y) + 4) for size, b in zip(self.sizes, self.most))


def network(relation, left, right):
    def sides(x):
        if x.family not in ("HAT", "PL") or not x.has("n_E"):
            return None
        model = Network(x)
        return left(model), right(model)
    return relation, sides


def coarse(x):
    """The network with squares of 4 pieces against the bound of the given ones."""
    return Network(x, 4).gap(), square(Network(x).nu())


def without(*parts):
    return network("<=", Network.gap, lambda m: square(m.nu(*parts)))


STATEMENTS = {
    "R9": {
        "error": network("<=", Network.gap, lambda m: square(m.nu())),
        "path": network("=", Network.path, Network.path),
        "path-bound": network("<=", Network.path, Network.path_bound),
        "layers": network("=", lambda m: 4, lambda m: 4),
        "units-1": network("=", lambda m: (m.m + 1) * len(m.units), lambda m: (m.m + 1) * len(m.units)),
        "units-2": network("=", lambda m: m.m * m.bends(), lambda m: m.m * m.n_e),
        "units-2-most": network("<=", lambda m: m.m * m.bends(), lambda m: m.m * m.n_e),
        "units-3": network("=", lambda m: m.r.n + 2 * m.d, lambda m: m.r.n + 2 * m.d),
        "units-4": network("=", lambda m: 4 * m.d * m.n_s, lambda m: 4 * m.d * m.n_s),
        "tooth T12": ("<=", coarse),
        "tooth no-exponential": without(0, 1, 1),
        "tooth no-reciprocal": without(1, 0, 1),
        "tooth no-product": without(1, 1, 0),
        "tooth path-half": network("<=", Network.path, lambda m: m.path() / 2),
        "tooth one-node-less": network("=", lambda m: (m.m + 1) * len(m.units), lambda m: m.m * len(m.units)),
    },
}
