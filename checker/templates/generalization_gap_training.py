"""generalization-gap: the training problem of cosine features and its gradient flow (G1, G4 to G6, G9, the clocks), by the mathematics page."""
from fractions import Fraction

from interval import exp, of, sqrt
from templates import tools
from templates.normal import information
from templates.tools import (Complex, identity, inner, integral, inverse, log, minus, norm, plus, root, scaled, square, squared_norm, times, total, transposed,
                             turned, up_to)


def dot(a, b):
    return sum((x * y for x, y in zip(a, b)), Fraction(0))


class Features:
    """cos(w_j x + u_j t + b_j)/sqrt m on [0, T]."""

    def __init__(self, w, u, phases, horizon):
        self.w, self.u, self.phases, self.horizon, self.m = w, u, phases, horizon, len(w)
        self.known = {}

    def integral(self, rate, turn):
        """E_T(-rate + i turn)."""
        key = rate, turn
        if key not in self.known:
            size = Fraction(rate) ** 2 + Fraction(turn) ** 2
            if size == 0:
                self.known[key] = Complex(self.horizon)
            else:
                gone = turned(turn * self.horizon) * exp(-rate * self.horizon) - Complex(1)
                self.known[key] = gone * Complex(-rate / size, -turn / size)
        return self.known[key]

    def of_sum(self, i, a, j, b):
        """E_T of the sum a feature i + b feature j, without its phase."""
        w = [a * x + b * y for x, y in zip(self.w[i], self.w[j])]
        return self.integral(dot(w, w) / 2, a * self.u[i] + b * self.u[j])

    def phase(self, i, a, j, b):
        return power(self.phases[i], a) * power(self.phases[j], b)


def power(z, n):
    """Of a number of size 1."""
    if n < 0:
        return power(z.conjugate(), -n)
    result = Complex(1)
    for _ in range(n):
        result = result * z
    return result


class Problem:
    """G, B and second moments of a law: atoms (weight, point), each smeared by a Gaussian of variance v."""

    def __init__(self, features, atoms, v):
        self.f, self.atoms, self.v = features, atoms, v
        self.waves = [[turned(dot(w, x)) for w in features.w] for _, x in atoms]
        self.known = {}

    def chi(self, i, a, j, b):
        """The characteristic function at a w_i + b w_j."""
        key = i, a, j, b
        if key not in self.known:
            w = [a * x + b * y for x, y in zip(self.f.w[i], self.f.w[j])]
            value = Complex(0)
            for (weight, _), wave in zip(self.atoms, self.waves):
                value = value + power(wave[i], a) * power(wave[j], b) * weight
            self.known[key] = value * exp(-self.v * dot(w, w) / 2)
        return self.known[key]

    def phi(self, i, a, j, b):
        return self.f.phase(i, a, j, b) * self.chi(i, a, j, b) * self.f.of_sum(i, a, j, b)

    def gram(self):
        if "G" not in self.known:
            m = self.f.m
            g = [[(self.phi(i, 1, j, -1).re + self.phi(i, 1, j, 1).re) / (2 * m) if j >= i else None for j in range(m)] for i in range(m)]
            self.known["G"] = [[g[min(i, j)][max(i, j)] for j in range(m)] for i in range(m)]
        return self.known["G"]

    def linear(self):
        if "B" not in self.known:
            m = self.f.m
            sizes = [self.phi(j, 1, j, 0).im / sqrt(of(m)) for j in range(m)]
            self.known["B"] = [[-self.f.w[j][k] * sizes[j] for j in range(m)] for k in range(len(self.f.w[0]))]
        return self.known["B"]

    def linear_second_moment(self):
        terms = []
        for j, w in enumerate(self.f.w):
            e = self.f.of_sum(j, 1, j, 0)
            terms.append(dot(w, w) * (e.squared_size() - (self.chi(j, 2, j, 0) * power(self.f.phases[j], 2) * e * e).re))
        return total(terms) / (2 * self.f.m)

    def gram_second_moment(self):
        terms = []
        for i in range(self.f.m):
            for j in range(self.f.m):
                p, r = self.f.phase(i, 1, j, -1) * self.f.of_sum(i, 1, j, -1), self.f.phase(i, 1, j, 1) * self.f.of_sum(i, 1, j, 1)
                terms.append((p.squared_size() + r.squared_size() + (self.chi(i, 2, j, -2) * p * p).re + (self.chi(i, 2, j, 2) * r * r).re) / 2
                             + (self.chi(i, 2, j, 0) * p * r).re + (self.chi(i, 0, j, -2) * p * r.conjugate()).re)
        return total(terms) / (4 * self.f.m ** 2)


