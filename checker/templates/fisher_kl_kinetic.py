"""fisher-kl, kinetic sampler: dX = V dt, dV = -X dt - 2V dt + 2 dB; the law at time t is that of e^(tA) Z_0 plus noise of covariance I - e^(tA) e^(tA)^T."""
from fractions import Fraction

import integrals
from interval import Interval, exp, log, of, sqrt
from templates.fisher_kl_laws import at, identity, plus, times, transposed

HALF = Fraction(1, 2)


def flow(t):
    """e^(tA) and e^(-tA) for A = ((0, 1), (-1, -2)), whose square of A + I is 0."""
    e = exp(-of(t))
    return [[e * (1 + t), e * t], [e * -t, e * (1 - t)]], [[(1 - t) / e, -t / e], [t / e, (1 + t) / e]]


def scaled(a, x):
    return [[x * v for v in row] for row in a]


def minus(a, b):
    return plus(a, scaled(b, -1))


def trace(a):
    return a[0][0] + a[1][1]


class Law:
    """A Gaussian law of position and velocity."""

    def __init__(self, mean, cov):
        self.mean, self.cov = mean, cov
        self.det = cov[0][0] * cov[1][1] - cov[0][1] * cov[1][0]
        self.inverse = [[cov[1][1] / self.det, -cov[0][1] / self.det], [-cov[1][0] / self.det, cov[0][0] / self.det]]

    def moved(self, t):
        e, _ = flow(t)
        cov = plus(identity(2), times(times(e, minus(self.cov, identity(2))), transposed(e)))
        return Law(at(e, [0, 0], self.mean), cov)

    def entropy(self):
        return (trace(self.cov) - 2 + self.mean[0] * self.mean[0] + self.mean[1] * self.mean[1] - log(self.det)) / 2

    def slope(self):
        """The relative score is (I - V^-1) z + V^-1 m."""
        return minus(identity(2), self.inverse), at(self.inverse, [0, 0], self.mean)

    def score(self, z):
        return at(*self.slope(), z)

    def information(self):
        """E[r r^T], r of mean m."""
        slope, _ = self.slope()
        spread = times(times(slope, self.cov), transposed(slope))
        return [[spread[i][k] + self.mean[i] * self.mean[k] for k in range(2)] for i in range(2)]

    def divergence(self, other):
        gap = [a - b for a, b in zip(self.mean, other.mean)]
        far = sum(g * v for g, v in zip(gap, at(other.inverse, [0, 0], gap)))
        return (trace(times(other.inverse, self.cov)) - 2 + far + log(other.det / self.det)) / 2


def rho_square(t):
    return exp(-2 * of(t)) * (1 + 2 * t + 2 * t * t)


def overdamped(mean, v, a2):
    """H of N(a m, 1 + a^2 (v - 1))."""
    late = 1 + a2 * (v - 1)
    return (a2 * mean * mean + late - 1 - log(late)) / 2


def information(mean, v, a2):
    """I/a^2 of this law."""
    return mean * mean + a2 * (v - 1) ** 2 / (1 + a2 * (v - 1))


