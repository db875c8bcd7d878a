"""factorizable-density: a chain seen through Gaussian noise (F3), by the mathematics page."""
from fractions import Fraction

from interval import exp, normal_cdf, of, pi, sqrt
from templates.factorizable_density_laws import all_of, subsets
from templates.tools import integral, log, total, up_to


class Noised:
    """The family noise_level: the chain on [-1, 1]^D seen through alpha x + sigma Z, and moments of one coordinate."""

    def __init__(self, x):
        self.y, self.a, self.alpha, self.sigma = x.numbers("y"), x.numbers("a"), x.number("alpha"), x.number("sigma")
        self.d, self.known = up_to(len(self.y), 12), {}

    def moments(self, y, most=3):
        if y in self.known:
            return self.known[y]
        a, s = self.alpha, self.sigma
        plus, minus = [exp(-(y - e * a) ** 2 / (2 * s * s)) / (s * sqrt(2 * pi())) for e in (1, -1)]
        far, near = normal_cdf((y + a) / s) - normal_cdf((y - a) / s), -1 if y > 0 else 1
        m = [far / a if near > 0 else (normal_cdf((a - y) / s) - normal_cdf((-a - y) / s)) / a]
        for k in range(most):
            below = k * m[k - 1] if k else of(0)
            m.append((y * m[k] - s * s / a * (plus - (-1) ** k * minus - below)) / a)
        self.known[y] = m
        return m

    def density(self, raised=None, y=None):
        """By messages; with one moment more at a site."""
        y = y or self.y
        up, slope = of(Fraction(1, 2)), of(0)
        for i in range(self.d):
            m = self.moments(y[i])
            m = m[1:] if i == raised else m
            if i == self.d - 1:
                return up * m[0] + slope * m[1]
            up, slope = (up * m[0] + slope * m[1]) / 2, self.a[i] * (up * m[1] + slope * m[2]) / 2

    def by_edges(self):
        terms = []
        for edges in subsets(range(self.d - 1)):
            degree = [(i in edges) + (i - 1 in edges) for i in range(self.d)]
            term = of(all_of(self.a[i] for i in edges))
            for y, k in zip(self.y, degree):
                term = term * self.moments(y)[k]
            terms.append(term)
        return total(terms) / 2 ** self.d

    def score(self, j):
        return (self.alpha * self.density(j) / self.density() - self.y[j]) / self.sigma ** 2

    def gain(self):
        """log of the density a quarter further along the first coordinate."""
        return log(self.density(y=[self.y[0] + Fraction(1, 4)] + self.y[1:])) - log(self.density())

    def third(self):
        """The third moment by quadrature."""
        scale = 1 / (self.sigma * sqrt(2 * pi()))
        y, a, s = self.y[0], self.alpha, self.sigma
        return integral(lambda x, c: x ** 3 * (-((x * a - y) ** 2) / (2 * s * s)).do("exp") * c, -1, 1, scale)

    def bound(self, own=True):
        return ((abs(self.y[-1]) if own else 0) + self.alpha) / self.sigma ** 2

    def mixed(self):
        a, b, c = self.y
        values = [log(self.density(y=list(y))) for y in ((a, b, c), (-a, b, 0), (-a, b, c), (a, b, 0))]
        return values[0] + values[1] - values[2] - values[3]
