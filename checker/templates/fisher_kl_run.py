"""One run of the sampler on Gaussian data, for the templates of fisher-kl: the weights, divergences and bounds of the mathematics page."""
from fractions import Fraction

from interval import log, of
from templates.fisher_kl_laws import Gaussian, at, covariance, identity, inverse_and_determinant, plus, times, transposed


LONG = 40


class Run:
    """The families gauss_ou, gauss_ou_aligned: N steps of size h, q = e^-h, from the standard Gaussian down to the data; the network is the true score r plus
    E x + b, or plus lambda r."""

    KNOWN = {"family", "note", "q", "N", "m", "Sigma", "variances", "E", "b", "lambda"}

    def __init__(self, x):
        self.q, self.steps = x.number("q"), int(x.number("N"))
        self.data = Gaussian(x.numbers("m"), covariance(x))
        self.n = self.data.n
        self.laws = [self.data.flow(self.q ** j) for j in range(self.steps + 2)]
        self.value = x.number("lambda") if x.has("lambda") else None
        self.slope = x.matrix("E") if x.has("E") else [[Fraction(0)] * self.n for _ in range(self.n)]
        self.shift = x.numbers("b") if x.has("b") else [Fraction(0)] * self.n
        self.h = -log(self.q)
        q = self.q
        self.theta, self.a, self.w, self.kappa = (1 - q) / (1 + q), 2 * (1 - q) / q, (1 - q * q) / (2 * q * q), (1 - q * q) / 2

    def entropy(self, j):
        return self.laws[j].entropy()

    def fisher(self, j):
        return self.laws[j].fisher()

    def true_score(self, j):
        """r(x) = R x + r: R = I - V^-1, r = V^-1 m."""
        law = self.laws[j]
        slope = [[Fraction(i == k) - law.precision[i][k] for k in range(self.n)] for i in range(self.n)]
        return slope, [row[0] for row in times(law.precision, [[m] for m in law.mean])]

    def network(self, j):
        (slope, shift), (more, move) = self.true_score(j), self.error(j)
        return plus(slope, more), [u + v for u, v in zip(shift, move)]

    def error(self, j):
        if self.value is None:
            return self.slope, self.shift
        slope, shift = self.true_score(j)
        return [[self.value * x for x in row] for row in slope], [self.value * x for x in shift]

    def product(self, j, first, second):
        """E[f(X) . g(X)] of two affine functions under the law at time j."""
        law, (a, u), (b, v) = self.laws[j], first(j), second(j)
        spread = times(times(a, law.covariance), transposed(b))
        return sum(spread[i][i] for i in range(self.n)) + sum(p * r for p, r in zip(at(a, u, law.mean), at(b, v, law.mean)))

    def total(self, first, second):
        return self.sum(self.product(j, first, second) for j in range(1, self.steps + 1))

    def sum(self, values):
        """Of long runs in intervals: the exact denominator is the product of all of them."""
        return sum(values if self.steps * self.n <= LONG else map(of, values))

    def coefficient(self, scheme):
        return 2 * (1 - self.q) if scheme == "EI" else 1 / self.q - self.q

    def chain(self, scheme):
        """The identity R4."""
        if scheme == "EI":
            return self.entropy(0) - self.a * self.total(self.network, self.true_score) + 2 * self.theta * self.total(self.network, self.network)
        return self.entropy(0) - self.w * (self.sum_fisher() - self.total(self.error, self.error))

    def kernels(self, scheme):
        """H_T + sum_j E KL(p(x_{j-1}|x_j) | Q): the chain rule, from the joint Gaussian laws."""
        total, noise = self.entropy(self.steps), 1 - self.q ** 2
        for j in range(1, self.steps + 1):
            before, law = self.laws[j - 1], self.laws[j]
            slope = [[self.q * x for x in row] for row in times(before.covariance, law.precision)]
            spread = plus(before.covariance, times(slope, [[-self.q * x for x in row] for row in before.covariance]))
            shift = [m - g for m, g in zip(before.mean, at(slope, [Fraction(0)] * self.n, law.mean))]
            net, move = self.network(j)
            c = self.coefficient(scheme)
            gap = [[slope[i][k] - self.q * (i == k) - c * net[i][k] for k in range(self.n)] for i in range(self.n)], [p - c * r for p, r in zip(shift, move)]
            _, determinant = inverse_and_determinant([[x / noise for x in row] for row in spread])
            total = total + (sum(spread[i][i] for i in range(self.n)) / noise - self.n - log(determinant) + self.product(j, lambda _: gap, lambda _: gap) / noise) / 2
        return total

    def truth(self, scheme):
        """KL of the data from the output, whose law is carried step by step."""
        mean, cov, c = [Fraction(0)] * self.n, identity(self.n), self.coefficient(scheme)
        if self.steps * self.n > LONG:
            cov, mean = [[of(x) for x in row] for row in cov], [of(x) for x in mean]
        for j in range(self.steps, 0, -1):
            net, move = self.network(j)
            slope = [[self.q * (i == k) + c * net[i][k] for k in range(self.n)] for i in range(self.n)]
            mean = at(slope, [c * m for m in move], mean)
            noise = [[(1 - self.q ** 2) * (i == k) for k in range(self.n)] for i in range(self.n)]
            cov = plus(times(times(slope, cov), transposed(slope)), noise)
        precision, determinant = inverse_and_determinant(cov)
        gap = [[p - m] for p, m in zip(mean, self.data.mean)]
        trace = sum(times(precision, self.data.covariance)[i][i] for i in range(self.n))
        return (trace - self.n + times(transposed(gap), times(precision, gap))[0][0] + log(determinant / self.data.determinant)) / 2

    def path(self):
        return self.chain("EI") + (self.h - 2 * self.theta) * self.total(self.network, self.network)

    def errors(self):
        return self.total(self.error, self.error)

    def error_weight(self):
        """c' h = h + (e^h - 1 - h)/2."""
        return self.h + (1 / self.q - 1 - self.h) / 2

    def drop(self):
        return self.entropy(0) - self.entropy(1) + self.entropy(self.steps + 1)

    def master(self):
        """R6."""
        return self.drop() + self.error_weight() * self.errors()

    def theorem(self):
        """R7."""
        return self.start() + self.error_weight() * self.errors()

    def start(self):
        return self.q ** (2 * (self.steps + 1)) * self.entropy(0) + self.kappa * self.fisher(0)

    def bounds(self, share, weight):
        """R6 with a share of the drop of the entropy and another weight of the errors."""
        return share * (self.entropy(0) - self.entropy(1)) + self.entropy(self.steps + 1) + weight * self.errors()

    def refined(self):
        """c h of R6: 2 theta + (A - 4 theta)^2 / (4 (a_EI - h))."""
        return 2 * self.theta + (self.a - 4 * self.theta) ** 2 / (4 * (self.a - 2 * self.theta - self.h))

    def decayed(self, rate):
        """e^(-rate T) H_0."""
        return self.q ** (rate * self.steps) * self.entropy(0)

    def relative(self):
        """eta^2 of R8: the largest share that an error has of the score."""
        shares = [(self.product(j, self.error, self.error), self.fisher(j)) for j in range(1, self.steps + 1)]
        return max([e / i for e, i in shares if e != 0], default=Fraction(0))

    def relative_bound(self):
        return self.drop() + self.relative() * (self.entropy(1) - self.entropy(self.steps + 1))

    def sum_fisher(self):
        return self.sum(self.fisher(j) for j in range(1, self.steps + 1))

    def exact(self, scheme, inflation=1):
        """The chain of the exact scores, or of multiples of them, which R4 gives by one-time quantities."""
        weight = inflation * self.a - 2 * self.theta * inflation ** 2 if scheme == "EI" else self.w
        return self.entropy(0) - weight * self.sum_fisher()

    def gap(self):
        """omega sum I of R10."""
        return (1 - self.q) ** 3 / (2 * self.q ** 2 * (1 + self.q)) * self.sum_fisher()

    def cost(self):
        """path - H_T for exact scores: R5."""
        return self.entropy(0) - (self.a - self.h) * self.sum_fisher() - self.entropy(self.steps)

    def upper(self):
        """U of R11."""
        w = self.a - self.h
        return (self.entropy(0) - self.entropy(self.steps)) * (1 - w / self.h) + w * (self.fisher(0) - self.fisher(self.steps)) / 2

    def lower(self):
        gap = [(i == j) - self.data.precision[i][j] for i in range(self.n) for j in range(self.n)]
        return self.upper() - (self.a - self.h) * self.h / 8 * (2 * self.fisher(0) + 2 * sum(g * g for g in gap))

    def shift_square(self):
        return sum(m * m for m in self.data.mean)

    def forgotten(self, rate=4):
        """|m|^2/2 q^(rate N): R13(a), Tweedie."""
        return self.shift_square() / 2 * self.q ** (rate * self.steps)

    def shifted(self):
        """R13(a), exponential integrator."""
        left = self.q ** (2 * self.steps)
        return self.shift_square() / 2 * (left + self.theta * (1 - left)) ** 2

    def shifted_chain(self):
        return self.shift_square() * (Fraction(1, 2) - 2 * self.q * (1 - self.q ** (2 * self.steps)) / (1 + self.q) ** 2)

    def frozen(self, steps=None):
        """R14: the variance of the output where the absolute score of the standard Gaussian is frozen, after all steps."""
        v, growth = Fraction(1), 1 / self.q
        for _ in range(self.steps if steps is None else steps):
            v = (2 - growth) ** 2 * v + growth ** 2 - 1
        return v

    def away(self, v):
        return self.n * (1 / v - 1 + log(v)) / 2

    def second(self):
        return self.entropy(self.steps) + self.kappa * (self.fisher(0) - self.fisher(self.steps))


def by_parts(r, j):
    """E[X . s(X) - div s(X)]: the product with the true score, by integration by parts."""
    net, move = r.network(j)
    return r.product(j, lambda _: (identity(r.n), [Fraction(0)] * r.n), lambda _: (net, move)) - sum(net[i][i] for i in range(r.n))
