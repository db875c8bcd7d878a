"""factorizable-density: the network of a chain and its size (F10, F11, F18), by the mathematics page."""
from fractions import Fraction
from math import ceil, isqrt

from templates.factorizable_density_blocks import all_of, error, interpolant, tree, tree_weights
from templates.tools import log, up_to


class Chain:
    """The family chain_network: factors 1 + a (2u - 1)(2v - 1) on n steps, multiplied by a tree, padded by ones."""

    def __init__(self, x):
        self.n, self.m, self.a, self.x = int(x.number("N")), up_to(x.number("m"), 100), x.numbers("a"), x.numbers("x")
        self.given = len(self.a)
        self.k = 1 << (self.given - 1).bit_length()
        self.scale = all_of(1 + abs(a) for a in self.a)

    def factor(self, a):
        return lambda p: 1 + a * (2 * p[0] - 1) * (2 * p[1] - 1)

    def exact(self):
        return all_of(self.factor(a)(self.x[i:i + 2]) for i, a in enumerate(self.a))

    def network(self):
        values = [interpolant(self.factor(a), self.n, self.x[i:i + 2]) / (1 + abs(a)) for i, a in enumerate(self.a)]
        return self.scale * tree(self.m, values + [Fraction(1)] * (self.k - self.given))

    def gap(self):
        return abs(self.network() - self.exact())

    def relative(self):
        return self.gap() / self.exact()

    def of_factors(self, least=True):
        return all_of(1 + abs(a) / (self.n ** 2 * ((1 - abs(a)) if least else 1)) for a in self.a) - 1

    def of_tree(self, products=None):
        return self.scale * (self.given - 1 if products is None else products) * error(self.m)

    def bound(self):
        return self.exact() * self.of_factors() + self.of_tree()

    def rho(self):
        return self.of_factors() + self.of_tree() / all_of(1 - abs(a) for a in self.a)

    def weights(self):
        return self.k * (4 * (self.n + 1) + 4 * self.n + 12 * (self.n + 1) ** 2) + tree_weights(self.k, self.m)


class Size:
    """The family chain_size."""

    def __init__(self, x, accuracy=1):
        self.k, self.a, self.eps = up_to(x.number("D"), 1000) - 1, x.number("a"), x.number("epsilon") * accuracy
        most = ceil(4 * self.k * self.a / ((1 - self.a) * self.eps))
        self.n = isqrt(most - 1) + 1
        self.m, goal = 1, 2 * (1 + self.a) ** self.k * (self.k - 1) / self.eps
        while 4 ** (self.m + 1) < goal:
            self.m += 1

    def reached(self, n=None):
        n = n or self.n
        return (1 + self.a / (n ** 2 * (1 - self.a))) ** self.k - 1 + (1 + self.a) ** self.k * (self.k - 1) * error(self.m)

    def weights(self):
        return self.k * (4 * (self.n + 1) + 4 * self.n + 12 * (self.n + 1) ** 2) + tree_weights(self.k, self.m)


def slope(x):
    return log(Fraction(Size(x, Fraction(1, 100)).weights(), Size(x).weights())) / log(Fraction(100))
