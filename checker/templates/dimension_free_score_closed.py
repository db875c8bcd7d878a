"""dimension-free-score: the table of the statements in closed form (R1 to R6, R11 to R14)."""
from fractions import Fraction

from interval import exp, sqrt
from templates.dimension_free_score_chains import Chain, Drift, Estimation, Linear, Sampler, Score
from templates.dimension_free_score_gauss import Flat, Quadratic, Ridge, Tilt, TwoModes, half_power
from templates.dimension_free_score_points import Mixture
from templates.tools import root, square


def about(kind, families, *fields):
    """Of the instances of some families that have some fields."""
    def statement(relation, left, right):
        def sides(x):
            if x.family not in families or not all(x.has(name) for name in fields):
                return None
            model = kind(x)
            if model is None:
                return None
            values = left(model), right(model)
            return None if any(v is None for v in values) else values
        return relation, sides
    return statement


quad, modes, tilt = about(Quadratic, ("QUAD",), "a", "d"), about(TwoModes, ("MIX",), "beta"), about(Tilt, ("discrete_tilt",))
ridge, chain_of_line, line = about(Ridge, ("COS", "MIX", "PL", "HAT"), "a"), about(Linear.chain, ("LIN", "COS"), "q"), about(Linear, ("LIN",), "x", "sigma")
drift, chain, score = about(Drift, ("drift_chain",)), about(Chain, ("QUAD",), "d"), about(Score, ("gauss_score",))
sampler, sampler_rate, estimation = about(Sampler, ("sampler_bound",)), about(Sampler, ("sampler_rate",)), about(Estimation, ("gauss_estimation",))
modes_at = about(TwoModes, ("MIX",), "x", "d")
mixture = about(Mixture, ("MIXN",), "x")


def flat(relation, left, right):
    """No tilt at all: COS with c = 0, where the leading constant is d and nothing remains."""
    return relation, lambda x: (left(Flat(x)), right(Flat(x))) if x.family == "COS" and x.has("M") and x.number("c") == 0 else None


def point(relation, left, right):
    """Two modes, or a linear tilt, at a point."""
    kinds = {"LIN": Linear, "MIX": TwoModes}
    def sides(x):
        if x.family not in kinds or not x.has("x") or not x.has("d"):
            return None
        model = kinds[x.family](x)
        return left(model), right(model)
    return relation, sides


def slopes(relation, left, right):
    return relation, lambda x: (left, right) if x.family == "COS" and x.number("c") == 0 else None


def leading(part=1):
    """Of two modes; of others it takes an integral of the tilt's moments."""
    def sides(x):
        if x.family != "MIX":
            return None
        model = Ridge(x)
        return model.two.leading(), model.bound() * part
    return "<=", sides


def both(left, right):
    """A statement with constants of growth that may not touch, and with those that do."""
    return quad("<=", lambda m: left(m, m.growth), lambda m: right(m, m.growth)), quad("<=", lambda m: left(m, m.touching), lambda m: right(m, m.touching))


def pairs(name, left, right):
    statements = both(left, right)
    return {name: statements[0], name + "-attained": statements[1]}


