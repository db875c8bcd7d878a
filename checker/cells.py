"""The parts of a domain: boxes and simplices with rational corners, and how they are divided.

A certificate lists cuts, not cells: the pieces of a cell are computed here, and together they are the cell. So a list of cuts that ends where the last piece is
proved covers the whole part; none can be missing, overlap by mistake or lie outside.
"""
from fractions import Fraction
from itertools import permutations

from functions import short
from polynomials import constant, cube_bounds, simplex_bounds, variable

MOST_DIVIDED = 5  # variables of a box that is divided into simplices: 120 of them


class Wrong(Exception):
    """No cut of this cell; the message says why."""


class Box:
    """lower_i <= x_i <= upper_i; local coordinates t in the unit cube, x_i = lower_i + (upper_i - lower_i) t_i."""

    def __init__(self, lower, upper):
        self.lower, self.upper, self.n = tuple(lower), tuple(upper), len(lower)
        if len(upper) != self.n or any(a > b for a, b in zip(lower, upper)):
            raise Wrong("the ends of a box are not in order")

    def key(self):
        return "box", self.lower, self.upper

    def coordinates(self):
        return [constant(self.n, a) + variable(self.n, i).scaled(b - a) for i, (a, b) in enumerate(zip(self.lower, self.upper))]

    def bounds(self, p):
        return cube_bounds(p)

    def across(self, i, at):
        if not self.lower[i] < at < self.upper[i]:
            raise Wrong("a cut at %s outside of the cell" % short(at))
        below, above = list(self.upper), list(self.lower)
        below[i] = above[i] = at
        return [Box(self.lower, below), Box(above, self.upper)]

    def simplices(self):
        """One per order of the variables: the points with 1 >= t_p(1) >= ... >= t_p(n) >= 0. Every point of the box has such an order."""
        if self.n > MOST_DIVIDED:
            raise Wrong("a box of %d variables divided into simplices" % self.n)
        pieces = []
        for order in permutations(range(self.n)):
            corner, corners = list(self.lower), [self.lower]
            for i in order:
                corner[i] = self.upper[i]
                corners.append(tuple(corner))
            pieces.append(Simplex(corners))
        return pieces


class Simplex:
    """The convex hull of n + 1 vertices; x = v_0 + sum t_k (v_k - v_0) with t_k >= 0, t_1 + ... + t_n <= 1."""

    def __init__(self, vertices):
        self.vertices, self.n = [tuple(v) for v in vertices], len(vertices) - 1

    def key(self):
        return "simplex", tuple(self.vertices)

    def coordinates(self):
        result = []
        for i, start in enumerate(self.vertices[0]):
            x = constant(self.n, start)
            for k in range(self.n):
                x = x + variable(self.n, k).scaled(self.vertices[k + 1][i] - start)
            result.append(x)
        return result

    def bounds(self, p):
        return simplex_bounds(p) if p.total_degree() > 1 else affine_bounds(p)

    def edge(self, i, k, s):
        """The point (1 - s) v_i + s v_k in place of v_k, and of v_i: every point of the simplex lies in one of the two."""
        if i == k or not (0 <= i <= self.n and 0 <= k <= self.n) or not 0 < s < 1:
            raise Wrong("no cut of an edge")
        point = tuple(a + s * (b - a) for a, b in zip(self.vertices[i], self.vertices[k]))
        pieces = []
        for place in (k, i):
            vertices = list(self.vertices)
            vertices[place] = point
            pieces.append(Simplex(vertices))
        return pieces


def affine_bounds(p):
    """The values at the vertices."""
    start = p.constant_term()
    values = [start] + [start + Fraction(p.terms.get(tuple(int(k == i) for k in range(p.n)), 0), p.den) for i in range(p.n)]
    return min(values), max(values)


def leaves(cell, cuts, number):
    """The cells that the cuts leave, each with the reason given; raises Wrong where the cuts do not end with the last piece."""
    stack, place = [cell], 0
    while stack:
        cell = stack.pop()
        if place == len(cuts):
            raise Wrong("the cuts end before the domain is covered")
        cut = cuts[place]
        place += 1
        if not isinstance(cut, dict):
            raise Wrong("cut %d is no object" % (place - 1))
        pieces = divided(cell, cut, number)
        if pieces is None:
            yield cell, cut["by"]
        else:
            stack.extend(reversed(pieces))
    if place != len(cuts):
        raise Wrong("cuts are left over when the domain is covered")


def divided(cell, cut, number):
    """The pieces of a cell, or None where it is not divided."""
    if set(cut) == {"by"} and cut["by"] in ("signs", "enclosures", "taylor"):
        return None
    if set(cut) == {"simplices"} and cut["simplices"] is True and isinstance(cell, Box):
        return cell.simplices()
    if set(cut) == {"across", "at"} and isinstance(cell, Box) and type(cut["across"]) is int and 0 <= cut["across"] < cell.n:
        return cell.across(cut["across"], number(cut["at"], "a cut"))
    if set(cut) == {"edge", "at"} and isinstance(cell, Simplex) and isinstance(cut["edge"], list) and len(cut["edge"]) == 2 \
            and all(type(i) is int for i in cut["edge"]):
        return cell.edge(cut["edge"][0], cut["edge"][1], number(cut["at"], "a cut"))
    raise Wrong("no cut of this cell")
