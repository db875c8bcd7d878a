"""dimension-free-score: chains, samplers and estimation in closed form (R3, R11 to R14), by the mathematics page."""
from fractions import Fraction

from interval import exp, normal_cdf, of, sqrt
from templates.tools import log, root, square, total, up_to


class Linear:
    """The family LIN at a point, or as a chain; COS with c = 0 is a chain with b = 0."""

    def __init__(self, x):
        self.b = x.number("b") if x.family == "LIN" else Fraction(0)
        if x.has("q"):
            self.q, self.steps = x.number("q"), up_to(x.number("K"), 1000)
        else:
            self.kappa = abs(self.b) * x.number("sigma")

    @staticmethod
    def chain(x):
        return None if x.family == "COS" and x.number("c") else Linear(x)

    def moment(self, k):
        """E W^k = e^(k (k - 1) kappa^2/2)."""
        return exp(Fraction(k * (k - 1), 2) * self.kappa ** 2)

    def mean(self):
        return self.kappa

    def fisher(self, j):
        return self.q ** (2 * j) * self.b ** 2

    def entropy(self, j):
        return self.fisher(j) / 2

    def path(self, weight=None):
        weight = 1 / self.q ** 2 - 1 if weight is None else weight
        return self.entropy(0) - weight * sum(self.fisher(j) for j in range(1, self.steps + 1)) / 2


class Drift:
    """The family drift_chain."""

    def __init__(self, x):
        self.c, self.left = x.number("drift"), 1 - x.number("q") ** (2 * up_to(x.number("K"), 1000))

    def terminal(self):
        return self.c ** 2 * self.left ** 2 / 2

    def path(self):
        return self.c ** 2 * self.left / 2

    def distance(self):
        """Of two unit Gaussians whose means are c (1 - q^2K) apart."""
        return 2 * normal_cdf(self.c * self.left / 2) - 1


def gauss_divergence(ratio):
    """(r - 1 - log r)/2."""
    return (ratio - 1 - log(ratio)) / 2


class Chain:
    """The family QUAD as a chain: steps q_1, ..., q_K, drifts (1 + eta)(1 - 1/v_j) x + c e."""

    def __init__(self, x):
        k, self.d = x.number("lambda"), int(x.number("d"))
        self.q = x.numbers("factors") if x.has("factors") else [x.number("q")] * up_to(x.number("K"), 1000)
        self.eta, self.c = [x.number(n) if x.has(n) else Fraction(0) for n in ("eta", "shift")]
        a, self.v = Fraction(1), [1 / (1 + k)]
        for q in self.q:
            a *= q
            self.v.append(1 - a * a * k / (1 + k))
        self.last = a
        self.fisher = [self.d * (v - 1) ** 2 / v for v in self.v]
        self.errors = [self.eta ** 2 * j + self.c ** 2 for j in self.fisher]

    def slope(self, j):
        q = self.q[j - 1]
        return q + (1 / q - q) * (1 + self.eta) * (1 - 1 / self.v[j])

    def spreads(self):
        """The product of the variances of the true kernels over those of the chain."""
        result = Fraction(1)
        for j, q in enumerate(self.q, 1):
            result *= self.v[j - 1] * (1 - q * q * self.v[j - 1] / self.v[j]) / (1 - q * q)
        return result

    def entropy(self, j):
        return self.d * gauss_divergence(self.v[j])

    def path(self, weight=lambda q: 1 / q ** 2 - 1):
        return self.entropy(0) - sum(weight(q) * (j - e) for q, j, e in zip(self.q, self.fisher[1:], self.errors[1:])) / 2

    def terminal(self):
        variance, mean = Fraction(1), Fraction(0)
        for j in range(len(self.q), 0, -1):
            q = self.q[j - 1]
            variance, mean = self.slope(j) ** 2 * variance + 1 - q * q, self.slope(j) * mean + (1 / q - q) * self.c
        return self.d * gauss_divergence(self.v[0] / variance) + mean ** 2 / variance / 2

    def kernels(self):
        """The chain rule: the starts, and of every step the kernels."""
        result = self.entropy(len(self.q))
        for j, q in enumerate(self.q, 1):
            before, v, noise = self.v[j - 1], self.v[j], 1 - q * q
            spread = before * (1 - q * q * before / v)
            gap = (q * before / v - self.slope(j)) ** 2 * v * self.d + (1 / q - q) ** 2 * self.c ** 2
            result = result + self.d * gauss_divergence(spread / noise) + gap / (2 * noise)
        return result

    def steps(self):
        return self.entropy(len(self.q)) + sum((1 - q * q) * (a - b) for q, a, b in zip(self.q, self.fisher, self.fisher[1:])) / 2

    def error_part(self):
        return sum((1 / q ** 2 - 1) * e for q, e in zip(self.q, self.errors[1:])) / 2


