"""ratio-signrelu, part D: the Gaussian data of R15 to R19 and the finite classes of R20.

Steps t = 1..T with sqrt(alpha_t) = (1 - r_t^2)/(1 + r_t^2); lists start at t = 1, sums at t = 2.
"""
from fractions import Fraction
from math import comb, gcd

from interval import Interval, log, of

MOST_COUNTS = 40_000


class Ddpm:
    """The family gauss_ddpm: data N(mu, s2), predictor x*_t + b + e x, posterior or matched variances."""

    def __init__(self, x):
        self.mu, self.s2, self.b, self.e = (x.number(name) for name in ("mu", "s2", "b", "e"))
        self.posterior = x.fields["variance"] == "posterior"
        if not self.posterior and x.fields["variance"] != "matched":
            raise ValueError("neither variance")
        self.root, self.bar, self.root_bar = [], [], []
        for r in x.numbers("r"):
            self.root.append((1 - r * r) / (1 + r * r))
            self.root_bar.append((self.root_bar[-1] if self.root_bar else 1) * self.root[-1])
            self.bar.append(self.root_bar[-1] ** 2)
        self.snr = [a / (1 - a) for a in self.bar]
        self.mmse = [self.s2 / (1 + self.s2 * g) for g in self.snr]
        self.steps = [Step(self, k) for k in range(1, len(self.root))]

    def sum(self, value):
        return sum((value(s) for s in self.steps), Fraction(0))

    def information(self, k):
        return log(1 + self.s2 * self.snr[k]) / 2

    def gained(self):
        return self.information(0) - self.information(-1)

    def start(self):
        """KL(q_T|N(0, 1))."""
        a = self.bar[-1]
        return (a * self.s2 + 1 - a + a * self.mu ** 2 - 1 - log(a * self.s2 + 1 - a)) / 2

    def most(self):
        """U_T."""
        a = self.bar[-1]
        return (a * (self.s2 + self.mu ** 2 - 1) - log(1 - a)) / 2

    def excess(self):
        return self.sum(lambda s: s.a ** 2 * s.apart / (2 * s.variance))

    def path(self):
        return self.start() + self.sum(Step.cost) + self.excess()

    def truth(self):
        """KL(q_1|p_1), the output from N(0, 1) on by its mean and variance."""
        mean, v = Fraction(0), Fraction(1)
        for s in reversed(self.steps):
            slope = s.a * s.slope + s.b
            mean, v = slope * mean + s.a * s.shift, slope ** 2 * v + s.variance
        a = self.bar[0]
        data = a * self.s2 + 1 - a
        return (data / v + (self.root_bar[0] * self.mu - mean) ** 2 / v - 1 + log(v / data)) / 2

    def drop(self):
        return self.sum(lambda s: s.drop * (s.mmse - self.mmse[s.k - 1])) / 2

    def coarse(self):
        return max((s.drop for s in self.steps), default=0) * (self.mmse[-1] - self.mmse[0]) / 2


class Step:
    """One step t = k + 1 >= 2: A_t, B_t, the variances, Delta_t, and the predictor slope x + shift."""

    def __init__(self, d, k):
        alpha, bar, before = d.root[k] ** 2, d.bar[k], d.bar[k - 1]
        self.k, self.mmse, self.alpha, self.beta, self.root, self.before, self.root_before = k, d.mmse[k], alpha, 1 - alpha, d.root[k], before, d.root_bar[k - 1]
        self.a, self.b = self.root_before * self.beta / (1 - bar), self.root * (1 - before) / (1 - bar)
        self.tilde = (1 - before) / (1 - bar) * self.beta
        self.drop = d.snr[k - 1] - d.snr[k]
        self.spread = self.tilde + self.a ** 2 * self.mmse
        self.variance = self.tilde if d.posterior else self.spread
        v, mean = bar * d.s2 + 1 - bar, d.root_bar[k] * d.mu
        best = d.s2 * d.root_bar[k] / v
        self.slope, self.shift = best + d.e, d.mu - best * mean + d.b
        self.apart = (d.b + d.e * mean) ** 2 + d.e ** 2 * v
        # E|x_0 - slope x - shift|^2 from the joint law of x_0 and x_t
        self.missed = d.s2 + self.slope ** 2 * v - 2 * self.slope * d.root_bar[k] * d.s2 + (d.mu - self.slope * mean - self.shift) ** 2

    def cost(self):
        """J_t."""
        r = self.spread / self.variance
        return (r - 1 - log(r)) / 2

    def half(self):
        return self.drop / 2


