"""factorizable-density: both sides of the statements about discrete laws and histograms (F1, F2, F9, F15, F17), by the mathematics page."""
from fractions import Fraction
from itertools import product
from math import comb, floor

from interval import of, sqrt
from templates.tools import integer_power, log, total, up_to

MOST_VECTORS = 4000


def all_of(values):
    result = Fraction(1)
    for v in values:
        result *= v
    return result


def bits(mask):
    return [i for i in range(mask.bit_length()) if mask >> i & 1]


def subsets(a):
    return [[x for i, x in enumerate(a) if k >> i & 1] for k in range(1 << len(a))]


def size_of(a):
    return sum(map(abs, a))


# --- F1, F2: canonical factors ---

class Canonical:
    """psi_A at a point, of a positive function p on d coordinates with a reference point."""

    def __init__(self, p, d, zero):
        self.p, self.d, self.zero, self.values = p, d, zero, {}

    def at(self, a, x):
        result = Fraction(1)
        for b in subsets(a):
            y = tuple(x[i] if i in b else self.zero for i in range(self.d))
            if y not in self.values:
                self.values[y] = self.p(y)
            result = result * self.values[y] if (len(a) - len(b)) % 2 == 0 else result / self.values[y]
        return result

    def dimension(self, points):
        return max([len(a) for a in subsets(range(self.d)) if a and any(self.at(a, x) != 1 for x in points)], default=0)

    def off_product(self, points):
        return sum(abs(self.p(tuple(x)) - all_of(self.at(a, x) for a in subsets(range(self.d)))) for x in points)

    def off_scopes(self, points, scopes):
        return sum(abs(self.at(a, x) - 1) for a in subsets(range(self.d)) if a and not any(set(a) <= set(s) for s in scopes) for x in points)


class Tables:
    """The family tables: positive factors on {0, 1}^D, and perturbed ones."""

    def __init__(self, x):
        self.d, self.scopes = up_to(x.number("D"), 9), [bits(int(s)) for s in x.numbers("scopes")]
        self.tables = {}
        for name in ("factors", "perturbed"):
            values, self.tables[name] = x.numbers(name), []
            for s in self.scopes:
                self.tables[name].append(values[:1 << len(s)])
                values = values[1 << len(s):]
        self.points = list(product((0, 1), repeat=self.d))
        self.psi = Canonical(lambda y: self.value("factors", y), self.d, 0)
        self.k = len(self.scopes)

    def value(self, name, x):
        return all_of(t[sum(x[i] << place for place, i in enumerate(s))] for t, s in zip(self.tables[name], self.scopes))

    def largest(self):
        return max(map(len, self.scopes))

    def pairs(self):
        return [(self.value("factors", x), self.value("perturbed", x)) for x in self.points]

    def absolute(self):
        return max(abs(a - b) for a, b in self.pairs())

    def relative(self):
        return max(abs(a - b) / a for a, b in self.pairs())

    def distance(self):
        za, zb = [sum(p) for p in zip(*self.pairs())]
        return sum(abs(a / za - b / zb) for a, b in self.pairs()) / 2

    def entries(self):
        return [(a, b) for s, t in zip(self.tables["factors"], self.tables["perturbed"]) for a, b in zip(s, t)]

    def crude(self, power=True):
        most = max(max(abs(a), abs(b)) for a, b in self.entries())
        return self.k * (most ** (self.k - 1) if power else 1) * max(abs(a - b) for a, b in self.entries())

    def ratios(self):
        return [max(abs(b / a - 1) for a, b in zip(s, t)) for s, t in zip(self.tables["factors"], self.tables["perturbed"])]

    def omega(self):
        return all_of(1 + r for r in self.ratios()) - 1


class Polynomials:
    """The family polynomial_network: a chain on [-1, 1]^D, and a last coordinate with the parents x_1 and x_D where the collider is not 0."""

    def __init__(self, x):
        self.a, self.collider = x.numbers("a"), x.numbers("collider")
        self.d = up_to(len(self.a), 10) + 1
        self.scopes = [[i, i + 1] for i in range(self.d - 1)]
        if any(self.collider):
            self.scopes.append([0, self.d - 1, self.d])
        self.psi = Canonical(self.density, self.d + (1 if any(self.collider) else 0), Fraction(0))
        # no polynomial of this kind that is not constant is constant on these points: coordinates in general position
        self.points = [[Fraction(sign, 3 + 2 * i) for i in range(self.psi.d)] for sign in (1, -1)] + [[Fraction(1, 2 + i * i) for i in range(self.psi.d)]]

    def density(self, x):
        p = all_of(1 + c * x[i] * x[i + 1] for i, c in enumerate(self.a)) / 2 ** self.psi.d
        if any(self.collider):
            b, c, e = self.collider
            p *= 1 + x[-1] * (b * x[0] + c * x[self.d - 1] + e * x[0] * x[self.d - 1])
        return p

    def correlation(self):
        """The mean of x_(i+1) given x_i is a_i x_i/3, and that of x_1^2 is 1/3."""
        return all_of(c / 3 for c in self.a) / 3