class Times:
    """The family gauss_kinetic_flow: a law of Z_0 at two times; of gauss_kinetic: time 0 and the first step."""

    def __init__(self, x):
        one = [Fraction(1), Fraction(1)]
        if x.family == "gauss_kinetic":
            mean, cov, s, t = [x.number("m"), Fraction(0)], [[x.number("v"), Fraction(0)], [Fraction(0), Fraction(1)]], Fraction(0), x.number("h")
        else:
            mean, cov, s, t = x.numbers("m"), x.matrix("Sigma"), x.number("s"), x.number("t")
        self.z, self.along = ((x.numbers(name) if x.has(name) else one) for name in ("z", "direction"))
        start = Law(mean, cov)
        self.early, self.late, self.u, self.t = start.moved(s), start.moved(t), t - s, t
        self.forward, self.back = flow(self.u)
        self.independent = cov[0][1] == 0 and cov[1] == [0, 1] and mean[1] == 0
        self.rho2 = rho_square(t)
        self.entropy, self.j = overdamped(mean[0], cov[0][0], self.rho2), information(mean[0], cov[0][0], self.rho2)
        self.m, self.v, self.first = mean[0], cov[0][0], start.entropy()

    def dot(self, vector):
        return sum(a * b for a, b in zip(self.along, vector))

    def pulled(self, matrix):
        return self.dot(at(matrix, [0, 0], self.late.score(self.z)))

    def mean_earlier(self):
        """E[Z_s | Z_t = z] = m_s + V_s e^(uA)^T V_t^-1 (z - m_t)."""
        gain = times(times(self.early.cov, transposed(self.forward)), self.late.inverse)
        return at(gain, self.early.mean, [p - m for p, m in zip(self.z, self.late.mean)])

    def response(self):
        """b_t and N_t = r(b.z/rho)/rho, r the overdamped score at rho."""
        b, rho = [exp(-of(self.t)) * (1 + self.t), -exp(-of(self.t)) * self.t], sqrt(self.rho2)
        place = (b[0] * self.z[0] + b[1] * self.z[1]) / rho
        score = place - (place - rho * self.m) / (1 + self.rho2 * (self.v - 1))
        return b, score / rho

    def reduced(self):
        b, n = self.response()
        return sum(self.along[i] * b[i] * n for i in range(2))

    def lost(self):
        """e^-2t sum_(k >= 3) (2t)^k/k!; from a term of ratio at most 1/2 on, the rest is at most that term twice."""
        total, term, k, y = of(0), of(2 * self.t * self.t * 2 * self.t / 3), 3, 2 * self.t
        while 2 * y > k + 1 or term.hi * (1 << 300) > total.hi:
            total, k = total + term, k + 1
            term = term * y / k
        return exp(-2 * of(self.t)) * (total + Interval(Fraction(0), 2 * term.hi))

    def quadratic(self, matrix):
        return self.dot(at(matrix, [0, 0], self.along))

    def pushed(self):
        return self.quadratic(times(times(self.forward, self.early.information()), transposed(self.forward)))


def times_(relation, left, right, independent=False):
    def sides(x):
        if x.family not in ("gauss_kinetic_flow", "gauss_kinetic") or x.has("t") and x.number("t") > 200:
            return None
        p = Times(x)
        if independent and not p.independent:
            raise ValueError("the velocity is not an independent standard Gaussian")
        return left(p), right(p)
    return relation, sides


