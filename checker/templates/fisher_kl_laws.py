"""Gaussian laws and matrices for the templates of fisher-kl: lists of rows of fractions or intervals."""
from fractions import Fraction

from interval import log


def identity(n):
    return [[Fraction(i == j) for j in range(n)] for i in range(n)]


def times(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]


def inverse_and_determinant(a):
    """Gauss-Jordan on fractions."""
    n = len(a)
    rows, determinant = [list(row) + one for row, one in zip(a, identity(n))], Fraction(1)
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        if pivot != i:
            rows[i], rows[pivot], determinant = rows[pivot], rows[i], -determinant
        determinant *= rows[i][i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i and rows[r][i] != 0:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows], determinant


class Gaussian:
    def __init__(self, mean, covariance):
        self.mean, self.covariance, self.n = mean, covariance, len(mean)
        self.precision, self.determinant = inverse_and_determinant(covariance)

    def flow(self, a):
        cov = [[a * a * (self.covariance[i][j] - (i == j)) + (i == j) for j in range(self.n)] for i in range(self.n)]
        return Gaussian([a * m for m in self.mean], cov)

    def score(self, x):
        """grad log of the density relative to the standard Gaussian: x - V^-1 (x - m)."""
        centered = [[p - m] for p, m in zip(x, self.mean)]
        return [p - s[0] for p, s in zip(x, times(self.precision, centered))]

    def entropy(self):
        """KL relative to the standard Gaussian."""
        trace = sum(self.covariance[i][i] for i in range(self.n))
        return (trace - self.n + sum(m * m for m in self.mean) - log(self.determinant)) / 2

    def fisher(self):
        """E|x - V^-1 (x - m)|^2 = |m|^2 + tr V - 2 n + tr V^-1."""
        return sum(m * m for m in self.mean) + sum(self.covariance[i][i] + self.precision[i][i] for i in range(self.n)) - 2 * self.n


def covariance(x):
    return x.matrix("Sigma") if x.has("Sigma") else [[v * (i == j) for j in range(len(x.numbers("m")))] for i, v in enumerate(x.numbers("variances"))]


def plus(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def transposed(a):
    return [list(column) for column in zip(*a)]


def at(slope, shift, x):
    return [u + v[0] for u, v in zip(shift, times(slope, [[p] for p in x]))]