class Flows:
    """Gradient flow of L(theta) = <theta G, theta>/2 + <theta, B> + C from 0, for the population and for a sample."""

    def __init__(self, g, b, g_hat, b_hat, tau):
        self.g, self.b, self.g_hat, self.b_hat, self.tau, self.known = g, b, g_hat, b_hat, tau, {}

    def trained(self, g, b, tau):
        """-tau B phi(-tau G)."""
        return scaled(times(b, tools.exponential(scaled(g, tau))[1]), -of(tau))

    def once(self, name, compute):
        if name not in self.known:
            self.known[name] = compute()
        return self.known[name]

    def theta(self):
        return self.once("theta", lambda: self.trained(self.g, self.b, self.tau))

    def theta_hat(self):
        return self.once("hat", lambda: self.trained(self.g_hat, self.b_hat, self.tau))

    def later(self):
        return self.once("later", lambda: self.trained(self.g, self.b, 2 * self.tau))

    def contracted(self):
        """B e^(-tau G)."""
        return times(self.b, tools.exponential(scaled(self.g, self.tau))[0])

    def gain(self, theta):
        """L - C."""
        return inner(times(theta, self.g), theta) / 2 + inner(theta, self.b)

    def loss(self, theta):
        return self.gain(theta) + self.energy()

    def minimizer(self):
        return self.once("star", lambda: scaled(times(self.b, inverse(self.g)), Fraction(-1)))

    def radius(self):
        return norm(self.minimizer())

    def least_gain(self):
        """L* - C."""
        return inner(self.minimizer(), self.b) / 2

    def excess(self, theta):
        gap = minus(theta, self.minimizer())
        return inner(times(gap, self.g), gap) / 2

    def ridge(self):
        """The minimizer of L + |.|^2 / (4 tau)."""
        return self.once("ridge", lambda: scaled(times(self.b, inverse(plus(self.g, scaled(identity(len(self.g)), 1 / (2 * self.tau))))), Fraction(-1)))

    def ridge_gain(self):
        """J - C."""
        return inner(self.ridge(), self.b) / 2

    def gap(self):
        return minus(self.theta_hat(), self.theta())

    def drift(self):
        return norm(self.gap())

    def smoothed_drift(self):
        return root(inner(times(self.gap(), self.g), self.gap()))

    def gram_distance(self):
        return norm(minus(self.g_hat, self.g))

    def linear_distance(self):
        return norm(minus(self.b_hat, self.b))

    def smoothing(self):
        return sqrt(2 * self.tau / exp(Fraction(1)))

    def driving(self):
        return self.linear_distance() + self.gram_distance() * norm(self.theta_hat())

    def bracket(self):
        tau = sqrt(self.tau)
        return square(self.radius() / (2 * tau) + tau * self.driving())


def one_mode(dimension, horizon, v):
    """d/2 log((v + T)/v)."""
    return dimension * log(1 + horizon / v) / 2


