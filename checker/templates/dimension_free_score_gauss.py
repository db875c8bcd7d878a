"""dimension-free-score: quadratic and two-mode tilts in closed form (R1 to R6), by the mathematics page."""
from fractions import Fraction
from math import comb

from interval import exp, normal_tail, of, pi, sqrt
from templates import normal
from templates.tools import density, integer_power, log, magnitude, root, square, total, up_to


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
        """G times the density of N(0, s_t^2 I), times (2 pi)^(d/2)."""
        return self.factor * exp(-x2 / (2 * self.variance)) * half_power(self.variance, -self.d)

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
        self.k, self.a, self.sigma, self.d = x.number("lambda"), x.number("a"), x.number("sigma"), up_to(x.number("d"), 2000)
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

    def density(self, x2):
        """Times (2 pi)^(d/2)."""
        return exp(-x2 / (2 * self.v)) * half_power(self.v, -self.d)

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
        self.s, self.kappa = self.m ** 2 * self.sigma ** 2, self.m * self.sigma
        if x.has("x"):
            self.x = x.number("x")
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

    def power_mean(self, k):
        """E e^(k f) at x: binomial sums of e^((2 j - k) m y), y = a x + sigma u."""
        rates = [(comb(k, j) * self.p ** j * (1 - self.p) ** (k - j), (2 * j - k) * self.m) for j in range(k + 1)]
        return total(w * exp(r * self.a * self.x + r * r * self.sigma ** 2 / 2) for w, r in rates) * exp(-k * self.m ** 2 / 2)

    def moment(self, k):
        return self.power_mean(k) / integer_power(self.power_mean(1), k)

    def bent(self):
        """tanh(m a x + b), b = log(p/(1 - p))/2."""
        up = self.p * exp(2 * self.m * self.a * self.x)
        return (up - (1 - self.p)) / (up + (1 - self.p))

    def mean(self):
        return self.kappa * magnitude(self.bent())

    def gradient_v(self):
        return self.m ** 2 * (exp(self.s) - exp(-self.s)) / 2 * square(1 - square(self.bent()))

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