def ddpm(relation, left, right, variance=None):
    def sides(x):
        if x.family != "gauss_ddpm" or len(x.fields["r"]) > 40:
            return None
        if variance not in (None, x.fields["variance"]):
            raise ValueError("another variance")
        d = Ddpm(x)
        return left(d), right(d)
    return relation, sides


def squares(value):
    return ddpm("=", lambda d: d.sum(lambda s: value(s) ** 2), lambda d: 0)


class Regression:
    """The family regression: a finite class and m samples of finitely many cells; the empirical minimizer of greatest risk is taken."""

    def __init__(self, x):
        self.m, cells, self.rows = int(x.number("m")), x.matrix("p"), x.matrix("H")
        points = sorted({c[0] for c in cells})
        mass = {p: sum(c[2] for c in cells if c[0] == p) for p in points}
        best = {p: sum(c[1] * c[2] for c in cells if c[0] == p) / mass[p] for p in points if mass[p]}
        self.risks = [sum(mass[p] * (h - best[p]) ** 2 for p, h in zip(points, row) if mass[p]) for row in self.rows]
        self.least = min(self.risks)
        self.bound = max([abs(c[1]) for c in cells] + [abs(h) for row in self.rows for h in row])
        self.cells, place = cells, {p: i for i, p in enumerate(points)}
        self.losses = [[(row[place[c[0]]] - c[1]) ** 2 for c in cells] for row in self.rows]
        self.size = len(self.rows)

    def distribution(self):
        """(risk of the minimizer, probability) over all counts."""
        scale = 1
        for v in [v for row in self.losses for v in row] + [c[2] for c in self.cells]:
            scale = scale * v.denominator // gcd(scale, v.denominator)
        losses, mass = [[int(v * scale) for v in row] for row in self.losses], [int(c[2] * scale) for c in self.cells]
        order = sorted(range(self.size), key=lambda h: -self.risks[h])
        weight = [0] * self.size

        def go(cell, left, ways, totals):
            if cell == len(mass) - 1:
                totals = [t + left * row[cell] for t, row in zip(totals, losses)]
                least = min(totals)
                weight[next(h for h in order if totals[h] == least)] += ways * mass[cell] ** left
                return
            for n in range(left + 1):
                go(cell + 1, left - n, ways * comb(left, n) * mass[cell] ** n, [t + n * row[cell] for t, row in zip(totals, losses)])
        go(0, self.m, 1, [0] * self.size)
        return [(r, Fraction(w, scale ** self.m)) for r, w in zip(self.risks, weight)]

    def expected(self):
        return sum(r * p for r, p in self.distribution())

    def beyond(self, level):
        level = of(level)
        if any(level.lo < r <= level.hi for r in self.risks):
            return Interval(Fraction(0), Fraction(1))  # not told from the level
        return sum(p for r, p in self.distribution() if r > level.hi)

    def rate(self, constant, count):
        return constant * self.bound ** 2 / self.m * log(Fraction(count))


def regression(left, right):
    def sides(x):
        if x.family != "regression" or comb(int(x.number("m")) + len(x.fields["p"]) - 1, len(x.fields["p"]) - 1) * len(x.fields["H"]) > MOST_COUNTS:
            return None
        r = Regression(x)
        return left(r), right(r)
    return "<=", sides