HALF = Fraction(1, 2)
R2 = {
    **pairs("a-lower", lambda m, g: g.z(False), lambda m, g: m.z()),
    **pairs("a-upper", lambda m, g: m.z(), lambda m, g: g.z(True)),
    **pairs("b-lower", lambda m, g: g.f(False, m.radius ** 2), lambda m, g: m.f(m.radius ** 2)),
    **pairs("b-upper", lambda m, g: m.f(m.radius ** 2), lambda m, g: g.f(True, m.radius ** 2)),
    # both densities times (2 pi)^(d/2), as the legend of the statement says
    **pairs("c", lambda m, g: m.density(m.radius ** 2), lambda m, g: g.law(m.radius ** 2)),
    **pairs("d", lambda m, g: m.tail(), lambda m, g: g.tail(m.radius ** 2)),
    **pairs("d-second", lambda m, g: m.second(), lambda m, g: g.second(m.radius ** 2)),
    "a-lower-modes": modes("<=", lambda m: m.growth.z(False), lambda m: 1),
    "a-upper-modes": modes("<=", lambda m: 1, lambda m: m.growth.z(True)),
    "b-lower-modes": modes("<=", lambda m: m.growth.f(False, m.radius ** 2), TwoModes.f),
    "b-upper-modes": modes("<=", TwoModes.f, lambda m: m.growth.f(True, m.radius ** 2)),
    "d-modes": modes("<=", TwoModes.tail, lambda m: m.growth.tail(m.radius ** 2)),
    "d-second-modes": modes("<=", TwoModes.second, lambda m: m.growth.second(m.radius ** 2)),
    "tooth T2-F": quad("<=", lambda m: exp(-m.growth.alpha * m.a ** 2 * m.radius ** 2), lambda m: m.f(m.radius ** 2)),
    "tooth T2-Z": quad("<=", lambda m: half_power(1 + 2 * m.growth.alpha, 2 - m.d), Quadratic.z),
    "tooth d-half": quad("<=", Quadratic.tail, lambda m: m.touching.tail(m.radius ** 2) / 2),
    "tooth upper-without-c": modes("<=", TwoModes.f, lambda m: m.growth.f(True, m.radius ** 2) * exp(-m.growth.plus - m.growth.minus)),
}
R6 = {
    **pairs("K", lambda m, g: m.mean_rho(), lambda m, g: g.mean_rho()),
    **pairs("tau", lambda m, g: m.mean_tau(), lambda m, g: g.mean_tau()),
    "leading": quad("<=", Quadratic.mean_v, Quadratic.mean_tau),
    "finite": quad("=", lambda m: (1 + m.k) * m.sum * (1 - 2 * m.v * m.narrow), lambda m: m.finite),
    "bias": quad("<=", lambda m: m.second(m.clip(), True), lambda m: m.growth.second(m.clip(), True)),
    "bias-M": quad("<=", lambda m: m.growth.second(m.clip(), True), lambda m: m.growth.factor * m.d * m.growth.late / m.nodes),
    "tooth T23": quad("<=", lambda m: 0, lambda m: m.finite),
    "tooth T24": quad("<=", Quadratic.mean_rho, lambda m: m.touching.mean_rho(1)),
    "tooth T9": quad("<=", Quadratic.mean_rho, lambda m: 2),
    "tooth bias-small": quad("<=", lambda m: m.growth.second(m.clip(), True), lambda m: m.growth.factor * m.d * m.growth.late / m.nodes ** 2),
}

