"""factorizable-density: both sides of the statements about networks (F4 to F8, F10, F11, F18)."""
from fractions import Fraction

from interval import exp
from templates.factorizable_density_chain import Chain, Size, slope
from templates.factorizable_density_blocks import (Cubic, Decay, Interpolated, Inverse, Product, Ridge, Square, at, chord, cube,
                                                   first_piece, interpolant, line, over, spike, spike_by_steps, tree_weights)


def square(relation, left, right):
    return at(Square, ("square",), relation, left, right)


def product(relation, left, right, families=("product", "tree")):
    return at(Product, families, relation, left, right)


def interpolated(relation, left, right):
    return at(Interpolated, ("interpolant", "lipschitz_interpolant", "hoelder_interpolant"), relation, left, right)


def interpolated_everywhere(relation, left, right, low=0, high=1):
    return over(Interpolated, ("interpolant_range", "lipschitz_range"), relation, left, right, cube(low, high))


def cubic(left, right):
    return at(Cubic, ("cubic",), "<=", left, right)


def ridge(left, right):
    return at(Ridge, ("smooth_ridge",), "<=", left, right)


def inverse_on(relation, left, right):
    return over(Inverse, ("reciprocal_range",), relation, lambda m, p: left(m, p[0]), lambda m, p: right(m, p[0]), line)


def decay_on(left, right):
    return over(Decay, ("exponential_range",), "<=", lambda m, p: left(m, p[0]), lambda m, p: right(m, p[0]), line)


def inverse_at(relation, left, right):
    return one_point("reciprocal", Inverse, relation, left, right)


def decay_at(left, right):
    return one_point("exponential", Decay, "<=", left, right)


def one_point(family, kind, relation, left, right):
    def sides(x):
        if x.family != family:
            return None
        model, point = kind(x), x.number("x")
        return left(model, point), right(model, point)
    return relation, sides


def chain(relation, left, right):
    return at(Chain, ("chain_network",), relation, left, right)


def size(relation, left, right):
    return at(Size, ("chain_size",), relation, left, right)


def fitted(value):
    return "fit 1/100", lambda x: (slope(x), value) if x.family == "chain_size" else None


def spikes_of(m, p):
    return interpolant(lambda q: Fraction(1), m.n, p)


HALF = Fraction(1, 2)

