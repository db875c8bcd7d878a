"""dimension-free-score: quadratic, linear and two-mode tilts, chains and estimation in closed form (R1 to R6, R11 to R14), by the mathematics page."""
from fractions import Fraction

from interval import exp, normal_cdf, normal_tail, of, pi, sqrt
from templates import normal
from templates.tools import density, integer_power, log, magnitude, root, square, tanh, total


def half_power(x, n):
    """x^(n/2)."""
    x = of(x)
    whole = integer_power(x, abs(n) // 2) * (sqrt(x) if n % 2 else 1)
    return whole if n >= 0 else 1 / whole


def upper_gamma(n, z):
    """Q(n/2, z): e^-z sum z^k/k! below n/2, or erfc(sqrt z) + e^-z sum z^(k + 1/2)/Gamma(k + 3/2)."""
    z = of(z)
    if n % 2 == 0:
        term, result = of(1), of(0)
        for k in range(n // 2):
            result, term = result + term, term * z / (k + 1)
        return exp(-z) * result
    term, result = 2 * root(z) / sqrt(pi()), of(0)
    for k in range((n - 1) // 2):
        result, term = result + term, term * z / (k + Fraction(3, 2))
    return 2 * normal_tail(root(2 * z)) + exp(-z) * result


class Growth:
    """The constants of quadratic growth: G, s_t^2 and the rest, in d dimensions."""

    def __init__(self, alpha, beta, d, sigma, plus=0, minus=0):
        self.alpha, self.beta, self.d, self.s2, self.a2 = alpha, beta, d, sigma ** 2, 1 - sigma ** 2
        self.plus, self.minus = plus, minus
        self.factor = exp(plus + minus) * half_power((1 + 2 * alpha) / (1 - 2 * beta), d)
        self.variance = (1 - 2 * beta * self.s2) / (1 - 2 * beta)
        self.late = (1 - 2 * beta * self.a2) / (1 - 2 * beta)

    def z(self, above):
        return exp(self.plus) * half_power(1 - 2 * self.beta, -self.d) if above else exp(-self.minus) * half_power(1 + 2 * self.alpha, -self.d)

    def f(self, above, x2):
        sign, c, k = (-1, self.plus, -self.beta) if above else (1, -self.minus, self.alpha)
        width = 1 + 2 * k * self.s2
        return exp(c - k * self.a2 * x2 / width) * half_power(width, -self.d)

    def law(self, x2):
        return self.factor * exp(-x2 / (2 * self.variance)) * half_power(2 * pi() * self.variance, -self.d)

    def tail(self, r2):
        return self.factor * upper_gamma(self.d, r2 / (2 * self.variance))

    def second(self, r2, late=False):
        v = self.late if late else self.variance
        return self.factor * self.d * v * upper_gamma(self.d + 2, r2 / (2 * v))

    def theta(self):
        return 2 * self.beta * self.a2 / (1 - 4 * self.beta * self.s2) + self.alpha * self.a2 / (1 + 2 * self.alpha * self.s2)

    def mean_rho(self, twice=2):
        rest = (1 - 4 * self.beta * self.s2) * (1 - twice * self.theta())
        return exp(2 * (self.plus + self.minus)) * half_power((1 + 2 * self.alpha) * (1 + 2 * self.alpha * self.s2) / rest, self.d)

    def mean_tau(self):
        k = 1 - 4 * self.beta * self.s2
        return self.mean_rho() * self.d * (1 / k + 16 * self.beta ** 2 * self.a2 * self.s2 / (k * k * (1 - 2 * self.theta())))


class Quadratic:
    """The family QUAD: f = -lambda |x|^2/2; the law at the time is N(0, v I)."""

    def __init__(self, x):
        self.k, self.a, self.sigma, self.d = x.number("lambda"), x.number("a"), x.number("sigma"), int(x.number("d"))
        self.radius = x.number("radius") if x.has("radius") else None
        self.nodes = int(x.number("M")) if x.has("M") else None
        k, s2, a2 = self.k, self.sigma ** 2, self.a ** 2
        self.v, self.late = (1 + k * s2) / (1 + k), (1 + k * a2) / (1 + k)
        self.fisher = self.d * (1 - 1 / self.v) ** 2 * self.v
        self.spread = 1 / (1 + k * s2)
        self.shift = -k * self.a * self.sigma * self.spread  # r at x = 1
        self.relative = 1 - 1 / self.v
        self.touching = Growth(k / 2, -k / 2, self.d, self.sigma)
        self.growth = Growth(max(k / 2, Fraction(0)), max(-k / 2, Fraction(0)), self.d, self.sigma)
        self.sum = 1 + 2 * k * s2
        self.narrow = a2 * k * k * s2 / ((1 + k * s2) * self.sum) if self.sum else None  # the page's varsigma
        self.finite = 1 + k + 2 * k * s2 + 2 * k * k * s2 * s2

    def gradient(self):
        """r' = E[-lambda (a + sigma U)]."""
        return -self.k * (self.a + self.sigma * self.shift)

    def z(self):
        return half_power(1 + self.k, -self.d)

    def f(self, x2):
        return exp(-self.k * self.a ** 2 * x2 * self.spread / 2) * half_power(self.spread, self.d)

    def density(self, x2, scale=1):
        return exp(-x2 / (2 * self.v)) * half_power(scale * self.v, -self.d)

    def law(self):
        return self.density(self.radius ** 2, 2 * pi())

    def tail(self):
        return upper_gamma(self.d, self.radius ** 2 / (2 * self.v))

    def second(self, r2=None, late=False):
        v = self.late if late else self.v
        return self.d * v * upper_gamma(self.d + 2, (self.radius ** 2 if r2 is None else r2) / (2 * v))

    def mean_rho(self):
        rest = 1 - 2 * self.v * self.narrow
        return half_power((1 + self.k * self.sigma ** 2) ** 2 / (self.sum * rest), self.d)

    def weighted(self, factor):
        s2, a2, k = self.sigma ** 2, self.a ** 2, self.k
        extra = k * k * a2 * s2 * factor / self.sum ** 2 * self.v / (1 - 2 * self.v * self.narrow)
        return self.mean_rho() * self.d * (1 / self.sum + extra)

    def mean_tau(self):
        return self.weighted(4)

    def mean_v(self):
        return self.weighted(1 / (1 + self.k * self.sigma ** 2) ** 2)

    def clip(self):
        """B^2, with the constants that need not touch."""
        level, d = log(of(self.nodes)), self.d + 2
        return self.growth.late * (d + 2 * sqrt(d * level) + 2 * level)


class TwoModes:
    """The family MIX with beta and radius, on the line."""

    def __init__(self, x):
        self.m, self.p, self.a, self.sigma = x.number("m"), x.number("p"), x.number("a"), x.number("sigma")
        self.s = self.m ** 2 * self.sigma ** 2
        if x.has("beta"):
            beta, self.radius = x.number("beta"), x.number("radius")
            least = log(2 * sqrt(self.p * (1 - self.p))) - self.m ** 2 / 2
            self.growth = Growth(Fraction(0), beta, 1, self.sigma, self.m ** 2 / (4 * beta) - self.m ** 2 / 2, -least)

    def f(self):
        up, x = self.a * self.m, self.radius
        return self.p * exp(up * x - up * up / 2) + (1 - self.p) * exp(-up * x - up * up / 2)

    def tail(self):
        mu, r = self.a * self.m, self.radius
        return normal_tail(r - mu) + normal_tail(r + mu)

    def second(self):
        mu, r = self.a * self.m, self.radius
        return (1 + mu * mu) * self.tail() + (r + mu) * density(r - mu) + (r - mu) * density(r + mu)

    def powers(self, k):
        """S_k, k > 1: on the strip of width pi/(3 a m) the hyperbolic cosine is at least half of that on the axis, which is at least 1."""
        rate = self.a * self.m
        scale = sqrt(self.p * (1 - self.p))
        shift = log(self.p / (1 - self.p)) / 2
        low, high = [normal.whole(v) for v in (shift.lo, shift.hi)]
        slope = normal.whole(rate)

        def value(z):
            size = abs((slope * z >> normal.BITS) + (low + high) // 2)
            gone = normal.exp_minus(size)
            cosh = (normal.ONE * normal.ONE // gone + gone) // 2 if gone else 0
            result = normal.ONE
            for _ in range(k - 1):
                result = result * normal.ONE // cosh if cosh else 0
            return result
        strip = min(Fraction(1), Fraction(int(1047 / rate), 1000))
        bound = 2 ** (k - 1) * exp(strip * strip / 2)
        return 2 * scale * exp(-rate ** 2 / 2) * normal.mean(value, strip, bound, 2 * density(normal.REACH) / normal.REACH)

    def leading(self):
        """The leading constant of the gradient form, m^2 sinh(s) S_4."""
        return self.m ** 2 * (exp(self.s) - exp(-self.s)) / 2 * self.powers(4)


def slope_of(x):
    """C of a ridge."""
    if x.family == "COS":
        return abs(x.number("c")) * x.number("omega")
    if x.family in ("MIX", "HAT"):
        return abs(x.number("m" if x.family == "MIX" else "c"))
    knots, values = x.numbers("knots"), x.numbers("values")
    return max(abs((w - v) / (b - a)) for a, b, v, w in zip(knots, knots[1:], values, values[1:]))


class Ridge:
    def __init__(self, x):
        self.slope = slope_of(x)
        self.kappa2 = (self.slope * x.number("sigma")) ** 2
        self.two = TwoModes(x) if x.family == "MIX" else None

    def bound(self):
        e = exp(self.kappa2)
        return self.slope ** 2 * square(root(e - 1) + sqrt(e))


class Flat:
    """The family COS with c = 0: nothing is tilted."""

    def __init__(self, x):
        self.d = int(x.number("d"))


class Tilt:
    """The family discrete_tilt."""

    def __init__(self, x):
        self.p, self.w, self.xi = x.numbers("probabilities"), x.numbers("weights"), x.numbers("values")
        mean = sum(p * w for p, w in zip(self.p, self.w))
        self.q = [w / mean for w in self.w]
        self.ratio = max(self.w) / min(self.w)  # e^(2 delta)

    def mean(self, values):
        return sum(p * v for p, v in zip(self.p, values))

    def variance(self, values):
        return self.mean([v * v for v in values]) - self.mean(values) ** 2

    def sinh2(self):
        return (self.ratio + 1 / self.ratio - 2) / 4

    def distance(self):
        return self.mean([abs(q - 1) for q in self.q]) / 2

    def tanh(self, part=2):
        e = sqrt(self.ratio) if part == 2 else sqrt(sqrt(self.ratio))
        return (e - 1) / (e + 1)

    def shift(self):
        return (self.mean([q * v for q, v in zip(self.q, self.xi)]) - self.mean(self.xi)) ** 2


class Linear:
    """The family LIN at a point, or as a chain."""

    def __init__(self, x):
        self.b = x.number("b")
        if x.has("q"):
            self.q, self.steps = x.number("q"), int(x.number("K"))
        else:
            self.kappa = abs(self.b) * x.number("sigma")

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
        self.c, self.left = x.number("drift"), 1 - x.number("q") ** (2 * int(x.number("K")))

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
        self.q = x.numbers("factors") if x.has("factors") else [x.number("q")] * int(x.number("K"))
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
            self.q, self.steps, self.d = x.number("q"), int(x.number("K")), int(x.number("d"))

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
