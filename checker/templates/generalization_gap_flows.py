"""generalization-gap: both sides of the statements about the training problem and its flows (G1, G4 to G6, G9, the clocks)."""
from fractions import Fraction

from interval import exp, of, sqrt
from rebuild import Everywhere
from templates.generalization_gap_training import Copies, Flows, NoTemplate, Quadratic, Training
from templates.tools import greatest, minus, norm, root, square, squared_norm, times, total, trace

KINDS = {"training": Training, "training_mixture": Training, "quadratic": Quadratic, "copies": Copies}
ALL = tuple(KINDS)
THIRD, HALF = Fraction(1, 3), Fraction(1, 2)
E = exp(Fraction(1))


def on(families, relation, left, right):
    def sides(x):
        if x.family not in families:
            return None
        model = KINDS[x.family](x)
        try:
            return left(model), right(model)
        except NoTemplate:
            return None
    return relation, sides


def training(relation, left, right):
    return on(("training", "training_mixture"), relation, left, right)


def at_most(left, right):
    return on(ALL, "<=", left, right)


def copies(relation, left, right):
    return on(("copies",), relation, left, right)


def size_of_all(m):
    return squared_norm(m.all_copies().theta())


def gain_of_all(m):
    whole = m.all_copies()
    return -whole.gain(whole.theta())


def angles(relation, part, right):
    """For all phases, each feature's own."""
    def everywhere(x):
        if x.family not in ("training", "training_mixture"):
            return None
        model = Training(x)
        return Everywhere(["phi"], [([Fraction(-22, 7)], [Fraction(22, 7)])],
                          lambda p: greatest(*(part(model, j, p[0]) for j in range(model.f.m))), lambda p: right(model))
    return relation, everywhere


def rise(constant):
    def everywhere(x):
        if x.family not in ("training", "training_mixture"):
            return None
        return Everywhere(["y"], [([Fraction(1, 4)], [2])], lambda p: 1 - exp(-p[0] ** 2), lambda p: constant * p[0])
    return "<=", everywhere


def shifted(value):
    return lambda m: 1 + m.horizon + value(m)


def parts_of_b(m):
    return total(m.linear_part(j, a) for j, a in enumerate(m.angles)) / m.f.m


def parts_of_g(m):
    return total(m.trace_part(j, a) for j, a in enumerate(m.angles)) / m.f.m


def mean_of_b(m):
    return m.mean(lambda p: squared_norm(p.linear()))


def mean_of_g(m):
    return m.mean(lambda p: squared_norm(p.gram()))


def point_b(m):
    return norm(m.point().linear())


def gained(m):
    """L(theta(tau)) - C."""
    return m.gain(m.theta())


def lost(m):
    return m.excess(m.theta())


def lost_by_sample(m):
    return m.excess(m.theta_hat())


def loss_of_sample(m):
    return m.loss(m.theta_hat())


def least_loss(m):
    return m.least_gain() + m.energy()


def size(m):
    return norm(m.theta())


def start(m):
    """tau |B|."""
    return m.tau * norm(m.b)


def moved(m):
    """|B - B e^(-tau G)|."""
    return norm(minus(m.b, m.contracted()))


def gradient(m):
    return norm([[x + y for x, y in zip(r, s)] for r, s in zip(times(m.theta(), m.g), m.b)])


def crude(m):
    return m.tau * m.linear_distance() + Fraction(2, 3) * m.tau * sqrt(m.tau) * root(m.energy()) * m.gram_distance()


def population_driving(m):
    return m.linear_distance() + m.gram_distance() * size(m)


def contraction(m):
    return m.tau * population_driving(m)


def split(c):
    return lambda m: sqrt(m.tau) * m.linear_distance() * c + m.smoothing() * m.gram_distance() * norm(m.theta_hat())


def over_time(m):
    """R^2 / tau."""
    return square(m.radius()) / m.tau


