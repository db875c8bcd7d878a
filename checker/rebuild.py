"""Level 2: both sides computed anew from the instance, by the checker's own formula of the claim (templates/). A certificate of another formula meets it nowhere.

A statement about every point of a domain is compared on the domain itself: it has to be the one of the formula, and both sides have to agree at its ends, its
center and at points that the hash of the certificate chooses.
"""
import hashlib
import importlib
from fractions import Fraction

import interval
import ranges

CLOSE = Fraction(1, 10 ** 12)  # relative
NEAR_ZERO = Fraction(1, 10 ** 30)
POINTS = 24
ENOUGH = 12


# what rests on random draws, which no formula gives: it is evidence, and stays so under whatever kind it is filed
STATISTICAL = {"dimension-free-score/R10a": ("gradient", "stein"), "ratio-signrelu/R12": ("d-draw",)}


class Differs(Exception):
    """The certificate is not about the statement that it names."""


class Everywhere:
    """A statement about the points of boxes, each a pair of lower and upper ends: the sides are functions of a point, a list of fractions. Of a simplex by its
    vertices the boxes are the one around it, and only its own points count."""

    def __init__(self, names, boxes, left, right, vertices=None):
        self.names, self.boxes, self.left, self.right, self.vertices = names, boxes, left, right, vertices
        if vertices is not None:
            self.boxes = [([min(column) for column in zip(*vertices)], [max(column) for column in zip(*vertices)])]

    def contains(self, point):
        return any(all(a <= x <= b for a, x, b in zip(lower, point, upper)) for lower, upper in self.boxes) and (self.vertices is None or within(self.vertices, point))