class Training(Flows):
    """The families training and training_mixture."""

    def __init__(self, x):
        w, u, b, self.horizon, self.v = x.matrix("W"), x.numbers("U"), x.numbers("b"), x.number("T"), x.number("v")
        centers = [(x.read(weight, "a weight"), [x.read(c, "a center") for c in mean]) for weight, mean in x.fields["centers"]]
        self.points = x.matrix("xs") if x.fields.get("xs") else None
        self.f = Features(w, u, [turned(a) for a in b], self.horizon)
        self.dimension, self.centers = up_to(len(w[0]), 1000), centers
        up_to(len(w), 64)
        self.population = Problem(self.f, centers, self.v)
        self.sample = self.population if self.points is None else Problem(self.f, [(Fraction(1, len(self.points)), p) for p in self.points], 0)
        self.angles = None if self.points is None else [dot(a, self.points[0]) + c for a, c in zip(w, b)]
        self.at_points = {}
        self.tau, self.known = x.number("tau"), {}

    g = property(lambda self: self.population.gram())
    b = property(lambda self: self.population.linear())
    g_hat = property(lambda self: self.sample.gram())
    b_hat = property(lambda self: self.sample.linear())

    def energy(self):
        """C: known of one Gaussian, and of two modes of equal weights."""
        return self.once("C", lambda: one_mode(self.dimension, self.horizon, self.v) - self.shared())

    def shared(self):
        """What two modes have less than one."""
        if len(self.centers) == 1:
            return 0
        (p, mean), (q, other) = self.centers if len(self.centers) == 2 else [(1, []), (1, [])]
        if p != q or p + q != 1:
            raise NoTemplate
        gap = [x - y for x, y in zip(mean, other)]
        square = dot(gap, gap) / 4
        return information(square / self.v) - information(square / (self.v + self.horizon))

    def point(self, k=0):
        if k not in self.at_points:
            self.at_points[k] = Problem(self.f, [(Fraction(1), self.points[k])], 0)
        return self.at_points[k]

    def mean(self, value):
        return total(value(self.point(k)) for k in range(len(self.points))) / len(self.points)

    def squares(self, rate_and_value):
        """Of |w_j|, the mean over the features of the squares of a value."""
        return total(square(rate_and_value(dot(w, w))) for w in self.f.w) / self.f.m

    def beta_squared(self):
        """beta_j = 2/|w_j| (1 - e^(-|w_j|^2 T/2))."""
        return total(4 * square(1 - exp(-dot(w, w) * self.horizon / 2)) / dot(w, w) for w in self.f.w if any(w)) / self.f.m

    def beta(self):
        return root(self.beta_squared())

    def reach(self):
        return root(total(dot(w, w) * self.f.of_sum(j, 1, j, 0).squared_size() for j, w in enumerate(self.f.w)) / self.f.m)

    def linear_part(self, j, angle):
        """|w_j|^2 (Im e^(i angle) E_j)^2."""
        return dot(self.f.w[j], self.f.w[j]) * square((turned(angle) * self.f.of_sum(j, 1, j, 0)).im)

    def trace_part(self, j, angle):
        return (self.horizon + (turned(2 * angle) * self.f.of_sum(j, 2, j, 0)).re) / 2

    def wave(self, i, a, j, b):
        """int_0^T E e^(i (a times the argument of feature i + b times that of feature j)) dt, by quadrature; its real and imaginary part."""
        w = [a * x + b * y for x, y in zip(self.f.w[i], self.f.w[j])]
        rate, turn, start = dot(w, w) / 2, a * self.f.u[i] + b * self.f.u[j], self.f.phase(i, a, j, b) * self.population.chi(i, a, j, b)

        def part(t, p, q):
            return (t * -rate).do("exp") * ((t * turn).do("cos") * p + (t * turn).do("sin") * q)
        return [integral(part, 0, self.horizon, p, q) for p, q in ((start.re, -start.im), (start.im, start.re))]

    def last_gram(self):
        m = self.f.m
        return (self.wave(0, 1, m - 1, -1)[0] + self.wave(0, 1, m - 1, 1)[0]) / (2 * m)

    def last_linear(self):
        m = self.f.m
        return -self.f.w[-1][-1] / sqrt(of(m)) * self.wave(m - 1, 1, m - 1, 0)[1]

    def without_last(self):
        other = object.__new__(Training)
        other.__dict__.update(self.__dict__)
        other.f = Features(self.f.w[:-1], self.f.u[:-1], self.f.phases[:-1], self.horizon)
        other.population, other.known = Problem(other.f, self.centers, self.v), {}
        return other

    # --- G9 ---

    def eta(self):
        return (1 + sqrt(2 * log(Fraction(40)))) / sqrt(of(len(self.points)))

    def first_driving(self):
        """D_0."""
        return (self.beta() + self.horizon * self.radius()) * self.eta()

    def probable(self, tau):
        time = sqrt(tau)
        return square(self.radius() / (2 * time) + time * self.first_driving() * (1 + tau * self.horizon * self.eta())) / exp(Fraction(1))

    def best_time(self):
        return self.radius() / (2 * self.first_driving())

    def stopped(self):
        return self.excess(self.trained(self.g_hat, self.b_hat, self.best_time()))

    def statistical(self):
        return 25 * self.radius() * self.first_driving() / (8 * exp(Fraction(1)))

    def ones(self):
        return [[Fraction(1)] * self.f.m for _ in range(self.dimension)]

    def comparator_bound(self, theta):
        return 2 * self.loss(theta) + squared_norm(theta) / (2 * self.tau) + 2 * self.tau * square(self.driving()) / exp(Fraction(1))

    def comparator_form(self):
        return square(root(2 * (self.ridge_gain() + self.energy())) + self.smoothing() * self.driving()) / 2

    def a_priori(self, share_of_b=1):
        rho = 2 * norm(self.ones()) + root(2 * self.tau * self.loss(self.ones()))
        return (share_of_b * self.linear_distance() + self.gram_distance() * rho) * (1 + self.tau * self.gram_distance())