class Kinetic:
    """The family gauss_kinetic: N steps of size h on N(m, v); the network is (1 + lambda) r^v + b."""

    def __init__(self, x):
        self.m, self.v, self.h, self.n = x.number("m"), x.number("v"), x.number("h"), int(x.number("N"))
        self.up = 1 + (x.number("lambda") if x.has("lambda") else 0)
        self.b, self.eta = x.number("b") if x.has("b") else Fraction(0), x.number("eta") if x.has("eta") else Fraction(1)
        self.start = Law([self.m, Fraction(0)], [[self.v, Fraction(0)], [Fraction(0), Fraction(1)]])
        self.entropy, self.fisher = self.start.entropy(), self.m ** 2 + (1 - self.v) ** 2 / self.v
        forward, self.back = flow(self.h)
        self.forward, self.turned = forward, transposed(forward)
        self.noise = Law([0, 0], minus(identity(2), times(self.turned, forward)))
        e = exp(-self.h)
        self.decay = [of(1)]
        for _ in range(self.n):
            self.decay.append(self.decay[-1] * e)
        self.kick = [4 * ((1 + self.h) * e - 1), 4 * self.h * e]
        self.beta = sum(k * v for k, v in zip(self.kick, at(self.noise.inverse, [0, 0], self.kick)))

    def time(self, j):
        return j * self.h

    def law(self, j):
        return self.start.moved(self.time(j))

    def j(self, j):
        return information(self.m, self.v, self.rho_square(j))

    def rho_square(self, j):
        s = self.time(j)
        return self.decay[j] ** 2 * (1 + 2 * s + 2 * s * s)

    def end(self):
        return overdamped(self.m, self.v, self.rho_square(self.n))

    def identity(self, weight, exact=False):
        """K4: H_0 - sum (4 E[s g] - weight E|s|^2) with s = up (-phi N) + b, g = -Phi N, E N = m, E N^2 = J."""
        total, up, b = self.entropy, 1 if exact else self.up, 0 if exact else self.b
        for k in range(1, self.n + 1):
            r, s = self.time(k - 1), self.time(k)
            phi, area, j = s * self.decay[k], (1 + r) * self.decay[k - 1] - (1 + s) * self.decay[k], self.j(k)
            total -= 4 * (up * phi * area * j - b * area * self.m) - weight * (up ** 2 * phi * phi * j - 2 * up * phi * b * self.m + b * b)
        return total

    def chain(self):
        return self.identity(self.beta / 2)

    def path(self, exact=False):
        return self.identity(2 * self.h, exact)

    def cost(self):
        return self.path(True) - self.end()

    def network(self, law, full):
        """What a step adds to e^(hA)^T z: slope and shift."""
        slope, shift = law.slope()
        if full:
            gap = minus(self.back, self.turned)
            return times(gap, slope), at(gap, [0, 0], shift)
        row, constant = [self.up * s for s in slope[1]], self.up * shift[1] + self.b
        return [[k * s for s in row] for k in self.kick], [k * constant for k in self.kick]

    def kernels(self, full=False):
        """The chain rule, from the joint Gaussian laws of the forward process."""
        total = self.law(self.n).entropy()
        for k in range(1, self.n + 1):
            before, law = self.law(k - 1), self.law(k)
            gain = times(times(before.cov, self.turned), law.inverse)
            spread = minus(before.cov, times(times(gain, self.forward), before.cov))
            slope, shift = self.network(law, full)
            far = minus(gain, plus(self.turned, slope))
            move = [a - b for a, b in zip(at(gain, before.mean, [-m for m in law.mean]), shift)]
            mean = at(far, move, law.mean)
            apart = trace(times(self.noise.inverse, times(times(far, law.cov), transposed(far))))
            apart += sum(a * c for a, c in zip(mean, at(self.noise.inverse, [0, 0], mean)))
            total += apart / 2 + Law([0, 0], spread).divergence(Law([0, 0], self.noise.cov))
        return total

    def output(self):
        mean, cov = [of(0), of(0)], [[of(x) for x in row] for row in identity(2)]
        for k in range(self.n, 0, -1):
            slope, shift = self.network(self.law(k), False)
            slope = plus(self.turned, slope)
            mean, cov = at(slope, shift, mean), plus(times(times(slope, cov), transposed(slope)), self.noise.cov)
        return Law(mean, cov)

    def truth(self):
        return self.start.divergence(self.output())

    def position(self):
        out = self.output()
        v = out.cov[0][0]
        return (self.v / v - 1 + (self.m - out.mean[0]) ** 2 / v + log(v / self.v)) / 2

    def slow(self):
        """The Tweedie chain at the slower clock."""
        squares = [self.rho_square(k) for k in range(self.n + 1)]
        return self.entropy - sum((r - s) / 2 * self.j(k + 1) for k, (r, s) in enumerate(zip(squares, squares[1:])))

    def errors(self):
        """sum eps_j^2, e = lambda r^v + b."""
        extra, total = self.up - 1, of(0)
        for k in range(1, self.n + 1):
            phi = self.time(k) * self.decay[k]
            total += extra ** 2 * phi * phi * self.j(k) - 2 * extra * phi * self.b * self.m + self.b ** 2
        return total

    def coefficient(self, eta=None):
        more = 1 if eta is None else 1 + 1 / eta
        return 2 * exp(Fraction(-2)) * self.h + more * self.h ** 2 / 4

    def decayed(self, power=1):
        return self.rho_square(self.n) ** power * self.entropy

    def bound(self, share=1):
        return self.decayed() + self.coefficient(self.eta) * self.fisher + share * 2 * (1 + self.eta) * self.h * self.errors()

    def deficit(self):
        return self.fisher / 2 - self.entropy

    def integral(self, factor, lo, hi):
        """Of factor(s) J(s), factor a polynomial by its coefficients, times e^-2s."""
        mean, gap = self.m ** 2, self.v - 1
        steps = [("input", [], 0, None), ("const", [], None, Fraction(-2)), ("multiply", [0, 1], None, None), ("exp", [2], None, None)]

        def add(op, *args, value=None):
            steps.append((op, list(args), None, value))
            return len(steps) - 1

        def polynomial(coefficients):
            total = add("const", value=Fraction(coefficients[-1]))
            for c in reversed(coefficients[:-1]):
                total = add("add", add("multiply", total, 0), add("const", value=Fraction(c)))
            return total
        square = add("multiply", 3, polynomial([1, 2, 2]))
        below = add("add", add("const", value=Fraction(1)), add("multiply", square, add("const", value=gap)))
        j = add("add", add("divide", add("multiply", square, add("const", value=gap ** 2)), below), add("const", value=mean))
        add("multiply", add("multiply", polynomial(factor), 3), j)
        return Interval(*integrals.panels(steps, [], (lo, lo), (hi, hi), Fraction(1, 10 ** 14)))

    def tail(self, s):
        """More than the integral of s^2 e^-2s J(s) from here on: J does not increase."""
        return Interval(Fraction(0), (exp(-2 * s) * (s * s + s + HALF) / 2 * information(self.m, self.v, rho_square(s))).hi)

    def master(self):
        """K6."""
        far = Fraction(30)
        rest = self.integral([1, -2, 1], self.h, far) + self.tail(far)
        return (self.end() + 4 * self.integral([0, 1, -1], Fraction(0), Fraction(1)) * self.h + Fraction(2, 3) * self.h ** 3 * self.j(1)
                + self.h ** 2 * rest)

    def kappa(self):
        far = Fraction(30)
        return self.integral([0, 2, -2], Fraction(0), far) - 2 * self.tail(far)