STATEMENTS = {
    "R1": {
        "a": quad("=", lambda m: m.density(1), lambda m: m.f(1) * exp(-HALF) / m.z()),
        "b": quad("=", lambda m: m.relative, lambda m: m.a / m.sigma * m.shift),
        "c": quad("=", lambda m: m.relative, lambda m: m.a * m.gradient()),
        "c-r": quad("=", lambda m: m.shift, lambda m: m.sigma * m.gradient()),
        "d": quad("=", lambda m: m.a / (1 + m.k) / m.v, lambda m: m.a + m.sigma * m.shift),
        "d-score": quad("=", lambda m: m.a / (1 + m.k) / m.v * m.a, lambda m: 1 + m.sigma ** 2 * (m.relative - 1)),
        "e": quad("=", lambda m: m.d * m.spread, lambda m: m.sigma ** 2 * m.d / (1 + m.k) + m.a ** 2 * m.d - m.sigma ** 2 / m.a ** 2 * m.fisher),
        "f": quad("=", lambda m: -1 / m.v, lambda m: -1 + m.a ** 2 / m.sigma ** 2 * (m.spread - 1)),
        "g": quad("=", lambda m: m.d / m.v + m.d * m.v, lambda m: 2 * m.d + m.fisher),
        "a-mixture": mixture("=", Mixture.density, Mixture.by_tilt),
        "d-mixture": mixture("=", lambda m: m.by_nodes() + 10, lambda m: m.posterior() + 10),
        "tooth T1": quad("=", lambda m: m.relative, lambda m: m.a * m.shift),
        "tooth a-g": mixture("=", Mixture.density, lambda m: m.f),
        "tooth d-half": mixture("=", Mixture.by_nodes, lambda m: m.posterior() / 2),
    },
    "R2": R2,
    "R3": {
        "a": tilt("<=", lambda m: m.variance(m.q), Tilt.sinh2),
        "b": tilt("<=", Tilt.distance, Tilt.tanh),
        "c": tilt("<=", Tilt.shift, lambda m: m.sinh2() * m.variance(m.xi)),
        "d-rho": mixture("<=", lambda m: m.rho, lambda m: exp(m.kappa2)),
        "d-mean": mixture("<=", Mixture.shift2, lambda m: m.kappa2),
        "d-rho-point": point("<=", lambda m: m.moment(2), lambda m: exp(m.kappa ** 2)),
        "d-3": point("<=", lambda m: m.moment(3), lambda m: exp(3 * m.kappa ** 2)),
        "d-4": point("<=", lambda m: m.moment(4), lambda m: exp(6 * m.kappa ** 2)),
        "d-mean-point": point("<=", lambda m: m.mean(), lambda m: m.kappa),
        "tooth T3(a)": tilt("<=", lambda m: m.variance(m.q), lambda m: m.sinh2() / 2),
        "tooth T3(b)": tilt("<=", Tilt.distance, lambda m: m.tanh(4)),
        "tooth T4": line("<=", lambda m: exp(m.kappa ** 2), lambda m: exp(m.kappa ** 2 / 2)),
        "tooth c-nine-tenths": tilt("<=", Tilt.shift, lambda m: Fraction(9, 10) * m.sinh2() * m.variance(m.xi)),
        "tooth d-mean-half": line("<=", lambda m: m.kappa, lambda m: m.kappa / 2),
        "tooth d-third": mixture("<=", lambda m: m.rho, lambda m: exp(m.kappa2 / 3)),
    },
    "R4": {
        "simple": ridge("<=", Ridge.bound, lambda m: 4 * m.slope ** 2 * exp(m.kappa2)),
        "leading": leading(),
        "tooth leading-twentieth": leading(Fraction(1, 20)),
        "x": modes_at("<=", TwoModes.gradient_v, lambda m: m.m ** 2 * square(root(m.moment(2) - 1) + sqrt(m.moment(2)))),
        "x-simple": modes_at("<=", TwoModes.gradient_v, lambda m: 4 * m.m ** 2 * m.moment(2)),
    },
    "R5": {
        "d": flat("=", lambda m: m.d, lambda m: m.d),
        "a-lower": flat("<=", lambda m: m.d, lambda m: m.d),
        "a-leading": flat("<=", lambda m: m.d, lambda m: m.d),
        "a-simple": flat("<=", lambda m: m.d, lambda m: m.d),
        "b-lower": flat("<=", lambda m: m.d, lambda m: m.d),
        "b-one": flat("<=", lambda m: m.d, lambda m: m.d),
        "c-lower": flat("<=", lambda m: m.d, lambda m: m.d),
        "c-upper": flat("<=", lambda m: m.d, lambda m: m.d),
        "tooth T6-flat": flat("<=", lambda m: m.d, lambda m: 0),
        "tooth b-third": flat("<=", lambda m: m.d, lambda m: Fraction(m.d, 3)),
    },
    "R6": R6,
    "R10b": {
        "bracket": slopes("<=", -HALF, -HALF),
        "lower": slopes("fit 1/50", -HALF, -HALF),
        "upper": slopes("fit 1/50", -HALF, -HALF),
    },
    "R11": {
        "a-J": chain_of_line("<=", lambda m: m.fisher(1), lambda m: m.q ** 2 * m.fisher(0)),
        "a-J-later": chain_of_line("<=", lambda m: m.fisher(m.steps), lambda m: m.q ** (2 * m.steps - 2) * m.fisher(1)),
        "a-C": chain_of_line("<=", lambda m: m.fisher(0), lambda m: m.b ** 2),
        "a-KL": chain_of_line("<=", lambda m: m.entropy(m.steps), lambda m: m.q ** (2 * m.steps) * m.entropy(0)),
        "a-KL-J": chain_of_line("<=", lambda m: m.entropy(0), lambda m: m.fisher(0) / 2),
        "c-start": chain_of_line("<=", lambda m: m.entropy(m.steps), Linear.path),
        "c-linear": chain_of_line("=", Linear.path, lambda m: m.entropy(m.steps)),
        "c-positive": chain_of_line("<=", lambda m: 0, Linear.path),
        "d": chain_of_line("<=", Linear.path, lambda m: m.entropy(m.steps) + (1 - m.q ** 2) * (m.fisher(0) - m.fisher(m.steps)) / 2),
        "d-C": chain_of_line("<=", Linear.path, lambda m: m.b ** 2 / 2 * (m.q ** (2 * m.steps) + 1 - m.q ** 2)),
        "e-mean": drift("=", lambda m: m.c * m.left, lambda m: m.c * m.left),
        "e-terminal": drift("=", Drift.terminal, lambda m: (m.c * m.left) ** 2 / 2),
        "e-chain": drift("=", Drift.path, Drift.path),
        "e": drift("=", Drift.terminal, lambda m: m.left * m.path()),
        "e-TV": drift("<=", Drift.distance, lambda m: root(m.path() / 2)),
        "a-J-gauss": chain("<=", lambda m: m.fisher[-1], lambda m: m.last ** 2 * m.fisher[0]),
        "a-KL-gauss": chain("<=", lambda m: m.entropy(len(m.q)), lambda m: m.last ** 2 * m.entropy(0)),
        "a-KL-J-gauss": chain("<=", lambda m: m.entropy(0), lambda m: m.fisher[0] / 2),
        "c": chain("=", lambda m: m.kernels() + 10, lambda m: m.path() + 10),
        "c-start-gauss": chain("<=", lambda m: m.entropy(len(m.q)), Chain.path),
        "c-end": chain("<=", Chain.terminal, Chain.path),
        "c-logs": chain("=", lambda m: m.v[-1] * m.spreads(), lambda m: m.v[0]),
        "d-coarsest": chain("<=", lambda m: m.steps() - m.entropy(len(m.q)), lambda m: max(1 - q * q for q in m.q) * (m.fisher[0] - m.fisher[-1]) / 2),
        "d-gauss": chain("<=", Chain.path, lambda m: m.steps() + m.error_part()),
        "tooth T15-Pinsker": drift("<=", Drift.distance, lambda m: sqrt(m.terminal() / 4)),
        "tooth T15": drift("<=", Drift.terminal, lambda m: Fraction(9, 10) * m.path()),
        "tooth T16": chain_of_line("<=", lambda m: m.entropy(m.steps), lambda m: m.q ** (3 * m.steps) * m.entropy(0)),
        "tooth T17": chain("<=", Chain.terminal, lambda m: m.last ** 2 * m.fisher[0] / 2),
        "tooth a-third": chain_of_line("<=", lambda m: m.entropy(0), lambda m: m.fisher(0) / 3),
        "tooth c-exact": chain("<=", Chain.terminal, lambda m: 0),
        "tooth c-no-weight": chain("=", Chain.kernels, lambda m: m.path(lambda q: 1 - q * q)),
        "tooth c-weight": chain_of_line("=", lambda m: m.path(1 - m.q ** 2), lambda m: m.entropy(m.steps)),
        "tooth d-no-errors": chain("<=", Chain.path, Chain.steps),
    },
    "R12": {
        "G": sampler("<=", Sampler.linear, Sampler.gradient),
        "G-rate": sampler_rate("<=", Sampler.by_rate, Sampler.rate),
        "S-C": sampler("<=", lambda m: m.stein(Fraction(0)), Sampler.stein),
        "S-sum": sampler("<=", Sampler.sum, Sampler.logarithm),
        "tooth G-two": sampler_rate("<=", Sampler.by_rate, lambda m: m.rate(2)),
        "tooth T22": sampler("<=", Sampler.linear, lambda m: m.gradient(False)),
    },
    "R13": {
        "": score("=", lambda m: m.loss, lambda m: m.distance + m.d / m.sigma ** 2 - m.score),
        "v": score("=", Score.regression, lambda m: m.loss),
        "tooth T21": score("=", lambda m: m.loss, lambda m: m.distance + m.d - m.score),
    },
    "R14": {
        "a-minimizer": score("<=", Score.least, lambda m: m.loss),
        "a-excess": score("=", lambda m: m.distance, Score.excess),
        "c": estimation("<=", Estimation.divergence, Estimation.bound),
        "tooth a-square": score("=", lambda m: m.distance, lambda m: m.excess(2, 1)),
        "tooth T18-KL": estimation("<=", Estimation.divergence, lambda m: Fraction(1, 2 * m.samples)),
    },
}
