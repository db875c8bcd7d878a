"""ratio-signrelu, R12 on the family 5.F: one chart, R = 1, densities 1 and 1 + beta/(2d), mu cells on each axis of [-1, 1]^(d-1) x [-d, d]."""
from fractions import Fraction
from itertools import product as grid

from interval import exp, log, of, sqrt


class Cell:
    """A cut cell: its size, p, q, b_T, and the values |T| a(theta) R_T(theta) on the midpoints of 4^d parts."""

    def __init__(self, model, low, sides):
        self.model, self.low, self.sides = model, low, sides
        self.corners = list(grid((0, 1), repeat=len(low)))
        self.values = [model.ridge([a + s * e for a, s, e in zip(low, sides, corner)]) for corner in self.corners]
        self.p, self.q = -min(self.values), max(self.values)
        self.volume = Fraction(1)
        for s in sides:
            self.volume *= s

    def b(self):
        top = max(self.model.density(self.low[-1]), self.model.density(self.low[-1] + self.sides[-1]))
        return self.volume * top * self.p * self.q / (self.p + self.q)

    def samples(self):
        for share in grid([Fraction(2 * i + 1, 8) for i in range(4)], repeat=len(self.low)):
            theta = [a + s * e for a, s, e in zip(self.low, self.sides, share)]
            chord = Fraction(0)
            for corner, value in zip(self.corners, self.values):
                weight = Fraction(1)
                for e, s in zip(corner, share):
                    weight *= s if e else 1 - s
                chord += weight * max(value, 0)
            yield self.volume * self.model.density(theta[-1]) * (max(self.model.ridge(theta), 0) - chord)