def kinetic(relation, left, right):
    def sides(x):
        if x.family != "gauss_kinetic" or x.number("N") > 400:
            return None
        k = Kinetic(x)
        return left(k), right(k)
    return relation, sides


STATEMENTS = {
    "K1": {
        "a": times_("=", lambda p: p.dot(p.early.score(p.mean_earlier())), lambda p: p.pulled(p.back)),
        "b": times_("=", lambda p: p.dot(p.mean_earlier()),
                    lambda p: p.dot(at(transposed(p.forward), [0, 0], p.z)) + p.pulled(minus(p.back, transposed(p.forward)))),
        "tooth transposed": times_("=", lambda p: p.dot(p.early.score(p.mean_earlier())), lambda p: p.pulled(transposed(p.back))),
        "tooth undamped": times_("=", lambda p: p.dot(p.early.score(p.mean_earlier())), lambda p: p.pulled(identity(2))),
    },
    "K2": {
        "entropy": times_("=", lambda p: p.late.entropy(), lambda p: p.entropy, True),
        "score": times_("=", lambda p: p.pulled(identity(2)), Times.reduced, True),
        "velocity": times_("=", lambda p: p.late.information()[1][1], lambda p: p.t ** 2 * exp(-2 * of(p.t)) * p.j, True),
        "gap": times_("=", lambda p: 1 - p.rho2, Times.lost),
        "tooth T17": times_("<=", lambda p: p.late.information()[1][1], lambda p: p.early.information()[1][1]),
        "tooth entropy-percent": times_("=", lambda p: p.late.entropy() * Fraction(101, 100), lambda p: p.entropy, True),
        "tooth score-velocity": times_("=", lambda p: p.pulled(identity(2)), lambda p: p.pulled(p.back), True),
    },
    "K3": {
        "a": times_("<=", lambda p: p.late.entropy(), lambda p: p.rho2 * p.first, True),
        "b": times_("<=", lambda p: p.late.entropy(), lambda p: exp(-2 * of(p.u)) * (p.u + sqrt(1 + p.u ** 2)) ** 2 * p.early.entropy()),
        "b-information": times_("<=", lambda p: p.quadratic(p.late.information()), Times.pushed),
        "tooth T16": times_("<=", lambda p: p.late.entropy(), lambda p: exp(-2 * of(p.t)) * p.first, True),
        "tooth b-information-percent": times_("<=", lambda p: p.quadratic(p.late.information()), lambda p: p.pushed() * Fraction(99, 100)),
        "tooth b-rate": times_("<=", lambda p: p.late.entropy(), lambda p: exp(-2 * of(p.u)) * p.early.entropy()),
    },
    "K4": {
        "beta": kinetic("<=", lambda k: k.beta / 2, lambda k: 2 * k.h),
        "chain": kinetic("=", Kinetic.chain, Kinetic.kernels),
        "tweedie": kinetic("=", lambda k: k.kernels(True), Kinetic.slow),
        "path": kinetic("<=", Kinetic.chain, Kinetic.path),
        "start": kinetic("<=", Kinetic.end, Kinetic.path),
        "truth": kinetic("<=", Kinetic.truth, Kinetic.chain),
        "marginal": kinetic("<=", Kinetic.position, Kinetic.truth),
        "tooth beta-percent": kinetic("<=", lambda k: k.beta / 2, lambda k: k.h * Fraction(99, 50)),
        "tooth chain-path": kinetic("=", Kinetic.path, Kinetic.kernels),
        "tooth half": kinetic("<=", Kinetic.truth, lambda k: k.chain() / 10),
        "tooth reversed": kinetic("<=", Kinetic.path, Kinetic.chain),
    },
    "K5": {
        "exact": kinetic("<=", lambda k: k.path(True), lambda k: k.decayed() + k.coefficient() * k.fisher),
        "error": kinetic("<=", Kinetic.path, Kinetic.bound),
        "truth": kinetic("<=", Kinetic.truth, Kinetic.bound),
        "coefficient": kinetic("<=", lambda k: k.coefficient(Fraction(1)), lambda k: k.h * Fraction(7707, 10000)),
        "tooth T18": kinetic("<=", Kinetic.path, lambda k: k.decayed() + k.h * k.fisher / 20),
        "tooth coefficient": kinetic("<=", lambda k: k.coefficient(Fraction(1)), lambda k: k.h * Fraction(77, 100)),
        "tooth error-weight": kinetic("<=", Kinetic.path, lambda k: k.bound(Fraction(9, 10))),
        "tooth start": kinetic("<=", Kinetic.path, lambda k: k.decayed(2) + k.coefficient(k.eta) * k.fisher),
    },
    "K6": {"path": kinetic("<=", lambda k: k.path(True), Kinetic.master)},
    "K7": {
        "rate": kinetic("fit 1/8", lambda k: k.cost() / k.h / k.kappa(), lambda k: 1),
        "order": kinetic("<=", Kinetic.kappa, Kinetic.deficit),
        "tooth half": kinetic("<=", Kinetic.kappa, lambda k: k.deficit() / 4),
        "tooth rate-deficit": kinetic("fit 1/8", lambda k: k.cost() / k.h / k.deficit(), lambda k: 1),
    },
}