class Sampler:
    """The families sampler_bound and sampler_rate."""

    def __init__(self, x):
        self.c, self.m = x.number("C"), int(x.number("M"))
        if x.has("q"):
            self.q, self.steps, self.d = x.number("q"), up_to(x.number("K"), 1000), int(x.number("d"))
            if not 0 < self.q < 1:
                raise ValueError("the factor of a step is between 0 and 1")

    def gradient(self, start=True):
        kept = self.q ** (2 * self.steps) if start else 0
        return self.c / 2 * sqrt(kept + 1 - self.q ** 2 + 4 * exp(self.c ** 2) / self.m)

    def linear(self):
        """The output for f = C x_1: a mean short by C q^2K."""
        return 2 * normal_cdf(self.c * self.q ** (2 * self.steps) / 2) - 1

    def nodes(self, kappa2, d):
        """B_M(d, kappa)."""
        one = exp(kappa2)
        theta = 3 * (1 - Fraction(1, self.m)) * square(one - 1) + (exp(6 * kappa2) + 2 * one - 3) / self.m
        fourth = root(root(theta))
        return square(fourth * (sqrt(sqrt(of(d * d + 2 * d))) + root(kappa2)) + sqrt(one) * (sqrt(of(d)) + 2 * root(kappa2)))

    def weight(self, j):
        return self.q ** (2 * j) / (1 - self.q ** (2 * j))

    def stein(self, c=None, d=None):
        c, d = self.c if c is None else c, d or self.d
        nodes = total(self.weight(j) * self.nodes((1 - self.q ** (2 * j)) * c * c, d) for j in range(1, self.steps + 1))
        return root((c * c / 2 * (self.q ** (2 * self.steps) + 1 - self.q ** 2) + (1 / self.q ** 2 - 1) / (2 * self.m) * nodes) / 2)

    def logarithm(self):
        h, q2 = -log(self.q), self.q ** 2
        return (1 + (1 / q2 - 1) / (2 * h) * log(1 / (1 - q2))) / 2

    def sum(self):
        return (1 / self.q ** 2 - 1) / 2 * sum(self.weight(j) for j in range(1, self.steps + 1))

    def by_rate(self):
        """h = 1/M, K = least integer at least M log(M)/2."""
        goal, m = self.m * log(of(self.m)) / 2, self.m
        steps = -(-goal.hi.numerator // goal.hi.denominator)
        if -(-goal.lo.numerator // goal.lo.denominator) != steps:
            return None
        q2 = exp(Fraction(-2, m))
        return self.c / 2 * sqrt(exp(Fraction(-2 * steps, m)) + 1 - q2 + 4 * exp(self.c ** 2) / m)

    def rate(self, first=3):
        return self.c / 2 * sqrt(first + 4 * exp(self.c ** 2)) / sqrt(of(self.m))


class Score:
    """The family gauss_score: data N(0, v I), psi = -c x; q = a^2 v + sigma^2."""

    def __init__(self, x):
        self.v, self.c, self.a, self.sigma, self.d = x.number("v"), x.number("c"), x.number("a"), x.number("sigma"), int(x.number("d"))
        self.q = self.a ** 2 * self.v + self.sigma ** 2
        self.loss = self.d * (self.c ** 2 * self.q - 2 * self.c + 1 / self.sigma ** 2)
        self.distance = self.d * (self.c - 1 / self.q) ** 2 * self.q
        self.score = self.d / self.q

    def regression(self):
        """E|(1 - c) X - (a/sigma) U|^2, U = sigma X_0 - a eps, X = a X_0 + sigma eps."""
        k = 1 - self.c
        data, noise = k * self.a - self.a, k * self.sigma + self.a ** 2 / self.sigma
        return self.d * (data ** 2 * self.v + noise ** 2)

    def excess(self, p=1, r=2):
        other = 1 / self.c
        return self.d * (self.q - other) ** 2 / (self.q ** p * other ** r)

    def least(self):
        return self.d * (1 / self.sigma ** 2 - 1 / self.q)


def digamma(x):
    """By 1/x and, from 4000 on, log x - 1/(2x) - 1/(12 x^2) plus at most 1/(120 x^4)."""
    below = Fraction(0)
    rest = x
    while rest < 4000:
        below += Fraction(int(Fraction(1 << 200) / rest), 1 << 200)
        rest += 1
    value = log(rest) - 1 / (2 * rest) - 1 / (12 * rest ** 2) - below
    return value + type(value)(Fraction(-4000, 1 << 200), 1 / (120 * rest ** 4))


class Estimation:
    """The family gauss_estimation; n = N d."""

    def __init__(self, x):
        self.samples, self.d = int(x.number("N")), int(x.number("d"))
        self.n = self.samples * self.d

    def divergence(self):
        half = Fraction(self.n, 2)
        return self.d * (Fraction(2, self.n - 2) + digamma(half) - log(half)) / 2

    def bound(self):
        return Fraction(self.d * (self.n + 2), 2 * self.n * (self.n - 2))