class Variation:
    def __init__(self, x):
        self.d, self.mu, self.x = int(x.number("d")), int(x.number("m")), x.numbers("x")
        self.sloped = x.fields.get("density", "one") == "sloped"
        if self.d not in (2, 3) or x.fields.get("density", "one") not in ("one", "sloped"):
            raise ValueError("none of these functions")
        self.ws, self.wb = Fraction(2, self.mu), Fraction(2 * self.d, self.mu)
        sides = [self.ws] * (self.d - 1) + [self.wb]
        self.cut = []
        for place in grid(range(self.mu), repeat=self.d - 1):
            low = [-1 + self.ws * i for i in place]
            # x_1 + s . x' on the cell of s lies between two values; a cell is cut only if its beta-interval meets them
            ends = [self.ridge([a + self.ws * e for a, e in zip(low, corner)] + [Fraction(0)]) for corner in grid((0, 1), repeat=self.d - 1)]
            first, last = int((min(ends) + self.d) // self.wb) - 1, int((max(ends) + self.d) // self.wb) + 1
            for j in range(max(first, 0), min(last, self.mu - 1) + 1):
                cell = Cell(self, low + [-self.d + self.wb * j], sides)
                if cell.p > 0 and cell.q > 0:
                    self.cut.append(cell)
        self.top = Fraction(3, 2) if self.sloped else Fraction(1)

    def ridge(self, theta):
        return self.x[0] + sum(s * c for s, c in zip(theta, self.x[1:])) - theta[-1]

    def density(self, beta):
        return 1 + beta / (2 * self.d) if self.sloped else Fraction(1)

    def value(self):
        """The closed form of 5.F."""
        d, x, rest = self.d, self.x[0], sum(c * c for c in self.x[1:])
        if not self.sloped:
            return 2 ** (d - 2) * ((x + d) ** 2 + rest / 3)
        return 2 ** (d - 1) * ((x * x + rest / 3 + 2 * d * x + d * d) / 2 + ((x ** 3 + x * rest) / 6 - Fraction(d * d) * x / 2 - Fraction(d ** 3, 3)) / (2 * d))

    def integral(self):
        """The integral over all cells: over beta by hand, a cubic of x_1 + s . x', and over s by Simpson's rule, which is exact for cubics."""
        total, d = Fraction(0), self.d
        for s in grid((-1, 0, 1), repeat=d - 1):
            y = self.x[0] + sum(a * c for a, c in zip(s, self.x[1:]))
            inner = (y + d) ** 2 / 2 + ((y ** 3 / 6 - y * d * d / 2 - Fraction(d ** 3, 3)) / (2 * d) if self.sloped else 0)
            total += inner * Fraction(4 ** s.count(0), 3 ** (d - 1))
        return total

    def interpolant(self):
        """Sum over all cells of A_Tk ReLU at the corners: equal shares of the corners in s, and in beta those of the density."""
        total, half, w = Fraction(0), (self.ws / 2) ** (self.d - 1), self.wb
        knots = []
        for j in range(self.mu + 1):
            knots.append(Fraction(0))
        for j in range(self.mu):
            low = -self.d + w * j
            knots[j] += w / 2 + ((low * w / 2 + w * w / 6) / (2 * self.d) if self.sloped else 0)
            knots[j + 1] += w / 2 + ((low * w / 2 + w * w / 3) / (2 * self.d) if self.sloped else 0)
        for place in grid(range(self.mu + 1), repeat=self.d - 1):
            times = 2 ** sum(0 < i < self.mu for i in place)
            y = self.x[0] + sum((-1 + self.ws * i) * c for i, c in zip(place, self.x[1:]))
            total += times * half * sum(k * max(y + self.d - w * j, 0) for j, k in enumerate(knots))
        return total

    def squares(self):
        return sum((c.b() ** 2 for c in self.cut), Fraction(0))

    def root(self):
        return sqrt(self.squares()) / 2

    def moments(self):
        """Per cell the second and fourth central moments of its sample."""
        for c in self.cut:
            values = list(c.samples())
            mean = sum(values) / len(values)
            yield sum((v - mean) ** 2 for v in values) / len(values), sum((v - mean) ** 4 for v in values) / len(values)

    def variance(self):
        return sum((m for m, _ in self.moments()), Fraction(0))

    def fourth(self):
        both = list(self.moments())
        return sum((m4 - 3 * m * m for m, m4 in both), Fraction(0)) + 3 * sum((m for m, _ in both), Fraction(0)) ** 2

    def exponent(self):
        """lambda = 2/max b_T."""
        return 2 / max(c.b() for c in self.cut)

    def exponential(self):
        total, scale = of(0), self.exponent()
        for c in self.cut:
            values = list(c.samples())
            mean = sum(values) / len(values)
            total = total + log(sum(exp(scale * (v - mean)) for v in values) / len(values))
        return total

    def scale(self):
        """Lambda."""
        return self.top * self.d * (2 * self.d - 1) * 2 ** (self.d - 1)

    def rate(self):
        """C n^(-1/2 - 3/(2d)), n = (mu + 1)^d + mu^d."""
        share = Fraction(2 ** self.d + 1, (self.mu + 1) ** self.d + self.mu ** self.d)
        return self.scale() * sqrt(Fraction(1, 2)) * share * (sqrt(sqrt(share)) if self.d == 2 else 1)


def variation(relation, left, right, most=110):
    def sides(x):
        if x.family != "variation" or x.number("m") > (most if x.number("d") == 2 else most // 5):
            return None
        v = Variation(x)
        return left(v), right(v)
    return relation, sides


STATEMENTS = {
    "R12": {
        "a": variation("=", Variation.integral, Variation.value),
        "c": variation("<=", Variation.variance, lambda v: v.squares() / 4, 40),
        "d-fourth": variation("<=", Variation.fourth, lambda v: v.squares() ** 2, 40),
        "d-exponential": variation("<=", Variation.exponential, lambda v: v.exponent() ** 2 / 8 * v.squares(), 30),
        "e": variation("<=", Variation.root, Variation.rate),
        "e-b": variation("<=", lambda v: max((c.b() for c in v.cut), default=0), lambda v: v.scale() / v.mu ** (v.d + 1)),
        "e-cut": variation("<=", lambda v: len(v.cut), lambda v: 2 * v.mu ** (v.d - 1)),
        "one-sided": variation("<=", Variation.value, Variation.interpolant),
        "tooth T8": variation("<=", lambda v: v.interpolant() - v.value(), Variation.root),
        "tooth a-interpolation": variation("=", Variation.interpolant, Variation.value),
        "tooth c-hundredth": variation("<=", Variation.variance, lambda v: v.squares() / 1000),
        "tooth d-exponential": variation("<=", Variation.exponential, lambda v: v.exponent() ** 2 / 400 * v.squares()),
        "tooth d-fourth": variation("<=", Variation.fourth, lambda v: v.squares() ** 2 / 100000),
        "tooth e-cut-quarter": variation("<=", lambda v: len(v.cut), lambda v: Fraction(v.mu ** (v.d - 1), 2)),
        "tooth e-rate": variation("<=", Variation.root, lambda v: v.rate() / 100),
    },
}