def within(vertices, point):
    """Whether a point is of the simplex: none of its barycentric coordinates, which elimination finds, is negative."""
    rows = [list(map(Fraction, column)) + [x] for column, x in zip(zip(*vertices), point)] + [[Fraction(1)] * (len(vertices) + 1)]
    for i in range(len(rows)):
        pivot = next(r for r in range(i, len(rows)) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        rows = [row if r == i else [x - row[i] * y for x, y in zip(row, rows[i])] for r, row in enumerate(rows)]
    return all(row[-1] >= 0 for row in rows)


class Instance:
    """The exact numbers of an instance by field name."""

    def __init__(self, fields, read):
        self.fields, self.read, self.family = fields, read, fields.get("family")

    def has(self, name):
        return name in self.fields

    def number(self, name):
        value = self.fields[name]
        return Fraction(value) if type(value) is int else self.read(value, "the field " + name)

    def numbers(self, name):
        return [self.read(x, "the field " + name) for x in self.fields[name]]

    def matrix(self, name):
        return [[self.read(x, "the field " + name) for x in row] for row in self.fields[name]]


def template(certificate):
    """(relation, of a fit with its tolerance; function of the instance), or None where there is none."""
    theorem, _, claim = certificate["claim"].partition("/")
    if not theorem.replace("-", "").isalpha():
        return None
    try:
        known = getattr(importlib.import_module("templates." + theorem.replace("-", "_")), "TEMPLATES", {})  # a file of helpers has none
    except ModuleNotFoundError:
        return None
    part = "tooth " + certificate["tooth"] if "tooth" in certificate else certificate.get("part", "")
    return known.get(claim, {}).get(part)


def rebuild(certificate, left, right, read, program=None):
    """Whether the certificate's sides were computed anew; False where no template speaks of it. Of a proof the sides are steps of its program."""
    if certificate.get("part") in STATISTICAL.get(certificate["claim"], ()) and certificate["kind"] != "statistical":
        raise Differs("this statement is of the kind statistical")
    known = template(certificate)
    if known is None:
        return False
    formula, conclusion = known[1], certificate["conclusion"]
    relation, _, tolerance = known[0].partition(" ")  # "fit 1/100" has its tolerance
    if relation != conclusion["relation"]:
        raise Differs("the relation of this statement is %s" % relation)
    if relation == "fit" and read(conclusion["tolerance"], "the tolerance") != Fraction(tolerance):
        raise Differs("the tolerance of this statement is %s" % tolerance)
    try:
        sides = formula(Instance(certificate["instance"], read))
    except (KeyError, TypeError, ValueError, IndexError, StopIteration, ZeroDivisionError, AttributeError, OverflowError) as e:
        raise Differs("the instance is none of this statement: %r" % e) from None
    if sides is None:
        return False
    if program is not None:
        if not isinstance(sides, Everywhere):
            raise Differs("this statement is none about a domain")
        return same_everywhere(certificate, sides, program, left, right, read)
    if isinstance(sides, Everywhere):
        sides = at_point(certificate, sides, read)
    return agree(left, right, sides)


def agree(left, right, sides):
    """Whether values were compared, closely enough; raises Differs where they are apart."""
    for name, claimed, value in (("left", left, sides[0]), ("right", right, sides[1])):
        found = interval.of(value)
        if found.hi < claimed.lo or claimed.hi < found.lo:
            raise Differs("the %s side is not that of this statement on this instance" % name)
        if found.hi - found.lo > max(CLOSE * max(abs(found.hi), abs(found.lo)), NEAR_ZERO):
            return False
    return True


def at_point(certificate, sides, read):
    """The sides at the point of a counterexample, which lies in the domain."""
    given = certificate.get("point")
    if not isinstance(given, dict) or set(given) != set(sides.names):
        raise Differs("this statement is one about a domain")
    point = [read(given[name], "the point") for name in sides.names]
    if not sides.contains(point):
        raise Differs("the point is none of the domain")
    try:
        return sides.left(point), sides.right(point)
    except (ranges.Undefined, ZeroDivisionError):
        raise Differs("the sides are not defined at the point") from None


def same_everywhere(certificate, sides, program, left, right, read):
    proof = certificate["proof"]
    if "sum" in proof:
        boxes = [([read(x["lower"][0], "an end") for x in proof["sum"]], [read(x["upper"][0], "an end") for x in proof["sum"]])]
    elif all("lower" in part for part in proof["domain"]):
        boxes = [([read(x, "an end") for x in part["lower"]], [read(x, "an end") for x in part["upper"]]) for part in proof["domain"]]
    elif sides.vertices is not None and len(proof["domain"]) == 1:
        boxes = sides.boxes if [[read(x, "a vertex") for x in v] for v in proof["domain"][0]["vertices"]] == sides.vertices else []
    else:
        return False
    boxed = "sum" in proof or all("lower" in part for part in proof["domain"])
    if proof["variables"] != sides.names or boxed != (sides.vertices is None) or boxes != [(list(map(Fraction, lower)), list(map(Fraction, upper))) for lower, upper in sides.boxes]:
        raise Differs("the domain is not that of this statement on this instance")
    compared = 0
    chosen = points(boxes, certificate["sha256"]) if sides.vertices is None else mixed(sides.vertices, certificate["sha256"])
    for point in chosen:
        try:
            values = ranges.at(program, point)
            here = sides.left(point), sides.right(point)
        except (ranges.Undefined, ZeroDivisionError):
            continue  # an end where a root is 0, say; the proof has shown that both sides are defined
        compared += agree(values[left], values[right], here)
    return compared >= ENOUGH


def points(boxes, seed):
    """The ends and the centers of boxes and points between, by digits of a hash."""
    for number in range(POINTS):
        lower, upper = boxes[number % len(boxes)]
        round_ = number // len(boxes)
        digits = hashlib.sha256(("%s %d" % (seed, number)).encode()).digest()
        share = [Fraction(0), Fraction(1), Fraction(1, 2)][round_] if round_ < 3 else None
        yield [a + (b - a) * (Fraction(digits[2 * i] << 8 | digits[2 * i + 1], 1 << 16) if share is None else share) for i, (a, b) in enumerate(zip(lower, upper))]


def mixed(vertices, seed):
    """The vertices of a simplex and points of it, with weights by digits of a hash."""
    for number in range(POINTS):
        digits = hashlib.sha256(("%s %d" % (seed, number)).encode()).digest()
        weights = [1 + digits[i] if number >= len(vertices) else int(i == number) for i in range(len(vertices))]
        yield [sum(w * x for w, x in zip(weights, column)) / Fraction(sum(weights)) for column in zip(*vertices)]