class Noisy:
    """The family noisy_chain: the observed law of a binary symmetric chain, 2^D times it."""

    def __init__(self, x):
        self.d, flip, noise = up_to(x.number("D"), 8), x.number("flip"), x.number("noise")
        self.rho, self.eta = 1 - 2 * flip, 1 - 2 * noise
        self.flip, self.noise = flip, noise
        self.psi = Canonical(self.law, self.d, 0)
        self.points = list(product((0, 1), repeat=self.d))

    def law(self, y):
        """By the sum over the states of the hidden chain, site by site."""
        state = [Fraction(1, 2)] * 2
        for i, seen in enumerate(y):
            if i:
                state = [state[s] * (1 - self.flip) + state[1 - s] * self.flip for s in (0, 1)]
            state = [v * ((1 - self.noise) if s == seen else self.noise) for s, v in enumerate(state)]
        return 2 ** self.d * sum(state)

    def one(self, name):
        a = [int(c) - 1 for c in name]
        return self.psi.at(a, [1] * self.d)

    def dimension(self):
        return self.psi.dimension(self.points)

    def closed_three(self):
        c, e = self.rho * self.eta ** 2, self.rho ** 2 * self.eta ** 2
        return ((1 + e) ** 2 - 4 * c * c) / (1 - e) ** 2

    def halves(self, name):
        """The products of the values of 16 p over even and over odd complements."""
        a, result = [int(c) - 1 for c in name], [Fraction(1), Fraction(1)]
        for b in subsets(a):
            result[(len(a) - len(b)) % 2] *= self.law([int(i in b) for i in range(self.d)])
        return result

    def of_four(self):
        x = all_of(self.law(y) for y in ((0, 0, 0, 0), (1, 1, 0, 0), (1, 0, 1, 0), (1, 0, 0, 1)))
        return x, all_of(self.law(y) for y in ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)))

    def difference(self, name):
        x, y = self.halves(name)
        return x - y

    def closed(self, name):
        e, r = self.eta, self.rho
        if len(name) > 2:
            return 16 * e ** 4 * r ** 4 * (1 - e * e) ** 2 * (1 - e * e * r * r) ** 2
        far = int(name[1]) - int(name[0])
        if name == "23":
            return 4 * e * e * r * (1 - e * e * r * r) ** 2
        if far == 1:
            return 4 * e * e * r * (1 - e * r - e * r * r + e * e * r) * (1 + e * r + e * r * r + e * e * r)
        return 4 * e * e * r * r * (1 - e * e) * (1 - e * e * r * r) if far == 2 else 4 * e * e * r ** 3 * (1 - e * e) ** 2


# --- F3 ---

# --- F9c, F15, F17: laws of networks and what is estimated ---

class Network:
    """Coordinates of S states; coordinate i has parents (places before it) and a table: a law for every state of them, the first parent slowest."""

    def __init__(self, states, parents, tables):
        self.s, self.parents, self.tables, self.d = states, parents, tables, len(parents)
        up_to(states ** up_to(self.d, 12), 4096)
        self.points = list(product(range(states), repeat=self.d))

    def row(self, i, x):
        place = 0
        for j in self.parents[i]:
            place = place * self.s + x[j]
        return self.tables[i][place]

    def law(self):
        return {x: all_of(self.row(i, x)[x[i]] for i in range(self.d)) for x in self.points}

    def families(self):
        return [self.parents[i] + [i] for i in range(self.d)]


def network(x, name="p"):
    states, parents = int(x.number("S")), [bits(int(m)) for m in x.numbers("parents")]
    values, tables = x.numbers(name), []
    for p in parents:
        rows = [values[k * states:(k + 1) * states] for k in range(states ** len(p))]
        values = values[len(rows) * states:]
        tables.append(rows)
    return Network(states, parents, tables)


def chain(pi_, p):
    return Network(len(pi_), [[i - 1] if i else [] for i in range(len(p) + 1)], [[pi_]] + p)


