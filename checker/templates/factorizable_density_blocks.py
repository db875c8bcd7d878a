"""factorizable-density: networks and interpolants at points and on ranges (F4 to F8), by the mathematics page.

Counts of weights are those of the page's formulas; networks are computed as the functions that they are.
"""
from fractions import Fraction
from itertools import product as pairs
from math import factorial, floor

from interval import exp
from rebuild import Everywhere
from templates.tools import up_to


def chord(x, n):
    """The function that is linear between the points k/n and equal to x^2 there."""
    k = floor(x * n)
    return (Fraction(k * k) + (2 * k + 1) * (x * n - k)) / n ** 2


def error(m):
    return Fraction(1, 4 ** (m + 1))


def times(m, x, y):
    """P_m."""
    return chord(abs(x + y) / 2, 2 ** m) - chord(abs(x - y) / 2, 2 ** m)


def tree(m, values):
    while len(values) > 1:
        values = [times(m, a, b) for a, b in zip(values[::2], values[1::2])]
    return values[0]


def all_of(values):
    result = Fraction(1)
    for v in values:
        result *= v
    return result


def tree_weights(k, m):
    return 1 if k == 1 else k // 2 * (16 * m + 6) + (k // 2 - 1) * (16 * m + 46) + 6


# --- F4, F5 at points ---

class Square:
    def __init__(self, x):
        self.m, self.x = up_to(x.number("m"), 100), x.number("x")
        self.value = chord(self.x, 2 ** self.m)
        self.error, self.eps = self.value - self.x ** 2, error(self.m)

    def by_teeth(self):
        value, tooth = self.x, self.x
        for k in range(1, self.m + 1):
            tooth = 2 * tooth if tooth <= Fraction(1, 2) else 2 - 2 * tooth
            value -= tooth / 4 ** k
        return value

    def in_piece(self):
        k = floor(self.x * 2 ** self.m)
        return (self.x - Fraction(k, 2 ** self.m)) * (Fraction(k + 1, 2 ** self.m) - self.x)


class Product:
    """The families product and tree."""

    def __init__(self, x):
        self.m = up_to(x.number("m"), 100)
        self.x = [x.number("x"), x.number("y")] if x.family == "product" else x.numbers("x")
        self.k, self.eps = len(self.x), error(self.m)
        self.q = self.k.bit_length() - 1
        self.value, self.exact = tree(self.m, self.x), all_of(self.x)
        self.gap = abs(self.value - self.exact)

    def padded(self):
        return abs(tree(self.m, self.x[:-1] + [Fraction(1)]) - all_of(self.x[:-1]))

    def times(self, y):
        return times(self.m, self.x[0], Fraction(y))


# --- F6, F7: interpolation ---

def spike(y):
    return max(Fraction(0), 1 - max(max(v, Fraction(0)) for v in y) - max(max(-v, Fraction(0)) for v in y))


def spike_by_steps(y):
    """The network: max(a, b) = a + relu(b - a) one after another."""
    maxima = []
    for sign in (1, -1):
        most = Fraction(0)
        for v in y:
            v = max(sign * v, Fraction(0))
            most = most + max(v - most, Fraction(0))
        maxima.append(most)
    return max(Fraction(0), 1 - maxima[0] - maxima[1])


def active(n, x):
    """The grid points k with a spike at x, and their values."""
    near = [{k for k in (floor(v * n), floor(v * n) + 1) if 0 <= k <= n} for v in x]
    found = [(k, spike([v * n - i for v, i in zip(x, k)])) for k in pairs(*near)]
    return [(k, w) for k, w in found if w != 0]


def interpolant(f, n, x):
    return sum((w * f([Fraction(i, n) for i in k]) for k, w in active(n, x)), Fraction(0))


