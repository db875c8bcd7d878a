"""factorizable-density: the table of the statements about discrete laws, noise and histograms (F1, F2, F3, F9, F15, F17)."""
from fractions import Fraction

from templates.factorizable_density_laws import (Histogram, Noisy, Polynomials, Tables, Uniform, all_of, chain, chain_bound, distance, divergence,
                                                 fitted, largest_bound, lemma, marginal, network, network_bound, scopes_of_chain, scopes_of_network,
                                                 spread_by_sum)
from templates.factorizable_density_noise import Noised
from templates.tools import magnitude


def about(family, read):
    def statement(relation, left, right):
        def sides(x):
            if x.family != family:
                return None
            model = read(x)
            values = left(model), right(model)
            return None if any(v is None for v in values) else values
        return relation, sides
    return statement


tables, polynomials, noisy, noised = about("tables", Tables), about("polynomial_network", Polynomials), about("noisy_chain", Noisy), about("noise_level", Noised)
uniform = about("uniform_histogram", Uniform)
pair = about("network_pair", lambda x: (network(x), network(x, "p_hat")))
two_chains = about("chain_estimate", lambda x: (chain(x.numbers("pi"), transitions(x, "P")), chain(x.numbers("pi_hat"), transitions(x, "P_hat"))))
paths = about("histogram", lambda x: Histogram(chain(x.numbers("pi"), transitions(x, "P")), int(x.number("n")), scopes_of_chain))
states = about("network_histogram", lambda x: Histogram(network(x), int(x.number("n")), scopes_of_network))


def transitions(x, name):
    return [[[x.read(v, "a probability") for v in row] for row in matrix] for matrix in x.fields[name]]


def estimate(x):
    model = network(x)
    cells = x.numbers("cells")
    return model, {p: cells[sum(s * model.s ** i for i, s in enumerate(p))] for p in model.points}


estimated = about("network_estimate", estimate)


def off_ratio(m):
    p, q = m
    laws = p.law(), q.law()
    return sum(abs(laws[0][x] / laws[1][x] - all_of(p.row(i, x)[x[i]] / q.row(i, x)[x[i]] for i in range(p.d))) for x in p.points)


def chain_rule(m):
    p, q = m
    law = p.law()
    return sum(w * divergence(dict(enumerate(p.tables[i][place])), dict(enumerate(q.tables[i][place])))
               for i in range(p.d) for place, w in enumerate(marginal(law, p.parents[i]).values()))


def of_marginals(m):
    laws = m[0].law(), m[1].law()
    return sum(divergence(marginal(laws[0], [i]), marginal(laws[1], [i])) for i in range(m[0].d))


def of_networks(m, scopes=lambda p: scopes_of_chain(p)):
    return lemma(m[0].law(), m[1].law(), scopes(m[0]))


def path_distance(m):
    return distance(m[0].law(), m[1].law())


def of_estimate(m):
    return distance(m[0].law(), fitted(*m))


def lemma_of_estimate(m, scopes=scopes_of_network):
    return lemma(m[0].law(), m[1], scopes(m[0]))


def four(name):
    return noisy("=", lambda m: m.difference(name), lambda m: m.closed(name))


def many(m):
    return sum(any(m.psi.at(a, x) != 1 for x in m.points) for a in ([0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3], [0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3],
                                                                     [0, 1, 2, 3]))