STATEMENTS = {
    "F4": {
        "chord": over(lambda x: 2 ** int(x.number("m")), ("square_range",), "=", lambda n, p: chord(p[0], n) - p[0] ** 2,
                      lambda n, p: (p[0] - Fraction(int(p[0] * n - (p[0] == 1)), n)) * (Fraction(int(p[0] * n - (p[0] == 1)) + 1, n) - p[0]), first_piece),
        "definition": square("=", lambda s: s.value, Square.by_teeth),
        "unshared-at-points": square("=", lambda s: s.value, lambda s: s.value),
        "lower-at-points": square("<=", lambda s: 0, lambda s: s.error),
        "upper-at-points": square("<=", lambda s: s.error, lambda s: s.eps),
        "sharp": square("=", lambda s: s.error, lambda s: s.eps),
        "chord-at-points": square("=", lambda s: s.error, Square.in_piece),
        "depth": square("=", lambda s: s.m + 1, lambda s: s.m + 1),
        "width": square("=", lambda s: 3, lambda s: 3),
        "nonzero": square("=", lambda s: 8 * s.m - 1, lambda s: 8 * s.m - 1),
        "nonzero-unshared": square("=", lambda s: 8 * s.m - 1, lambda s: 8 * s.m - 1),
        "distinct": square("=", lambda s: 8, lambda s: 8),
        "distinct-1": square("=", lambda s: 2, lambda s: 2),
        "distinct-unshared": square("=", lambda s: 2 * s.m + 2, lambda s: 2 * s.m + 2),
        "tooth half-at-points": square("<=", lambda s: s.error, lambda s: s.eps / 2),
        "tooth below-at-points": square("<=", lambda s: s.error, lambda s: 0),
        "tooth seven": square("=", lambda s: 8 * s.m - 1, lambda s: 8 * s.m - 2),
    },
    "F5": {
        "product": product("<=", lambda p: p.gap, lambda p: p.eps),
        "sharp": product("=", lambda p: p.value - p.exact, lambda p: p.eps),
        "axis": product("=", lambda p: abs(p.times(0)), lambda p: 0),
        "one-at-points": product("=", lambda p: p.times(1), lambda p: p.x[0]),
        "minus-one-at-points": product("=", lambda p: p.times(-1), lambda p: -p.x[0]),
        "bounded": product("<=", lambda p: abs(p.value), lambda p: 1),
        "tree": product("<=", lambda p: p.gap, lambda p: (p.k - 1) * p.eps),
        "padded": product("<=", Product.padded, lambda p: (p.k - 2) * p.eps),
        "depth": product("=", lambda p: p.q * (p.m + 1) + 1, lambda p: p.q * (p.m + 1) + 1),
        "width": product("=", lambda p: 3 * p.k, lambda p: 3 * p.k),
        "nonzero": product("=", lambda p: tree_weights(p.k, p.m), lambda p: tree_weights(p.k, p.m)),
        "nonzero-product": product("=", lambda p: 16 * p.m + 12, lambda p: 16 * p.m + 12),
        "distinct-product": product("=", lambda p: 11, lambda p: 11),
        "distinct-tree": product("=", lambda p: 13, lambda p: 13),
        "distinct-product-1": product("=", lambda p: 4, lambda p: 4),
        "distinct-tree-1": product("=", lambda p: 6, lambda p: 6),
        "tooth half-at-points": product("<=", lambda p: p.gap, lambda p: p.eps / 2),
        "tooth tree-one": product("<=", lambda p: p.gap, lambda p: p.eps),
        "tooth one-number-more": product("=", lambda p: 13, lambda p: p.k + 9),
    },
    "F6": {
        "spike": interpolated_everywhere("=", lambda m, p: spike_by_steps(p), lambda m, p: spike(p), -2, 2),
        "partition": interpolated_everywhere("=", spikes_of, lambda m, p: 1),
        "i-upper": interpolated_everywhere("<=", Interpolated.gap, lambda m, p: m.second_bound()),
        "i-lower": interpolated_everywhere("<=", lambda m, p: -m.gap(p), lambda m, p: m.second_bound()),
        "ii-upper": interpolated_everywhere("<=", Interpolated.gap, lambda m, p: m.lipschitz_bound()),
        "ii-lower": interpolated_everywhere("<=", lambda m, p: -m.gap(p), lambda m, p: m.lipschitz_bound()),
        "tooth F6(i)": interpolated_everywhere("<=", Interpolated.gap, lambda m, p: m.second_bound() * Fraction(8, 9)),
        "tooth ii-third": interpolated_everywhere("<=", Interpolated.gap, lambda m, p: m.lipschitz_bound() / 3),
        "partition-at-points": interpolated("=", lambda m: spikes_of(m, m.x), lambda m: 1),
        "active": interpolated("<=", lambda m: m.active(), lambda m: m.d + 1),
        "least": interpolated("<=", lambda m: 0, lambda m: m.value(m.x) - min(m.grid())),
        "greatest": interpolated("<=", lambda m: 0, lambda m: max(m.grid()) - m.value(m.x)),
        "nodes": interpolated("=", lambda m: abs(m.gap(m.x)), lambda m: 0),
        "i": interpolated("<=", lambda m: abs(m.gap(m.x)), Interpolated.second_bound),
        "i-sharp": interpolated("=", Interpolated.at_centers, Interpolated.second_bound),
        "i-integral": interpolated("=", lambda m: m.second / (24 * m.n ** 2), lambda m: m.second / (24 * m.n ** 2)),
        "ii": interpolated("<=", lambda m: abs(m.gap(m.x)), Interpolated.lipschitz_bound),
        "ii-line": interpolated("<=", lambda m: abs(m.gap(m.x)), lambda m: m.lipschitz_bound() / 2),
        "depth": interpolated("=", lambda m: 4, lambda m: 4),
        "width": interpolated("=", lambda m: 4 * (m.n + 1) ** 2, lambda m: 4 * (m.n + 1) ** 2),
        "nonzero": interpolated("=", Interpolated.weights, Interpolated.weights),
        "hoelder": interpolated("<=", lambda m: abs(m.gap(m.x)) ** m.q, Interpolated.hoelder_bound),
        "hoelder-line": interpolated("<=", lambda m: m.on_line() ** m.q, lambda m: m.hoelder_bound(2)),
        "hoelder-sharp": interpolated("=", lambda m: m.on_line() ** m.q, lambda m: m.hoelder_bound(2)),
        "tooth F6": interpolated("=", lambda m: m.crude_spikes(), lambda m: 1),
        "tooth F6(i)-at-points": interpolated("<=", lambda m: abs(m.gap(m.x)), lambda m: m.second_bound() * Fraction(8, 9)),
        "tooth ii-third-at-points": interpolated("<=", lambda m: abs(m.gap(m.x)), lambda m: m.lipschitz_bound() / 3),
        "tooth hoelder-third": interpolated("<=", lambda m: m.on_line() ** m.q, lambda m: m.hoelder_bound(3)),
    },
    "F7": {
        "smooth": cubic(Cubic.gap, Cubic.smooth_bound),
        "holder": cubic(Cubic.gap, Cubic.hoelder_bound),
        "tooth rate-4": cubic(Cubic.gap, lambda m: m.smooth_bound(4)),
        "smoothness": ridge(Ridge.gap, Ridge.bound),
        "tooth smoothness-faster": ridge(Ridge.gap, lambda m: m.bound(1)),
    },
    "F8": {
        "a-series": inverse_on("=", Inverse.left, Inverse.rest),
        "a-rest": inverse_on("<=", Inverse.rest, lambda m, x: m.rest(m.a)),
        "a-upper": inverse_on("<=", Inverse.off, lambda m, x: m.bound()),
        "a-lower": inverse_on("<=", lambda m, x: -m.off(x), lambda m, x: m.bound()),
        "tooth tenth": inverse_on("<=", lambda m, x: -m.off(x), lambda m, x: m.bound() / 10),
        "b-network-lower": decay_on(lambda m, x: 0, lambda m, x: m.network(x) - m.power(x)),
        "b-network-upper": decay_on(lambda m, x: m.network(x) - m.power(x), lambda m, x: m.excess()),
        "b-power-lower": decay_on(lambda m, x: 0, Decay.short),
        "b-power-upper": decay_on(Decay.short, Decay.near),
        "b-largest": decay_on(Decay.short, lambda m, x: m.least()),
        "tooth F8b": decay_on(Decay.short, lambda m, x: exp(-x) / 2 ** m.k),
        "a-series-at-points": inverse_at("=", Inverse.left, Inverse.rest),
        "a-rest-at-points": inverse_at("<=", Inverse.rest, lambda m, x: m.rest(m.a)),
        "a": inverse_at("<=", lambda m, x: abs(m.off(x)), lambda m, x: m.bound()),
        "tooth tenth-at-points": inverse_at("<=", lambda m, x: abs(m.off(x)), lambda m, x: m.bound() / 10),
        "b-power-below": decay_at(Decay.power, lambda m, x: exp(-x)),
        "b-power-above": decay_at(Decay.short, Decay.near),
        "b-decay": decay_at(Decay.near, lambda m, x: m.least()),
        "b-network-below": decay_at(Decay.power, Decay.network),
        "b-network-above": decay_at(lambda m, x: m.network(x) - m.power(x), lambda m, x: m.excess()),
        "b-lower": decay_at(lambda m, x: exp(-x) - m.network(x), lambda m, x: m.least()),
        "b-upper": decay_at(lambda m, x: m.network(x) - exp(-x), lambda m, x: m.excess()),
        "tooth F8b-at-points": decay_at(Decay.short, lambda m, x: exp(-x) / 2 ** m.k),
        "tooth no-excess": decay_at(Decay.network, Decay.power),
    },
    "F10": {
        "error": chain("<=", Chain.gap, Chain.bound),
        "depth": chain("=", lambda c: 5 + (c.k.bit_length() - 1) * (c.m + 1), lambda c: 5 + (c.k.bit_length() - 1) * (c.m + 1)),
        "width": chain("=", lambda c: max(4 * c.k * (c.n + 1) ** 2, 3 * c.k), lambda c: max(4 * c.k * (c.n + 1) ** 2, 3 * c.k)),
        "nonzero": chain("=", Chain.weights, Chain.weights),
        "tooth half": chain("<=", Chain.gap, lambda c: c.bound() / 2),
        "tooth factors-only": chain("<=", Chain.gap, lambda c: c.exact() * c.of_factors()),
        "tooth least-value": chain("<=", Chain.gap, lambda c: c.exact() * c.of_factors(False) + c.of_tree()),
        "tooth one-product": chain("<=", Chain.gap, lambda c: c.exact() * c.of_factors() + c.of_tree(1)),
    },
    "F11": {
        "accuracy": size("<=", Size.reached, lambda s: s.eps),
        "built": size("=", Size.weights, Size.weights),
        "slope": fitted(1),
        "tooth half": fitted(HALF),
        "tooth quarter-N": size("<=", lambda s: s.reached(s.n // 4), lambda s: s.eps),
    },
    "F18": {
        "network": chain("<=", Chain.relative, Chain.rho),
        "tooth network-half": chain("<=", Chain.relative, lambda c: c.rho() / 2),
        "tooth network-factors": chain("<=", Chain.relative, Chain.of_factors),
    },
}