class Interpolated:
    """A function on the cube of dimension d, its interpolant on n steps, and the point of the instance where it has one."""

    def __init__(self, x):
        self.n = up_to(x.number("N"), 64)
        self.x = x.numbers("x") if x.has("x") else None
        if x.family.startswith("interpolant"):
            c = x.numbers("c")
            self.d, self.second = 2, 2 * abs(c[3])
            self.f = lambda p: c[0] + c[1] * p[0] + c[2] * p[1] + c[3] * p[0] * p[1]
            return
        z, h = x.numbers("z"), x.number("H")
        self.d, self.h, self.z = len(z), h, z

        def profile(t):
            return t
        if x.family == "hoelder_interpolant":
            beta, steps = x.number("beta"), int(x.number("M"))
            self.p, self.q = beta.numerator, beta.denominator
            knots = [(Fraction(j, steps) ** self.q, Fraction(j, steps) ** self.p) for j in range(steps + 1)]
            self.knots = [t for t, _ in knots]

            def profile(t):
                return between(knots, t)
        self.f = lambda p: h * profile(max(abs(a - b) for a, b in zip(p, z)))

    def value(self, x):
        return interpolant(self.f, self.n, x)

    def gap(self, x):
        return self.value(x) - self.f(x)

    def grid(self):
        return [self.f([Fraction(i, self.n) for i in k]) for k in pairs(range(self.n + 1), repeat=self.d)]

    def active(self):
        return len(active(self.n, self.x))

    def crude_spikes(self):
        """Of relu(1 - max |y_i|) in place of the spikes."""
        return sum((max(Fraction(0), 1 - max(abs(v * self.n - i) for v, i in zip(self.x, k))) for k in pairs(range(self.n + 1), repeat=self.d)), Fraction(0))

    def at_centers(self):
        return max(abs(self.gap([Fraction(2 * i + 1, 2 * self.n) for i in k])) for k in pairs(range(self.n), repeat=self.d))

    def on_line(self):
        """Both are linear between the nodes and the knots, so the greatest gap is at one of them."""
        marks = {Fraction(k, self.n) for k in range(self.n + 1)} | {self.z[0] + s * t for t in self.knots for s in (1, -1)} | {self.z[0]}
        return max(abs(self.gap([t])) for t in marks if 0 <= t <= 1)

    def second_bound(self):
        return self.second / (8 * self.n ** 2)

    def lipschitz_bound(self):
        return self.h / self.n

    def hoelder_bound(self, factor=1):
        """(H (factor N)^-beta)^q."""
        return self.h ** self.q / Fraction(factor * self.n) ** self.p

    def weights(self):
        return 4 * (self.n + 1) + 4 * self.n + 12 * (self.n + 1) ** 2 - sum(v == 0 for v in self.grid())


def between(knots, t):
    for (a, u), (b, v) in zip(knots, knots[1:]):
        if t <= b:
            return u + (v - u) * (t - a) / (b - a)
    raise ValueError("beyond the last knot")


MONOMIALS = {4: [(k,) for k in range(4)], 10: [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2), (3, 0), (2, 1), (1, 2), (0, 3)]}


def derivative(terms, alpha):
    result = {}
    for powers, c in terms.items():
        if all(p >= a for p, a in zip(powers, alpha)):
            result[tuple(p - a for p, a in zip(powers, alpha))] = c * int(all_of(Fraction(factorial(p), factorial(p - a)) for p, a in zip(powers, alpha)))
    return result


def polynomial(terms, x):
    return sum((c * all_of(v ** p for v, p in zip(x, powers)) for powers, c in terms.items()), Fraction(0))


class Cubic:
    """The family cubic: f~ = sum of spikes times Taylor polynomials of degree 2."""

    def __init__(self, x):
        c = x.numbers("c")
        self.n, self.x, self.d = int(x.number("N")), x.numbers("x"), len(MONOMIALS[len(c)][0])
        self.f = dict(zip(MONOMIALS[len(c)], c))
        self.orders = [a for a in MONOMIALS[len(c)] if sum(a) <= 2]

    def taylor(self, node):
        step = [v - w for v, w in zip(self.x, node)]
        return sum(polynomial(derivative(self.f, a), node) * all_of(v ** k / factorial(k) for v, k in zip(step, a)) for a in self.orders)

    def gap(self):
        blend = sum(w * self.taylor([Fraction(i, self.n) for i in k]) for k, w in active(self.n, self.x))
        return abs(blend - polynomial(self.f, self.x))

    def third(self, alpha):
        return abs(polynomial(derivative(self.f, alpha), [Fraction(0)] * self.d))

    def smooth_bound(self, power=3):
        most = max(self.third(a) for a in self.f if sum(a) == 3)
        return most * self.d ** 3 / 6 / Fraction(self.n) ** power

    def hoelder_bound(self):
        """H of the second derivatives for the maximum norm: the sum of the sizes of their derivatives."""
        units = [tuple(int(i == k) for i in range(self.d)) for k in range(self.d)]
        most = max(sum(self.third(tuple(p + q for p, q in zip(a, e))) for e in units) for a in self.orders if sum(a) == 2)
        return most * self.d ** 2 / 2 / Fraction(self.n) ** 3


