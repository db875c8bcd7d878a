"""ratio-signrelu: the networks of R5 (exact ReLU), R7 (rational functions), R9 (quotients of read-outs) and R13 (polynomials of one ridge variable)."""
from fractions import Fraction
from math import comb

from rebuild import Everywhere


def activation(alpha, x):
    return x if x >= 0 else alpha * x / (1 - x)


def reciprocal(alpha, tau, t):
    return (1 + activation(alpha, 1 - t / tau) / alpha) / tau


def gate(alpha, inner, outer, x, y, z):
    """G(x, y, z) = yz/x with the thresholds of R3."""
    def harmonic(t):
        return reciprocal(alpha, outer, reciprocal(alpha, inner, x - t) + reciprocal(alpha, inner, x + t))
    return (harmonic(y - z) - harmonic(y + z)) / 2


def product(values):
    result = Fraction(1)
    for v in values:
        result *= v
    return result


def polynomial(coefficients, x):
    total = Fraction(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def about(family, model, most):
    """Statements about a family: at the instance, or on an interval of one variable."""
    def at_instance(relation, left, right):
        def sides(x):
            if x.family != family or not most(x):
                return None
            m = model(x)
            return left(m), right(m)
        return relation, sides

    def on(relation, name, ends, left, right):
        def everywhere(x):
            if x.family != family or not most(x):
                return None
            m = model(x)
            lower, upper = ends(m)
            return Everywhere([name], [([lower], [upper])], lambda p: left(m, p[0]), lambda p: right(m, p[0]))
        return relation, everywhere
    return at_instance, on


class Relu:
    """The family relu: two hidden layers of width 2 that are ReLU up to B, for alpha other than 1."""

    def __init__(self, x):
        self.alpha, self.most, self.x = x.number("alpha"), x.number("B"), x.number("x")

    def psi(self, y):
        """y/(alpha + y) for alpha + y from alpha/(1 + B) on, by one unit."""
        return 1 - self.alpha * reciprocal(self.alpha, self.alpha / (1 + self.most), self.alpha + y)

    def value(self, x):
        a = self.alpha
        carried = activation(a, activation(a, x / a) + a) - a
        return (self.psi(activation(a, -x)) + carried / a) / (1 / a ** 2 - 1)

    def smooth(self, x):
        return x - self.psi(activation(self.alpha, x))


relu, relu_on = about("relu", Relu, lambda x: True)


class Rational:
    """The family rational: Q/S on [-1, 1] by 2K reciprocal units of c_j +- t, c_j = 2 + j/K, and the gate of R9."""

    def __init__(self, x):
        self.alpha, self.q, self.s, k, self.t = x.number("alpha"), x.numbers("Q"), x.numbers("R"), int(x.number("K")), x.number("t")
        self.poles = [2 + Fraction(j, k) for j in range(k)]
        most, least = product(c * c for c in self.poles), product(c * c - 1 for c in self.poles)
        self.g1, self.g2 = sum(map(abs, self.q)) / least, sum(map(abs, self.s)) / least
        self.m2 = (self.s[0] - sum(map(abs, self.s[1:]))) / most

    def residues(self, coefficients):
        """(A_j^+, A_j^-)."""
        for c in self.poles:
            below = 2 * c * product(d * d - c * c for d in self.poles if d != c)
            yield polynomial(coefficients, -c) / below, polynomial(coefficients, c) / below

    def carried(self, coefficients, t):
        return sum(a * reciprocal(self.alpha, c - 1, c + t) + b * reciprocal(self.alpha, c - 1, c - t) for c, (a, b) in zip(self.poles, self.residues(coefficients)))

    def over(self, coefficients, t):
        return polynomial(coefficients, t) / product(c * c - t * t for c in self.poles)

    def value(self, t, share=1):
        """The gate is fed a share of the scale lambda, and has its own bounds."""
        if self.g1 == 0:
            return Fraction(0)
        scale = 3 * self.g1 / self.m2
        used = scale * share
        return used / self.g1 * gate(self.alpha, self.g1, 2 / (scale * self.g2 + 2 * self.g1), used * self.carried(self.s, t), self.carried(self.q, t), self.g1)

    def quotient(self, t):
        return polynomial(self.q, t) / polynomial(self.s, t)

    def parameters(self):
        """All weights and biases that are not 0: of the read-outs sum_j B_j sigma_j + constant, B_j = A_j / (alpha (c_j - 1))."""
        layer = [(1, 1)] * 2 * len(self.poles)
        rows = []
        for coefficients in (self.q, self.s):
            pairs = list(self.residues(coefficients))
            weights = [x / ((c - 1) * self.alpha) for c, pair in zip(self.poles, pairs) for x in pair]
            rows.append((weights, sum(x / (c - 1) for c, pair in zip(self.poles, pairs) for x in pair)))
        return count(layer, rows[:1], rows[1], self.g1, self.m2)


def count(layer, numerators, denominator, g1, m2):
    """Parameters other than 0 of the network of section 4: a layer, four units and two units per numerator, and the output."""
    total = sum(w != 0 for row in layer for w in row)
    if g1 == 0:
        return total
    scale = 3 * g1 / m2
    for weights, bias in numerators:
        for eta, zeta in ((-1, 1), (1, -1), (-1, -1), (1, 1)):
            row = [scale * d + eta * w for d, w in zip(denominator[0], weights)]
            total += sum(w != 0 for w in row) + (1 - (scale * denominator[1] + eta * bias + zeta * g1) / g1 != 0)
    return total + 8 * len(numerators)  # the biases 1 - 2/(tau_1 tau_2) of the third layer are -1 - scale G_2/G_1


rational, rational_on = about("rational", Rational, lambda x: x.number("K") <= 40 and len(x.fields["Q"]) + len(x.fields["R"]) <= 160)


def interval(m):
    return -1, 1


class Shared:
    """The family shared: q + 1 affine read-outs of one hidden layer, quotients by the gate with the bounds G1, m2, G2; clips at m and at R."""

    def __init__(self, x):
        self.alpha, self.g1, self.m2, self.g2, self.m, self.r, self.steep = (x.number(name) for name in ("alpha", "G1", "m2", "G2", "m", "R", "L"))
        self.units, self.tops, self.below, self.x = x.matrix("units"), x.matrix("numerators"), x.numbers("denominator"), x.numbers("x")

    def read(self, row, x):
        layer = [activation(self.alpha, sum(w * v for w, v in zip(unit, x)) + unit[-1]) for unit in self.units]
        return sum(w * v for w, v in zip(row, layer)) + row[-1]

    def clip_below(self, floor, steep, t):
        return floor + activation(self.alpha, steep * (t - floor)) / steep

    def clipped_denominator(self, x):
        return self.clip_below(self.m, 2 * self.alpha / self.m, self.read(self.below, x))

    def input(self):
        def clip(t):
            return self.r - activation(self.alpha, self.steep * (self.r - self.clip_below(-self.r, self.steep, t))) / self.steep
        return [clip(t) for t in self.x]

    def value(self, x, k=-1, clipped=False, scaled=True):
        if self.g1 == 0:
            return Fraction(0)
        least, most = (self.m / 2, max(self.g2, self.m)) if clipped else (self.m2, self.g2)
        below = self.clipped_denominator(x) if clipped else self.read(self.below, x)
        scale = 3 * self.g1 / least
        used = scale if scaled else 1
        return used / self.g1 * gate(self.alpha, self.g1, 2 / (scale * most + 2 * self.g1), used * below, self.read(self.tops[k], x), self.g1)

    def quotient(self, x, k=-1):
        return self.read(self.tops[k], x) / self.read(self.below, x)

    def parameters(self):
        return count(self.units, [(row[:-1], row[-1]) for row in self.tops], (self.below[:-1], self.below[-1]), self.g1, self.m2)

    def stated(self):
        return len(self.units) * (len(self.x) + 1 + 4 * len(self.tops))


shared, shared_on = about("shared", Shared, lambda x: True)


class Ridge:
    """The family ridge: a polynomial p of even degree k by k reciprocal units of 1 - h_i u, h_i = H (2i - k)/k."""

    def __init__(self, x):
        self.alpha, self.a, self.h, self.u = x.number("alpha") if x.has("alpha") else Fraction(1), x.numbers("coeffs"), x.number("H"), x.number("x")
        self.k = len(self.a) - 1
        self.nodes = [self.h * (2 * i - self.k) / self.k for i in range(self.k + 1)]
        self.omega = self.expand(self.nodes)
        self.c = []
        for i, node in enumerate(self.nodes):
            rest = self.nodes[:i] + self.nodes[i + 1:]
            lagrange, below = self.expand(rest), product(node - n for n in rest)
            self.c.append(sum(a * e for a, e in zip(self.a, lagrange)) / below)

    @staticmethod
    def expand(roots):
        """The coefficients of prod (z - root)."""
        result = [Fraction(1)]
        for r in roots:
            result = [(result[i - 1] if i else 0) - (r * result[i] if i < len(result) else 0) for i in range(len(result) + 1)]
        return result

    def network(self, u):
        return sum(c * (reciprocal(self.alpha, 1 - self.h, 1 - h * u) if h else 1) for c, h in zip(self.c, self.nodes))

    def fractions(self, u):
        return sum(c / (1 - h * u) for c, h in zip(self.c, self.nodes))

    def error(self, u):
        return self.network(u) - polynomial(self.a, u)

    def closed(self, u, divided=True):
        total = sum(a * sum(self.omega[j] * u ** (m - j) for j in range(m + 1)) for m, a in enumerate(self.a))
        return -u ** (self.k + 1) * total / (product(1 - h * u for h in self.nodes) if divided else 1)

    def norm(self):
        return sum(map(abs, self.a))

    def delta(self):
        return self.norm() * sum(comb(self.k + 1, i) * self.h ** i for i in range(2, self.k + 2)) / (1 - self.h) ** (self.k + 1)


ridge, ridge_on = about("ridge", Ridge, lambda x: len(x.fields["coeffs"]) <= 41)


class Network:
    """The family network: layers of rows, each the weights and then the bias."""

    def __init__(self, x):
        self.alpha = x.number("alpha")
        self.layers = [x.matrix("layer%d" % (i + 1)) for i in range(len(x.fields["widths"]))] + [x.matrix("output")]

    def slope(self, sign):
        """The one-sided derivative at 0: values and derivatives in the direction of the sign; at 0 the direction decides the branch."""
        values, moves = [Fraction(0)], [Fraction(sign)]
        for number, layer in enumerate(self.layers):
            totals = [(sum(w * v for w, v in zip(row, values)) + row[-1], sum(w * m for w, m in zip(row, moves))) for row in layer]
            if number == len(self.layers) - 1:
                return totals[0][1] * sign
            values = [activation(self.alpha, t) for t, _ in totals]
            moves = [m if t > 0 or t == 0 and m >= 0 else m * self.alpha / (1 - t) ** 2 for t, m in totals]


network, _ = about("network", Network, lambda x: x.number("inputs") == 1)

STATEMENTS = {
    "R5": {
        "b": relu_on("=", "x", lambda m: (-1000 * (m.most + 1), m.most), Relu.value, lambda m, x: max(x, 0)),
        "b-modulus": relu_on("=", "x", lambda m: (-m.most, m.most), lambda m, x: m.value(x) + m.value(-x), lambda m, x: abs(x)),
        "b-point": relu("=", lambda m: m.value(m.x), lambda m: max(m.x, 0)),
        "smooth": relu_on("=", "x", lambda m: (-m.most, m.most), Relu.smooth, lambda m, x: max(x, 0) ** 2 / (1 + max(x, 0))),
        "tooth b-beyond": relu("=", lambda m: m.value(m.x), lambda m: max(m.x, 0)),
        "tooth T4": relu("=", lambda m: m.smooth(m.x), lambda m: max(m.x, 0)),
        "c": network("=", lambda m: m.slope(-1), lambda m: m.slope(1)),
        "tooth c-two": network("=", lambda m: m.slope(-1), lambda m: m.slope(1)),
    },
    "R7": {
        "": rational_on("=", "t", interval, Rational.value, Rational.quotient),
        "numerator": rational_on("=", "t", interval, lambda m, t: m.carried(m.q, t), lambda m, t: m.over(m.q, t)),
        "denominator": rational_on("=", "t", interval, lambda m, t: m.carried(m.s, t), lambda m, t: m.over(m.s, t)),
        "m2": rational_on("<=", "t", interval, lambda m, t: m.m2, lambda m, t: m.over(m.s, t)),
        "point": rational("=", lambda m: m.value(m.t), lambda m: m.quotient(m.t)),
        "parameters": rational("<=", Rational.parameters, lambda m: 12 * len(m.poles) + 12),
        "tooth m2-twice": rational_on("<=", "t", interval, lambda m, t: 2 * m.m2, lambda m, t: m.over(m.s, t)),
        "tooth no-gate": rational("=", lambda m: m.carried(m.q, m.t), lambda m: m.quotient(m.t)),
        "tooth scale": rational("=", lambda m: m.value(m.t, Fraction(1, 4)), lambda m: m.quotient(m.t)),
        "tooth parameters": rational("<=", Rational.parameters, lambda m: 11 * len(m.poles) + 12),
    },
    "R9": {
        "first": shared("=", lambda m: m.value(m.x, 0), lambda m: m.quotient(m.x, 0)),
        "last": shared("=", lambda m: m.value(m.x), lambda m: m.quotient(m.x)),
        "line": shared_on("=", "x1", lambda m: (-m.r, m.r), lambda m, t: m.value([t], 0), lambda m, t: m.quotient([t], 0)),
        "clipped": shared("=", lambda m: m.value(m.x, clipped=True), lambda m: m.read(m.tops[-1], m.x) / m.clipped_denominator(m.x)),
        "clip-exact": shared("=", lambda m: m.value(m.x, clipped=True), lambda m: m.quotient(m.x)),
        "clip-least": shared("<=", lambda m: m.m / 2, lambda m: m.clipped_denominator(m.x)),
        "input": shared("=", lambda m: m.value(m.input()), lambda m: m.value(m.x)),
        "input-both": shared("=", lambda m: m.value(m.input(), clipped=True), lambda m: m.value(m.x, clipped=True)),
        "input-bounded": shared("<=", lambda m: abs(m.value(m.input())), lambda m: m.g1 / m.m2),
        "parameters": shared("<=", Shared.parameters, lambda m: m.stated() + 12 * len(m.tops)),
        "tooth T3": shared("=", lambda m: m.value(m.x, 0, scaled=False), lambda m: m.quotient(m.x, 0)),
        "tooth bounds": shared("=", lambda m: m.value(m.x, 0), lambda m: m.quotient(m.x, 0)),
        "tooth clip-half": shared("=", lambda m: m.value(m.x, clipped=True), lambda m: m.quotient(m.x)),
        "tooth parameters": shared("<=", Shared.parameters, Shared.stated),
    },
    "R13": {
        "": ridge_on("=", "u", interval, Ridge.error, Ridge.closed),
        "network": ridge_on("=", "u", interval, Ridge.network, Ridge.fractions),
        "upper": ridge_on("<=", "u", interval, Ridge.error, lambda m, u: m.delta()),
        "lower": ridge_on("<=", "u", interval, lambda m, u: -m.error(u), lambda m, u: m.delta()),
        "point": ridge("<=", lambda m: abs(m.error(m.u)), Ridge.delta),
        "tooth T10": ridge("<=", lambda m: abs(m.error(m.u)), lambda m: m.norm() * m.h ** 2),
        "tooth closed": ridge_on("=", "u", interval, Ridge.error, lambda m, u: m.closed(u, False)),
        "tooth upper": ridge_on("<=", "u", interval, lambda m, u: -m.error(u), lambda m, u: m.delta() / 1000),
    },
}