TENTH, C = Fraction(1, 10), Fraction(40, 3)

STATEMENTS = {
    "R15": {
        "": squares(lambda s: s.a ** 2 / (2 * s.tilde) - s.drop / 2),
        "data": squares(lambda s: s.a / s.tilde - s.root_before / (1 - s.before)),
        "state": squares(lambda s: s.b / s.tilde - s.root / s.beta),
        "precision": squares(lambda s: 1 / s.tilde - s.alpha / s.beta - 1 / (1 - s.before)),
        "tooth half": squares(lambda s: s.a ** 2 / s.tilde - s.drop / 2),
    },
    "R16": {
        "": ddpm("=", lambda d: d.sum(lambda s: s.a ** 2 * (s.missed - s.mmse) / (2 * s.variance)), Ddpm.excess),
        "drops": ddpm("=", Ddpm.excess, lambda d: d.sum(lambda s: s.half() * s.apart), "posterior"),
        "tooth T17": ddpm("=", lambda d: d.sum(lambda s: s.a ** 2 * (s.missed - s.mmse) / (2 * s.variance)), lambda d: d.excess() / 2),
    },
    "R17": {
        "": ddpm("<=", Ddpm.truth, Ddpm.path),
        "tooth T12": ddpm("<=", Ddpm.truth, lambda d: d.start() + d.excess()),
        "tooth no-start": ddpm("<=", Ddpm.truth, lambda d: d.sum(Step.cost) + d.excess()),
    },
    "R18": {
        "a": ddpm("=", lambda d: d.sum(Step.cost) + d.gained(), lambda d: d.sum(lambda s: s.half() * s.mmse), "posterior"),
        "a-lower": ddpm("<=", lambda d: 0, lambda d: d.sum(Step.cost), "posterior"),
        "a-upper": ddpm("<=", lambda d: d.sum(Step.cost), Ddpm.drop, "posterior"),
        "a-coarse": ddpm("<=", Ddpm.drop, Ddpm.coarse, "posterior"),
        "b": ddpm("=", lambda d: d.sum(lambda s: log(1 + s.drop * s.mmse) / 2), Ddpm.gained),
        "b-zero": ddpm("=", lambda d: d.sum(Step.cost), lambda d: 0, "matched"),
        "tooth T13": ddpm("<=", lambda d: d.sum(Step.cost), lambda d: d.drop() / 2, "posterior"),
        "tooth b-posterior": ddpm("=", lambda d: d.sum(Step.cost), lambda d: 0, "posterior"),
    },
    "R19": {
        "": ddpm("=", lambda d: d.path() + d.information(0), lambda d: d.most() + d.sum(lambda s: s.half() * s.missed), "posterior"),
        "terminal": ddpm("=", lambda d: d.start() + d.information(-1), Ddpm.most),
        "terminal-upper": ddpm("<=", Ddpm.start, Ddpm.most),
        "tooth T14": ddpm("<=", Ddpm.start, lambda d: d.bar[-1] * (d.s2 + d.mu ** 2) / 2),
        "tooth no-information": ddpm("=", Ddpm.path, lambda d: d.most() + d.sum(lambda s: s.half() * s.mmse), "posterior"),
    },
    "R20": {
        "": regression(Regression.expected, lambda r: 2 * r.least + r.rate(C, r.size)),
        "best": regression(lambda r: r.least, Regression.expected),
        "tail": regression(lambda r: r.beyond(3 * r.least + r.rate(C, r.size / TENTH ** 2)), lambda r: 2 * TENTH),
        "tooth T15": regression(Regression.expected, lambda r: 2 * r.least + r.rate(Fraction(1, 2), r.size)),
        "tooth best": regression(Regression.expected, lambda r: r.least),
        "tooth tail": regression(lambda r: r.beyond(3 * r.least), lambda r: 2 * TENTH),
        "tooth tail-best": regression(lambda r: r.beyond(r.least), lambda r: TENTH),
    },
}
