"""factorizable-density: both sides of a statement from the instance, by the formulas of the mathematics page, written independently of the Java code."""
from fractions import Fraction

from rebuild import Everywhere
from templates import factorizable_density_networks, factorizable_density_rates, factorizable_density_tables
from templates.factorizable_density_blocks import chord


class Rate:
    """The family rate: smoothness beta, dimensions d <= D, grid N = n^nu."""

    def __init__(self, x):
        self.beta, self.d, self.ambient, self.nu = x.number("beta"), x.number("d"), x.number("D"), x.number("nu")
        self.best = 1 / (2 * self.beta + self.d)

    def exponent(self, d):
        return self.beta / (2 * self.beta + d)

    def deviation(self, nu):
        return (1 - self.d * nu) / 2

    def at(self, nu):
        return min(self.beta * nu, self.deviation(nu))

    def gain(self):
        return self.exponent(self.d) - self.exponent(self.ambient)


def rate(relation, left, right):
    return relation, lambda x: (left(Rate(x)), right(Rate(x))) if x.family == "rate" else None


def on_square(relation, left, right):
    """The family square_range: f_m on an interval within [0, 1]; f_m is linear between the points k/2^m."""
    def everywhere(x):
        if x.family != "square_range":
            return None
        n = 2 ** int(x.number("m"))
        return Everywhere(["x"], [([x.number("from")], [x.number("to")])], lambda p: left(n, p[0]), lambda p: right(n, p[0]))
    return relation, everywhere


def error(n, x):
    return chord(x, n) - x * x


def product(n, x, y):
    """P_m(x, y) = f_m(|x + y|/2) - f_m(|x - y|/2)."""
    return chord(abs(x + y) / 2, n) - chord(abs(x - y) / 2, n)


def on_product(relation, left, right):
    """The family product_range: x = u + v, y = u - v on a box of (u, v)."""
    def everywhere(x):
        if x.family != "product_range":
            return None
        n = 2 ** int(x.number("m"))
        return Everywhere(["u", "v"], [(x.numbers("from"), x.numbers("to"))], lambda p: left(n, p[0] + p[1], p[0] - p[1]), lambda p: right(n, p[0] + p[1], p[0] - p[1]))
    return relation, everywhere


def on_line(left, right):
    def everywhere(x):
        if x.family != "product_range":
            return None
        n = 2 ** int(x.number("m"))
        return Everywhere(["u"], [(x.numbers("from")[:1], x.numbers("to")[:1])], lambda p: left(n, p[0]), lambda p: right(p[0]))
    return "=", everywhere


def factors(x, share=1):
    if x.family != "product_range":
        return None
    return Everywhere(["a", "b", "c", "d"], [([-1] * 4, [1] * 4)], lambda p: abs(p[0] * p[1] - p[2] * p[3]), lambda p: (abs(p[0] - p[2]) + abs(p[1] - p[3])) / share)


def quarter(n, *_):
    """4^-(m+1)."""
    return Fraction(1, 4 * n * n)


TEMPLATES = {
    "F4": {
        "lower": on_square("<=", lambda n, x: 0, error),
        "upper": on_square("<=", error, quarter),
        "below-one": on_square("<=", lambda n, x: chord(x, n), lambda n, x: 1),
        "unshared": on_square("=", error, error),
        "tooth half": on_square("<=", error, lambda n, x: quarter(n) / 2),
        "tooth below": on_square("<=", error, lambda n, x: 0),
    },
    "F5": {
        "upper": on_product("<=", lambda n, x, y: product(n, x, y) - x * y, quarter),
        "lower": on_product("<=", lambda n, x, y: x * y - product(n, x, y), quarter),
        "above": on_product("<=", product, lambda n, x, y: 1),
        "below": on_product("<=", lambda n, x, y: -product(n, x, y), lambda n, x, y: 1),
        "tree-step": ("<=", factors),
        "first-axis": on_line(lambda n, u: product(n, u, 0), lambda u: 0),
        "second-axis": on_line(lambda n, u: product(n, 0, u), lambda u: 0),
        "one": on_line(lambda n, u: product(n, u, 1), lambda u: u),
        "tooth half": on_product("<=", lambda n, x, y: product(n, x, y) - x * y, lambda n, x, y: quarter(n) / 2),
        "tooth tree-step-half": ("<=", lambda x: factors(x, 2)),
        "minus-one": on_line(lambda n, u: product(n, u, -1), lambda u: -u),
    },
    "F13": {
        "balance": rate("=", lambda r: r.beta * r.best, lambda r: r.deviation(r.best)),
        "exponent": rate("=", lambda r: r.at(r.best), lambda r: r.exponent(r.d)),
        "best": rate("<=", lambda r: r.at(r.nu), lambda r: r.exponent(r.d)),
        "gain": rate("=", Rate.gain, lambda r: r.beta * (r.ambient - r.d) * r.best / (2 * r.beta + r.ambient)),
        "factors": rate("=", lambda r: min(r.exponent(r.d), r.exponent(r.ambient)), lambda r: r.exponent(r.ambient)),
        "tooth ambient": rate("<=", Rate.gain, lambda r: 0),
        "tooth finer": rate("<=", lambda r: r.exponent(r.d), lambda r: r.at(r.nu)),
    },
}

for part in (factorizable_density_networks, factorizable_density_rates, factorizable_density_tables):
    for claim, statements in part.STATEMENTS.items():
        TEMPLATES.setdefault(claim, {}).update(statements)