def marginal(law, places):
    result = {}
    for x, p in law.items():
        key = tuple(x[i] for i in places)
        result[key] = result.get(key, 0) + p
    return result


def distance(p, q):
    return sum(abs(v - q[x]) for x, v in p.items()) / 2


def fitted(model, law):
    """The network with the tables of a law; where a state of the parents has no mass, all states alike."""
    tables = []
    for i, parents in enumerate(model.parents):
        joint, above = marginal(law, parents + [i]), marginal(law, parents)
        tables.append([[joint[y + (s,)] / above[y] if above[y] else Fraction(1, model.s) for s in range(model.s)]
                       for y in product(range(model.s), repeat=len(parents))])
    return Network(model.s, model.parents, tables).law()


def scopes_of_chain(model):
    return [[i - 1, i] for i in range(1, model.d)] + [[i] for i in range(1, model.d - 1)]


def scopes_of_network(model):
    return model.families() + [p for p in model.parents if p]


def lemma(p, q, scopes):
    return sum(distance(marginal(p, s), marginal(q, s)) for s in scopes)


def spread(n, p):
    """E|Bin(n, p) - n p| by de Moivre."""
    if p in (0, 1):
        return Fraction(0)
    v = floor(n * p) + 1
    return 2 * v * comb(n, v) * p ** v * (1 - p) ** (n - v + 1)


def spread_by_sum(n, p):
    return sum(comb(n, k) * p ** k * (1 - p) ** (n - k) * abs(k - n * p) for k in range(n + 1))


class Histogram:
    """n samples of a network; ``scopes`` are the marginal tables of its lemma."""

    def __init__(self, model, n, scopes):
        self.model, self.n, self.law, self.scopes = model, n, model.law(), scopes(model)

    def mean_lemma(self, spread_of=spread):
        return sum(spread_of(self.n, p) for s in self.scopes for p in marginal(self.law, s).values()) / (2 * self.n)

    def vectors(self):
        """(probability, empirical law) of every vector of counts, or None where they are too many."""
        cells = [x for x in self.model.points]
        if comb(self.n + len(cells) - 1, self.n) > MOST_VECTORS:
            return None
        return self.counts(cells, self.n, Fraction(1))

    def counts(self, cells, left, weight):
        if len(cells) == 1:
            return [(weight * self.law[cells[0]] ** left, {cells[0]: Fraction(left, self.n)})]
        found = []
        for k in range(left + 1):
            w = weight * comb(left, k) * self.law[cells[0]] ** k
            found += [(v, dict(rest, **{}) | {cells[0]: Fraction(k, self.n)}) for v, rest in self.counts(cells[1:], left - k, w)]
        return found

    def over_samples(self, value, combine):
        vectors = self.vectors()
        return None if vectors is None else combine((w, value(e)) for w, e in vectors if w)

    def risk(self):
        return self.over_samples(lambda e: distance(self.law, fitted(self.model, e)), lambda pairs: sum(w * v for w, v in pairs))

    def full_risk(self):
        return sum(spread(self.n, p) for p in self.law.values()) / (2 * self.n)

    def greatest_gap(self):
        return self.over_samples(lambda e: distance(self.law, fitted(self.model, e)) - lemma(self.law, e, self.scopes), lambda pairs: max(v for _, v in pairs))


def chain_bound(s, d, n):
    return Fraction(d - 1, 2) * sqrt(Fraction(s * s - 1, n)) + Fraction(d - 2, 2) * sqrt(Fraction(s - 1, n))


def network_bound(h):
    s = h.model.s
    return total(sqrt(of(s ** len(f) - 1)) for f in h.model.families() + h.model.parents) / (2 * sqrt(of(h.n)))


def largest_bound(h, less=0):
    most = max(len(f) for f in h.model.families())
    return h.model.d * integer_power(sqrt(of(h.model.s)), most - less) / sqrt(of(h.n))


class Uniform:
    """The family uniform_histogram."""

    def __init__(self, x):
        self.s, self.d, self.n = up_to(x.number("S"), 100), up_to(x.number("D"), 100), up_to(x.number("n"), 5000)

    def cells(self, k):
        return Fraction(self.s ** k, 2 * self.n) * spread(self.n, Fraction(1, self.s ** k))

    def mean_lemma(self):
        return (self.d - 1) * self.cells(2) + (self.d - 2) * self.cells(1)


def divergence(p, q):
    return total(v * log(v / q[x]) for x, v in p.items() if v)