STATEMENTS = {
    "G1": {
        "G": training("=", lambda m: m.horizon + m.g[0][-1], lambda m: m.horizon + m.last_gram()),
        "B": training("=", lambda m: 1 + m.horizon + m.b[-1][-1], lambda m: 1 + m.horizon + m.last_linear()),
        "tooth G-half": training("=", lambda m: m.horizon + m.g[0][-1], lambda m: m.horizon + 2 * m.last_gram()),
        "tooth B-sign": training("=", lambda m: 1 + m.horizon + m.b[-1][-1], lambda m: 1 + m.horizon - m.last_linear()),
        "trace": training("<=", lambda m: trace(m.g), lambda m: m.horizon),
        "point-G": training("<=", lambda m: norm(m.point().gram()), lambda m: m.horizon),
        "point-B": training("<=", point_b, Training.beta),
        "all-x-B": angles("<=", Training.linear_part, lambda m: Fraction(9026, 10_000) ** 2 * m.horizon),
        "all-x-G": angles("<=", Training.trace_part, lambda m: m.horizon),
        "point-parts-B": training("=", shifted(lambda m: square(point_b(m))), shifted(parts_of_b)),
        "point-parts-G": training("=", shifted(lambda m: trace(m.point().gram())), shifted(parts_of_g)),
        "all-x-beta": training("<=", Training.reach, Training.beta),
        "beta": training("<=", Training.beta, lambda m: Fraction(9026, 10_000) * sqrt(m.horizon)),
        "c1": rise(Fraction(6382, 10_000)),
        "EB2": training("=", lambda m: m.horizon + m.sample.linear_second_moment(), lambda m: m.horizon + mean_of_b(m)),
        "EG2": training("=", lambda m: m.sample.gram_second_moment(), mean_of_g),
        "moment-B": training("<=", lambda m: m.population.linear_second_moment(), Training.beta_squared),
        "jensen-G": training("<=", lambda m: squared_norm(m.g), lambda m: m.population.gram_second_moment()),
        "moment-G": training("<=", lambda m: m.population.gram_second_moment(), lambda m: m.horizon ** 2),
        "tooth c1": rise(Fraction(63, 100)),
        "tooth all-x-B": angles("<=", Training.linear_part, lambda m: Fraction(89, 100) ** 2 * m.horizon),
        "tooth all-x-G": angles("<=", Training.trace_part, lambda m: Fraction(9, 10) * m.horizon),
        "tooth point-parts-B": training("=", shifted(lambda m: square(point_b(m))), shifted(lambda m: 2 * parts_of_b(m))),
        "tooth point-parts-G": training("=", shifted(lambda m: trace(m.point().gram())), shifted(lambda m: Fraction(101, 100) * parts_of_g(m))),
        "tooth all-x-beta": training("<=", Training.reach, lambda m: Fraction(9, 10) * m.beta()),
        "tooth beta-half": training("<=", point_b, lambda m: m.beta() / 2),
        "tooth EB2-percent": training("=", lambda m: m.horizon + m.sample.linear_second_moment(), lambda m: Fraction(101, 100) * (m.horizon + mean_of_b(m))),
        "tooth EG2-percent": training("=", lambda m: m.sample.gram_second_moment(), lambda m: Fraction(101, 100) * mean_of_g(m)),
    },
    "G4": {
        "flow": training("=", lambda m: norm(times(m.theta(), m.g)), moved),
        "gradient": training("=", gradient, lambda m: norm(m.contracted())),
        "norm-B": training("<=", size, start),
        "norm-R": training("<=", size, Flows.radius),
        "norm-C": training("<=", lambda m: square(size(m)), lambda m: -m.tau * gained(m)),
        "norm-grows": training("<=", size, lambda m: norm(m.later())),
        "loss-falls": training("<=", lambda m: m.gain(m.later()), gained),
        "least": training("<=", Flows.least_gain, gained),
        "range": training("<=", lambda m: 0, least_loss),
        "start": training("<=", gained, lambda m: 0),
        "nested": training("<=", Flows.least_gain, lambda m: m.without_last().least_gain()),
        "tooth norm-half": training("<=", size, lambda m: start(m) / 2),
        "tooth norm-R": training("<=", size, lambda m: Fraction(9, 10) * m.radius()),
        "tooth norm-C": training("<=", lambda m: square(size(m)), lambda m: -THIRD * m.tau * gained(m)),
        "tooth flow": training("=", lambda m: norm(times(m.theta(), m.g)), lambda m: norm(m.b)),
        "tooth gradient": training("=", gradient, lambda m: square(norm(m.contracted())) / norm(m.b)),
        "tooth rises": training("<=", gained, lambda m: m.gain(m.later())),
        "tooth nested": training("<=", lambda m: m.without_last().least_gain(), Flows.least_gain),
        "tooth range": training("<=", lambda m: Fraction(9, 10) * m.energy(), least_loss),
    },
    "G5": {
        "a": at_most(Quadratic.comparison, lambda m: m.comparator() / 2),
        "b": at_most(Quadratic.comparison, lambda m: m.comparator() / 4),
        "b-ridge": at_most(gained, Flows.ridge_gain),
        "c": at_most(lost, lambda m: over_time(m) / (4 * E)),
        "tooth G5c": at_most(lost, lambda m: over_time(m) / 12),
        "tooth G5b-fifth": at_most(Quadratic.comparison, lambda m: m.comparator() / 5),
        "tooth G5b-minimizers": at_most(Quadratic.comparison, lambda m: m.comparator() / (4 * E)),
        "tooth G5b-convex": at_most(Quadratic.comparison, lambda m: m.comparator() * Fraction(6, 25)),
        "tooth ridge": at_most(gained, lambda m: 2 * m.ridge_gain()),
    },
    "G6": {
        "a": at_most(Flows.drift, crude),
        "b": at_most(Flows.drift, contraction),
        "c": at_most(Flows.smoothed_drift, lambda m: m.smoothing() * m.driving()),
        "c'": at_most(Flows.smoothed_drift, split(Fraction(6382, 10_000))),
        "d": at_most(Flows.driving, lambda m: population_driving(m) * (1 + m.tau * m.gram_distance())),
        "tooth G6c'": at_most(Flows.smoothed_drift, split(Fraction(63, 100))),
        "tooth G6-no-G": at_most(Flows.smoothed_drift, lambda m: m.smoothing() * m.linear_distance()),
        "tooth G6-no-B": at_most(Flows.smoothed_drift, split(0)),
        "tooth a-half": at_most(Flows.drift, lambda m: crude(m) / 2),
        "tooth b-half": at_most(Flows.drift, lambda m: contraction(m) / 2),
        "tooth d-no-growth": at_most(Flows.driving, population_driving),
    },
    "G9": {
        "a": training("<=", lost_by_sample, lambda m: m.bracket() / E),
        "b": training("<=", loss_of_sample, Training.comparator_form),
        "c": training("<=", lost_by_sample, lambda m: m.probable(m.tau)),
        "c-best": training("<=", lambda m: m.probable(m.best_time()), Training.statistical),
        "c-stop": training("<=", Training.stopped, Training.statistical),
        "d": training("<=", loss_of_sample, lambda m: m.comparator_bound(m.ones())),
        "d-ridge": training("<=", loss_of_sample, lambda m: m.comparator_bound(m.ridge())),
        "d-driving": training("<=", Flows.driving, Training.a_priori),
        "tooth G9a": training("<=", lost_by_sample, lambda m: m.bracket() / 3),
        "tooth b-half": training("<=", loss_of_sample, lambda m: m.comparator_form() / 2),
        "tooth c-bias": training("<=", lost_by_sample, lambda m: over_time(m) / (4 * E)),
        "tooth c-best": training("<=", lambda m: m.probable(m.best_time()), lambda m: Fraction(9, 25) * m.statistical()),
        "tooth d-loss": training("<=", loss_of_sample, lambda m: m.loss(m.ones()) / 4),
        "tooth c-stop": training("<=", Training.stopped, lambda m: m.statistical() / sqrt(of(len(m.points)))),
        "tooth d-driving": training("<=", Flows.driving, lambda m: m.a_priori(0)),
    },
    "clocks": {
        "copies": copies("=", size_of_all, lambda m: squared_norm(m.theta())),
        "copies-loss": copies("=", gain_of_all, lambda m: -gained(m)),
        "bias": copies("<=", lost, lambda m: over_time(m) / (4 * E)),
        "norm": copies("<=", lambda m: squared_norm(m.theta()), lambda m: m.effective * m.energy()),
        "drift": copies("<=", Flows.drift, contraction),
        "tooth C1": copies("<=", lost, lambda m: square(m.radius()) / (2 * m.time)),
        "tooth C2": copies("<=", lambda m: squared_norm(m.theta()), lambda m: m.time * m.energy() / m.m),
        "tooth C3": copies("<=", Copies.variance_part, Copies.variance_bracket),
        "tooth C3-100": copies("<=", Copies.variance_part, lambda m: 100 * m.variance_bracket()),
        "tooth C3'": copies("<=", lambda m: 2 * m.variance_part() / m.horizon, Copies.complete),
        "tooth C3'-100": copies("<=", lambda m: 2 * m.variance_part() / m.horizon, lambda m: 100 * m.complete()),
        "tooth copies": copies("=", size_of_all, lambda m: m.m * squared_norm(m.theta())),
        "tooth copies-loss": copies("=", gain_of_all, lambda m: -m.m * gained(m)),
        "tooth drift": copies("<=", Flows.drift, lambda m: contraction(m) / 10),
    },
}