class NoTemplate(Exception):
    """This instance is not spoken of."""


class Quadratic(Flows):
    """The family quadratic: G = M'M, B = -theta* G + D, and the same for the sample."""

    def __init__(self, x):
        m = x.matrix("M")
        hat = x.matrix("MHat") if x.fields.get("MHat") else m
        star = x.matrix("thetaStar")
        star_hat, self.bar = [x.matrix(name) if x.fields.get(name) else star for name in ("thetaStarHat", "thetaBar")]
        d = x.matrix("D") if x.fields.get("D") else [[Fraction(0)] * len(row) for row in star]
        self.star, self.drifts = star, any(v for row in d for v in row)
        g, g_hat = times(transposed(m), m), times(transposed(hat), hat)
        Flows.__init__(self, g, minus(d, times(star, g)), g_hat, minus(d, times(star_hat, g_hat)), x.number("tau"))

    def energy(self):
        """C = tr(B G^+ B')/2 = <theta* G, theta*>/2."""
        return inner(times(self.star, self.g), self.star) / 2

    def minimizer(self):
        return self.star

    def comparison(self):
        return self.gain(self.theta()) - self.gain(self.bar)

    def comparator(self):
        return squared_norm(self.bar) / self.tau


class Copies(Flows):
    """The family copies: m copies of one feature, dA/dtau = -c grad L, so one feature at the time c tau/m."""

    def __init__(self, x):
        self.m, self.c, self.time = x.number("m"), x.number("c"), x.number("tau")
        self.horizon, self.v = x.number("T"), x.number("v")
        f = Features([[x.number("w")]], [x.number("u")], [turned(x.number("b"))], self.horizon)
        points = x.numbers("xs")
        one, sample = Problem(f, [(Fraction(1), [x.number("mean")])], self.v), Problem(f, [(Fraction(1, len(points)), [p]) for p in points], 0)
        self.n, self.effective = len(points), self.c * self.time / self.m
        Flows.__init__(self, one.gram(), one.linear(), sample.gram(), sample.linear(), self.effective)

    def energy(self):
        return one_mode(1, self.horizon, self.v)

    def variance_part(self):
        return self.gain(self.theta_hat()) - self.gain(self.theta())

    def variance_bracket(self):
        return self.time ** 4 / (self.m * self.n) + self.time ** 3 / self.m ** 2

    def complete(self):
        m, time = sqrt(self.m), sqrt(self.time)
        a = self.time / m * ((self.time + 1) / sqrt(of(self.n)) + (1 + time) / m)
        return a * (root(2 * (self.least_gain() + self.energy()) / self.horizon) + 1 / (m * time) + a)

    def all_copies(self):
        """The same flow of m features, each cos/sqrt m: the matrix G/m of ones, B/sqrt m, and theta in R^m."""
        m = up_to(self.m, 64)
        g, b = [[self.g[0][0] / m] * m for _ in range(m)], [[self.b[0][0] / sqrt(of(m))] * m]
        return Flows(g, b, g, b, self.c * self.time / m)
