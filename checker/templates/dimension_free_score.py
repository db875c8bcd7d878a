"""dimension-free-score: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code."""
from fractions import Fraction

from rebuild import Everywhere
from templates import dimension_free_score_closed, dimension_free_score_network, dimension_free_score_points
from templates.factorizable_density_blocks import chord
from templates.tools import up_to


def square(relation, left, right):
    """The family square_block: T is linear between the points k/n of [-1, 1] and equal to z^2 there."""
    return relation, lambda x: (left(up_to(x.number("n_S"), 10_000)), right(up_to(x.number("n_S"), 10_000))) if x.family == "square_block" else None


def on_square(left, right):
    def everywhere(x):
        if x.family != "square_block":
            return None
        n = up_to(x.number("n_S"), 10_000)
        return Everywhere(["z"], [([-1], [1])], lambda p: left(n, p[0]), lambda p: right(n, p[0]))
    return "<=", everywhere


def error(n, z):
    return chord(z, n) - z * z


def least(n):
    """Of the error at the middles of all pieces."""
    return min(error(n, Fraction(2 * k + 1, 2 * n)) for k in range(-n, n))


def slopes(n):
    """Of the pieces of T from left to right: (z_k+1^2 - z_k^2) n = (2k + 1)/n."""
    return [Fraction(2 * k + 1, n) for k in range(-n, n)]


def path_norm(n):
    """T(z) = sum_k c_k relu(z - k/n) + c_-k relu(-z - k/n), c_0 the first slope and else the change of the slope 2/n: sum |c|(1 + k/n)."""
    half = [slopes(n)[n]] + [b - a for a, b in zip(slopes(n)[n:], slopes(n)[n + 1:])]
    return 2 * sum(abs(c) * (1 + Fraction(k, n)) for k, c in enumerate(half))


class Product:
    """The family product_block: XY (T(u) - T(v)) with u = (x/X + y/Y)/2, v = (x/X - y/Y)/2."""

    def __init__(self, x):
        self.x, self.y, self.n = x.number("X"), x.number("Y"), up_to(x.number("n_S"), 10_000)
        self.bound = self.x * self.y / (4 * self.n ** 2)

    def value(self, u, v):
        return self.x * self.y * (chord(u, self.n) - chord(v, self.n))

    def error(self, u, v):
        return self.value(u, v) - self.x * (u + v) * self.y * (u - v)


def on_product(relation, names, left, right):
    def everywhere(x):
        if x.family != "product_block":
            return None
        m, k = Product(x), len(names)
        return Everywhere(names, [([-1] * k, [1] * k)], lambda p: left(m, *p), lambda p: right(m))
    return relation, everywhere


TEMPLATES = {
    "R8": {
        "c-lower": on_square(lambda n, z: 0, error),
        "c-upper": on_square(error, lambda n, z: Fraction(1, 4 * n * n)),
        "c-attained": square("=", least, lambda n: Fraction(1, 4 * n * n)),
        "e-square": square("=", path_norm, lambda n: Fraction(2 * (2 * n - 1), n) + Fraction(2 * (n - 1), n)),
        "e-square-bounded": square("<=", path_norm, lambda n: 6),
        "units-square": square("=", lambda n: 2 * n, lambda n: 2 * n),
        "d-upper": on_product("<=", ["u", "v"], Product.error, lambda m: m.bound),
        "d-lower": on_product("<=", ["u", "v"], lambda m, u, v: -m.error(u, v), lambda m: m.bound),
        "d-first-axis": on_product("=", ["u"], lambda m, u: m.value(u / 2, u / 2), lambda m: 0),
        "d-second-axis": on_product("=", ["u"], lambda m, u: m.value(u / 2, -u / 2), lambda m: 0),
        "tooth T11(c)": on_square(error, lambda n, z: Fraction(1, 8 * n * n)),
        "tooth path-four": square("<=", path_norm, lambda n: 4),
        "tooth d-half": on_product("<=", ["u", "v"], Product.error, lambda m: m.bound / 2),
    },
}

for part in (dimension_free_score_closed, dimension_free_score_network, dimension_free_score_points):
    for claim, statements in part.STATEMENTS.items():
        TEMPLATES.setdefault(claim, {}).update(statements)