class Ridge:
    """The family smooth_ridge: f(x) = H F(mean of x - z), the s-th derivative of F is h(|u|), linear between t = (j/M)^q with h(t) = t^gamma there."""

    def __init__(self, x):
        self.n, self.s, self.x, self.h = int(x.number("N")), up_to(x.number("s"), 20), x.numbers("x"), x.number("H")
        gamma, steps, self.z = x.number("gamma"), int(x.number("M")), x.number("z")
        self.p, self.q = gamma.numerator, gamma.denominator
        self.knots = [(Fraction(j, steps) ** self.q, Fraction(j, steps) ** self.p) for j in range(steps + 1)]

    def derivative(self, order, u):
        """F^(order)(u): the integral of h(|t|) (u - t)^(k-1)/(k-1)! over t from 0 to u, k = s - order; F of -u is (-1)^k that of u."""
        k, size = self.s - order, abs(u)
        sign = -1 if u < 0 and k % 2 else 1
        if k == 0:
            return between(self.knots, size)
        total = Fraction(0)
        for (a, v), (b, w) in zip(self.knots, self.knots[1:]):
            if a >= size:
                break
            b_, slope = min(b, size), (w - v) / (b - a)
            # h = v + slope (t - a), by parts: with y = u - t
            for t, side in ((a, 1), (b_, -1)):
                y = size - t
                total += side * (v + slope * (t - a)) * y ** k / factorial(k)
                total += side * slope * y ** (k + 1) / factorial(k + 1)
        return sign * total

    def gap(self):
        d, blend = len(self.x), Fraction(0)
        mean = sum(self.x) / d - self.z
        for k, w in active(self.n, self.x):
            at = sum(Fraction(i, self.n) for i in k) / d - self.z
            blend += w * sum(self.derivative(j, at) * (mean - at) ** j / factorial(j) for j in range(self.s + 1))
        return abs(self.h * (blend - self.derivative(0, mean))) ** self.q

    def bound(self, more=0):
        """(H/s! N^-(s + gamma + more))^q: in d coordinates H_s is H/d^s."""
        return (abs(self.h) / factorial(self.s)) ** self.q / Fraction(self.n) ** (self.q * (self.s + more) + self.p)


# --- F8 ---

class Inverse:
    """The families reciprocal and reciprocal_range."""

    def __init__(self, x):
        self.a, self.k, self.m = x.number("a"), up_to(x.number("k"), 10), up_to(x.number("m"), 100)

    def network(self, x):
        y, r = 1 - x, self.a
        for _ in range(self.k):
            r = min(max(2 * times(self.m, r, (1 + y) / 2), Fraction(0)), Fraction(1))
            y = chord(y, 2 ** self.m)
        return r / self.a

    def left(self, x):
        return 1 / x - all_of(1 + (1 - x) ** 2 ** j for j in range(self.k))

    def rest(self, x):
        return (1 - x) ** 2 ** self.k / x

    def bound(self):
        return ((self.k * Fraction(2) ** (self.k - 1) + 2 ** self.k - 1) * error(self.m) + (1 - self.a) ** 2 ** self.k) / self.a

    def off(self, x):
        return self.network(x) - 1 / x


class Decay:
    """The families exponential and exponential_range."""

    def __init__(self, x):
        self.k, self.m = up_to(x.number("k"), 10), up_to(x.number("m"), 100)

    def power(self, x):
        return (1 - x / 2 ** self.k) ** 2 ** self.k

    def network(self, x):
        y = 1 - x / 2 ** self.k
        for _ in range(self.k):
            y = chord(y, 2 ** self.m)
        return y

    def short(self, x):
        return exp(-x) - self.power(x)

    def near(self, x):
        return x * x * exp(-x) / 2 ** self.k

    def least(self):
        return 4 * exp(Fraction(-2)) / 2 ** self.k

    def excess(self):
        return (2 ** self.k - 1) * error(self.m)


# --- F10, F11, F18: the network of a chain ---

def at(kind, families, relation, left, right):
    """A statement about the instances of some families, which the model reads."""
    def sides(x):
        if x.family not in families:
            return None
        model = kind(x)
        return left(model), right(model)
    return relation, sides


def over(kind, families, relation, left, right, domain):
    """The same for every point of the box that ``domain`` gives with the names of its variables."""
    def everywhere(x):
        if x.family not in families:
            return None
        model = kind(x)
        names, lower, upper = domain(x)
        return Everywhere(names, [(lower, upper)], lambda p: left(model, p), lambda p: right(model, p))
    return relation, everywhere


def line(x):
    return ["x"], [x.number("from")], [x.number("to")]


def first_piece(x):
    n = 2 ** int(x.number("m"))
    k = min(floor(x.number("from") * n), n - 1)
    return ["x"], [Fraction(k, n)], [Fraction(k + 1, n)]


def cube(lower, upper):
    def domain(x):
        d = 2 if x.family == "interpolant_range" else len(x.fields["z"])
        return ["u", "v", "w"][:d], [lower] * d, [upper] * d
    return domain