STATEMENTS = {
    "F1": {
        "a-mass": polynomials("=", lambda m: 1, lambda m: 1),
        "a-correlation": polynomials("=", Polynomials.correlation, Polynomials.correlation),
        "b-polynomial-product": polynomials("=", lambda m: m.psi.off_product(m.points), lambda m: 0),
        "b-polynomial-trivial": polynomials("=", lambda m: m.psi.off_scopes(m.points, m.scopes), lambda m: 0),
        "b-polynomial-dimension": polynomials("<=", lambda m: m.psi.dimension(m.points), lambda m: max(map(len, m.scopes))),
        "b-product": tables("=", lambda m: m.psi.off_product(m.points), lambda m: 0),
        "b-trivial": tables("=", lambda m: m.psi.off_scopes(m.points, m.scopes), lambda m: 0),
        "b-dimension": tables("<=", lambda m: m.psi.dimension(m.points), Tables.largest),
        "tooth independent": polynomials("=", Polynomials.correlation, lambda m: 0),
        "tooth half": polynomials("=", Polynomials.correlation, lambda m: m.correlation() / 2),
        "tooth one-less": tables("<=", lambda m: m.psi.dimension(m.points), lambda m: m.largest() - 1),
        "tooth parents": polynomials("<=", lambda m: m.psi.dimension(m.points), lambda m: max(map(len, m.scopes)) - 1),
    },
    "F2": dict({"D4-" + name: four(name) for name in ("12", "23", "34", "13", "24", "14", "123", "124", "134", "234")}, **{
        "D4-1234": noisy("=", lambda m: m.of_four()[0] - m.of_four()[1], lambda m: -m.closed("1234")),
        "D4-halves": noisy("=", lambda m: m.one("1234"), lambda m: (m.of_four()[0] / m.of_four()[1]) ** 2),
        "D4-dimension": noisy("=", Noisy.dimension, lambda m: m.d),
        "D4-all": noisy("=", many, lambda m: 11),
        "D3": noisy("=", lambda m: m.one("13"), Noisy.closed_three),
        "D3-gap": noisy("<=", lambda m: 4 * m.rho ** 2 * m.eta ** 2 * (1 - m.eta ** 2) + 1, lambda m: m.one("13")),
        "D3-trivial": noisy("=", lambda m: m.one("13"), lambda m: 1),
        "D3-dimension": noisy("=", Noisy.dimension, lambda m: 2),
        "odd": noisy("=", lambda m: m.psi.at(list(range(m.d)), [1] * m.d), lambda m: 1),
        "clean": noisy("=", Noisy.dimension, lambda m: 2),
        "pure-noise": noisy("=", Noisy.dimension, lambda m: 0),
        "tooth chain-graph": noisy("=", lambda m: m.one("13"), lambda m: 1),
        "tooth two-dimensional": noisy("=", Noisy.dimension, lambda m: 2),
        "tooth already-three": noisy("<=", lambda m: 3, Noisy.dimension),
    }),
    "F3": {
        "density": noised("=", Noised.density, Noised.by_edges),
        "score": noised("=", lambda m: m.score(0), lambda m: m.score(0)),
        "score-inside": noised("=", lambda m: m.score(m.d // 2), lambda m: m.score(m.d // 2)),
        "score-last": noised("=", lambda m: m.score(m.d - 1), lambda m: m.score(m.d - 1)),
        "bounded": noised("<=", lambda m: magnitude(m.score(m.d - 1)), Noised.bound),
        "derivative": noised("=", Noised.gain, Noised.gain),
        "moments": noised("=", lambda m: m.moments(m.y[0])[3], Noised.third),
        "tooth F3": noised("=", Noised.mixed, lambda m: 0),
        "tooth shift": noised("<=", lambda m: magnitude(m.score(m.d - 1)), lambda m: m.bound(False)),
    },
    "F9": {
        "a": tables("<=", Tables.absolute, Tables.crude),
        "b": tables("<=", Tables.relative, Tables.omega),
        "b-tv": tables("<=", Tables.distance, Tables.omega),
        "c-ratio": pair("=", off_ratio, lambda m: 0),
        "c": pair("=", lambda m: divergence(m[0].law(), m[1].law()), chain_rule),
        "tooth F9a": tables("<=", Tables.absolute, lambda m: m.crude(False)),
        "tooth F9b": tables("<=", Tables.relative, lambda m: max(m.ratios())),
        "tooth marginals": pair("=", lambda m: divergence(m[0].law(), m[1].law()), of_marginals),
    },
    "F15": {
        "lemma": two_chains("<=", path_distance, of_networks),
        "lemma-two": two_chains("=", path_distance, of_networks),
        "every-sample": paths("<=", Histogram.greatest_gap, lambda h: 0),
        "de-moivre": paths("=", lambda h: h.mean_lemma(spread_by_sum), Histogram.mean_lemma),
        "risk": paths("<=", Histogram.risk, Histogram.mean_lemma),
        "one-sample": paths("=", Histogram.risk, Histogram.full_risk),
        "root": paths("<=", Histogram.mean_lemma, lambda h: chain_bound(h.model.s, h.model.d, h.n)),
        "empty": uniform("<=", lambda m: 1 - Fraction(m.n, m.s ** m.d), lambda m: m.cells(m.d)),
        "root-uniform": uniform("<=", Uniform.mean_lemma, lambda m: chain_bound(m.s, m.d, m.n)),
        "tooth F15": uniform("<=", Uniform.mean_lemma, lambda m: m.cells(m.d)),
        "tooth half": paths("<=", Histogram.risk, lambda h: h.mean_lemma() / 2),
        "tooth interior": two_chains("<=", path_distance, lambda m: of_networks(m, lambda p: [s for s in scopes_of_chain(p) if len(s) == 2])),
    },
    "F17": {
        "law": estimated("=", lambda m: sum(fitted(*m).values()), lambda m: 1),
        "lemma": estimated("<=", of_estimate, lemma_of_estimate),
        "every-sample": states("<=", Histogram.greatest_gap, lambda h: 0),
        "de-moivre": states("=", lambda h: h.mean_lemma(spread_by_sum), Histogram.mean_lemma),
        "risk": states("<=", Histogram.risk, Histogram.mean_lemma),
        "root": states("<=", Histogram.mean_lemma, network_bound),
        "largest": states("<=", network_bound, largest_bound),
        "tooth parents": estimated("<=", of_estimate, lambda m: lemma_of_estimate(m, lambda p: p.families())),
        "tooth half": states("<=", Histogram.risk, lambda h: h.mean_lemma() / 2),
        "tooth smaller": states("<=", network_bound, lambda h: largest_bound(h, 1)),
    },
}
