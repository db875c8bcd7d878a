"""ratio-signrelu, part C: kernel marginals F_2 = sum w_i e^(-|x - m_i|^2/2v), F_1 with w_i a_i, by interpolation (R10), ridges (R11) and polynomials (R14)."""
from fractions import Fraction
from math import factorial

import functions
from interval import BITS, Interval, exp, log, of, pi, sqrt
from ranges import absolute, greatest, least
from templates.ratio_signrelu_networks import gate, product, reciprocal


def largest(values):
    values = [of(v) for v in values]
    result = values[0]
    for v in values[1:]:
        result = greatest(result, v)
    return result


def smallest(values):
    return -largest([-of(v) for v in values])


class Mixture:
    """The families mixture_interpolation and mixture_taylor: atoms as lists of coordinates, the points as lists too."""

    def __init__(self, x):
        self.w, s, self.r = x.numbers("weights"), x.number("sqrt_abar"), x.number("R")
        self.line = not isinstance(x.fields["atoms"][0], list)
        self.atoms = [[a] for a in x.numbers("atoms")] if self.line else x.matrix("atoms")
        self.d, self.v = len(self.atoms[0]), 1 - s * s
        self.m = [[s * c for c in a] for a in self.atoms]
        if x.family == "mixture_interpolation":
            self.n, self.points = int(x.number("n")), [[p] for p in x.numbers("x")]
        else:
            self.k = int(x.number("K"))
            self.points = [[self.r * t] for t in x.numbers("t")] if self.line else [x.numbers("x")]
            self.alpha = x.number("alpha") if x.has("alpha") else Fraction(1)

    def coefficients(self, c):
        """A_i of the component c of F_1; of F_2 where c is None."""
        return self.w if c is None else [w * a[c] for w, a in zip(self.w, self.atoms)]

    def z(self, x, m):
        return sum((p - q) ** 2 for p, q in zip(x, m)) / (2 * self.v)

    def f(self, c, x):
        return sum(a * exp(-self.z(x, m)) for a, m in zip(self.coefficients(c), self.m))

    def size(self, c):
        return sum(map(abs, self.coefficients(c)))

    def rho(self, c):
        return max(abs(a[c]) for a in self.atoms)

    def nearest(self):
        """m_nc of section 2 on the line, m_cr in more dimensions."""
        if not self.line:
            return largest([w * exp(-self.reach(m) / 2) for w, m in zip(self.w, self.m)])
        places = [of(-self.r), of(self.r)]
        for i, (w, (m,)) in enumerate(zip(self.w, self.m)):
            for u, (n,) in list(zip(self.w, self.m))[:i]:
                if m != n:
                    x = (m + n) / 2 - self.v * log(w / u) / (m - n)
                    if x.hi > -self.r and x.lo < self.r:
                        places.append(x)
        return smallest([largest([w * exp(-(x - m) ** 2 / (2 * self.v)) for w, (m,) in zip(self.w, self.m)]) for x in places])

    def reach(self, m):
        """U_i^2."""
        return sum((self.r + abs(c)) ** 2 for c in m) / self.v

    def bound(self, eps, c=0):
        """R8(b) with the errors eps(c), eps(None)."""
        if self.rho(c) == 0:
            return Fraction(0)
        return (eps(c) + self.rho(c) * eps(None)) / (self.nearest() - eps(None))

    def away(self, g, c):
        return largest([absolute(of(self.f(c, x) - g(c, x))) for x in self.points])

    def quotient_away(self, g, c=0):
        return largest([absolute(of(self.f(c, x) / self.f(None, x) - of(g(c, x)) / g(None, x))) if self.size(c) else of(0) for x in self.points])

    def lowest(self):
        return smallest([self.f(None, x) for x in self.points])

    def chord(self, c, x):
        """The interpolant at n + 1 equidistant knots."""
        h = 2 * self.r / self.n
        k = min((x[0] + self.r) // h, self.n - 1)
        left = -self.r + k * h
        share = (x[0] - left) / h
        return (1 - share) * self.f(c, [left]) + share * self.f(c, [left + h])

    def chord_eps(self, c):
        return self.r ** 2 / (2 * self.n ** 2) / self.v * self.size(c)

    def taylor(self, c, x):
        return sum(a * sum((-z) ** j / factorial(j) for j in range(self.k)) for a, z in zip(self.coefficients(c), [self.z(x, m) for m in self.m]))

    def taylor_eps(self, c):
        return sum(abs(a) * (self.reach(m) / 2) ** self.k for a, m in zip(self.coefficients(c), self.m)) / factorial(self.k)

    def rest(self, x):
        """What the Taylor polynomial of F_2 leaves: terms from K on; once they fall by half, the rest is at most the next one twice."""
        total = of(0)
        for w, m in zip(self.w, self.m):
            z, j = self.z(x, m), self.k
            term = of((-z) ** j / factorial(j) * w)
            while 2 * z > j + 1 or max(term.hi, -term.lo) > Fraction(1, 1 << 300):
                total, j = total + term, j + 1
                term = term * -z / j
            edge = 2 * max(term.hi, -term.lo)
            total = total + Interval(-edge, edge)
        return total

    def chebyshev(self, c, x):
        """Lagrange's form at the 2K Chebyshev nodes."""
        k, half = 2 * self.k, pi() / 2
        nodes = []
        for j in range(self.k):
            angle = half * Fraction(2 * j + 1, k)
            cosine = self.r * Interval(functions.sin_cos(angle.hi, BITS)[1][0], functions.sin_cos(angle.lo, BITS)[1][1])
            nodes += [cosine, -cosine]
        total = of(0)
        for i, node in enumerate(nodes):
            value = sum(a * exp(-(node - m) ** 2 / (2 * self.v)) for a, (m,) in zip(self.coefficients(c), self.m))
            for j, other in enumerate(nodes):
                if j != i:
                    value = value * (x[0] - other) / (node - other)
            total = total + value
        return total

    def chebyshev_eps(self, c):
        return 2 * (self.r ** 2 / (8 * self.v)) ** self.k / factorial(self.k) * self.size(c)

    def network(self):
        """R7 and R9 for P_1/P_2 at the first point, in t = x/R, with bounds from the errors."""
        x = self.points[0]
        if self.size(0) == 0:
            return Fraction(0)
        t, poles, top = x[0] / self.r, [2 + Fraction(j, self.k) for j in range(self.k)], max(self.size(0), 1)
        most, lowest = product(c * c for c in poles), product(c * c - 1 for c in poles)

        def carried(c):
            total = Fraction(0)
            for p in poles:
                below = 2 * p * product(o * o - p * p for o in poles if o != p)
                for sign in (-1, 1):
                    total += self.taylor(c, [sign * p * self.r]) / below * reciprocal(self.alpha, p - 1, p - sign * t)
            return total
        g1, g2 = (top + self.taylor_eps(0)) / lowest, (1 + self.taylor_eps(None)) / lowest
        least_ = (self.nearest().lo - self.taylor_eps(None)) / most
        scale = 3 * g1 / Fraction(least_)
        return scale / g1 * gate(self.alpha, g1, 2 / (scale * g2 + 2 * g1), scale * carried(None), carried(0), g1)


def mixture(family, relation, left, right):
    def sides(x):
        if x.family != family or x.has("K") and x.number("K") > 60 or x.has("x") and len(x.fields["x"]) > 40:
            return None
        m = Mixture(x)
        return left(m), right(m)
    return relation, sides


def chords(left, right):
    return mixture("mixture_interpolation", "<=", left, right)


def taylors(left, right, relation="<="):
    return mixture("mixture_taylor", relation, left, right)


def rising(a, k):
    return product(a + i for i in range(k))


class Profile:
    """The family ridge_profile: g_d(r) = sum (-1)^k c_k r^2k, c_k = (d/2)_k/((1/2)_k 2^k k!)."""

    def __init__(self, x):
        self.d, self.r = int(x.number("d")), x.number("r")

    def weight(self, k):
        return rising(Fraction(self.d, 2), k) / (rising(Fraction(1, 2), k) * 2 ** k * factorial(k))

    def value(self):
        return series(self.d, self.r ** 2, 0)

    def terms(self):
        """K: seven after the first k from which on terms fall by half, so that twice the next one bounds the rest."""
        k = 1
        while Fraction(self.d - 2 + 2 * k, (2 * k - 1) * 2 * k) * self.r ** 2 > Fraction(1, 2):
            k += 1
        return k + 7

    def partial(self):
        return sum((-1) ** k * self.weight(k) * self.r ** (2 * k) for k in range(self.terms()))

    def next(self):
        return self.weight(self.terms()) * self.r ** (2 * self.terms())

    def apart(self, d):
        """How far the coefficients averaged over directions of R^d, E w_1^2k = (1/2)_k/(d/2)_k, are from the Gaussian's."""
        return sum((self.weight(k) * rising(Fraction(1, 2), k) / rising(Fraction(d, 2), k) - Fraction(1, 2 ** k * factorial(k))) ** 2 for k in range(21))


def series(d, square, derivatives):
    """g_d, or its second derivative, where r^2 is given: exact terms, and an alternating rest once they fall."""
    total, k, weight = Fraction(0), 0, Fraction(1)
    power = Fraction(1)
    while True:
        term = weight * power * (1 if not derivatives else (2 * k + 2) * (2 * k + 1) * Fraction(d + 2 * k) / (1 + 2 * k) / (2 * (k + 1)) * -1)
        if k > square + 4 and abs(term) < Fraction(1, 1 << 200):
            return of(total) + Interval(-abs(term), abs(term))
        total += term * (-1) ** k
        weight, power, k = weight * Fraction(d + 2 * k, (1 + 2 * k) * 2 * (k + 1)), power * square, k + 1


def profile(relation, left, right):
    def sides(x):
        if x.family != "ridge_profile" or abs(x.number("r")) > 30:
            return None
        p = Profile(x)
        return left(p), right(p)
    return relation, sides


def density(share):
    """R11(b): |a(s, beta)| at beta = x_1 + s x_2 and the share of its bound."""
    def sides(x):
        if x.family != "relu_form":
            return None
        w, s, point, slope = x.numbers("weights"), x.number("sqrt_abar"), x.numbers("x"), x.number("s")
        d, v = len(point), 1 - s * s
        if d == 1:
            direction, front = [Fraction(1)], Fraction(1)
        else:
            direction, front = [Fraction(1), slope], 1 / pi()
        nu = sum(c * c for c in direction)
        total = of(0)
        for weight, a in zip(w, [[a] for a in x.numbers("atoms")] if d == 1 else x.matrix("atoms")):
            gap = sum(c * (p - s * q) for c, p, q in zip(direction, point, a))
            total = total + weight * series(d, gap * gap / (nu * v), 2)
        power = nu * sqrt(nu) if d == 1 else nu * nu
        return absolute(of(front * total / (v * (1 if d == 1 else power)))), share * front * Fraction(d) / v
    return "<=", sides


STATEMENTS = {
    "R10": {
        "numerator": chords(lambda m: m.away(m.chord, 0), lambda m: m.chord_eps(0)),
        "denominator": chords(lambda m: m.away(m.chord, None), lambda m: m.chord_eps(None)),
        "least": chords(Mixture.nearest, Mixture.lowest),
        "quotient": chords(lambda m: m.quotient_away(m.chord), lambda m: m.bound(m.chord_eps)),
        "tooth T7": chords(lambda m: m.away(m.chord, None), lambda m: m.chord_eps(None) / 2),
        "tooth least-twice": chords(lambda m: 2 * m.nearest(), Mixture.lowest),
        "tooth ratio-half": chords(lambda m: m.quotient_away(m.chord), lambda m: m.chord_eps(0) / 2),
    },
    "R11": {
        "average": profile("=", lambda p: p.apart(p.d), lambda p: 0),
        "series": profile("<=", lambda p: absolute(p.value() - p.partial()), lambda p: 2 * p.next()),
        "size": profile("<=", lambda p: absolute(p.value()), lambda p: 1),
        "b-density": density(1),
        "tooth b-density": density(Fraction(1, 100)),
        "tooth dimension": profile("=", lambda p: p.apart(p.d + 1), lambda p: 0),
        "tooth gauss": profile("=", Profile.value, lambda p: exp(-p.r ** 2 / 2)),
        "tooth series": profile("<=", lambda p: absolute(p.value() - p.partial()), lambda p: p.next() / 32),
        "tooth size": profile("<=", lambda p: absolute(p.value()), lambda p: Fraction(1, 10)),
    },
    "R14": {
        "a-numerator": taylors(lambda m: m.away(m.taylor, 0), lambda m: m.taylor_eps(0)),
        "a-last": taylors(lambda m: m.away(m.taylor, m.d - 1), lambda m: m.taylor_eps(m.d - 1)),
        "a-denominator": taylors(lambda m: m.away(m.taylor, None), lambda m: m.taylor_eps(None)),
        "b-numerator": taylors(lambda m: m.away(m.chebyshev, 0), lambda m: m.chebyshev_eps(0)),
        "b-denominator": taylors(lambda m: m.away(m.chebyshev, None), lambda m: m.chebyshev_eps(None)),
        "c": taylors(Mixture.network, lambda m: m.taylor(0, m.points[0]) / m.taylor(None, m.points[0]), "="),
        "least": taylors(Mixture.nearest, Mixture.lowest),
        "d-point": taylors(lambda m: m.quotient_away(m.taylor), lambda m: m.bound(m.taylor_eps)),
        "remainder": taylors(lambda m: m.f(None, m.points[0]), lambda m: m.taylor(None, m.points[0]) + m.rest(m.points[0]), "="),
        "tooth T11": taylors(lambda m: m.away(m.taylor, None), lambda m: m.taylor_eps(None) / (m.k + 1)),
        "tooth b-half": taylors(lambda m: m.away(m.chebyshev, None), lambda m: m.chebyshev_eps(None) / 10),
        "tooth c-numerator": taylors(Mixture.network, lambda m: m.taylor(0, m.points[0]), "="),
        "tooth d-eps1": taylors(lambda m: m.quotient_away(m.taylor), lambda m: m.taylor_eps(None) / 100),
        "tooth remainder": taylors(lambda m: m.f(None, m.points[0]), lambda m: m.taylor(None, m.points[0]), "="),
    },
}
