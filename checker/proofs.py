"""Proofs for every point of a domain. On each cell both sides are computed anew, and the statement is proved from that.

A value on a cell is known by *forms*, rational functions of the local coordinates of which at every point of the cell one is the value, and by a range. A form
follows the branch of |x|, min and max that is proved on the whole closed cell; where none is, both branches are kept. A divisor must be shown not to be 0 on the
closed cell.
"""
from fractions import Fraction

import cells
import functions as f
import interval
import ranges
import work
from cells import Box, Simplex, Wrong
from interval import Interval
from polynomials import Quotient, constant, cube_bounds, variable, without_squares
from ranges import Undefined
from work import Refused

MOST_FORMS = 8
MOST_DEGREE = 64
MOST_VARIABLES = 12
MOST_POWER = 10_000
ORDER = 5  # of Taylor polynomials


class Piece:
    """What is known of a value on a cell."""

    __slots__ = ("forms", "ranged", "supplier")

    def __init__(self, forms, supplier):
        self.forms, self.ranged, self.supplier = forms, None, supplier

    def range(self):
        if self.ranged is None:
            self.ranged = self.supplier()
        return self.ranged


class Cell:
    """A cell and the rules by which values on it are computed."""

    def __init__(self, shape):
        self.shape, self.n, self.branches = shape, shape.n, {}

    def bounds(self, p):
        return self.shape.bounds(p)

    def sign(self, form):
        """1 or -1 where the form is nowhere of the other sign, 0 where neither is shown."""
        lo, hi = self.bounds(form.num)
        return form.sign() if lo >= 0 else -form.sign() if hi <= 0 else 0

    def nonzero(self, form):
        lo, hi = self.bounds(form.num)
        return lo > 0 or hi < 0

    def hull(self, forms):
        lo = hi = None
        for form in forms:
            x = ranges.divide(Interval(*self.bounds(form.num)), Interval(*self.bounds(form.den)))
            lo, hi = x.lo if lo is None else min(lo, x.lo), x.hi if hi is None else max(hi, x.hi)
        return Interval(lo, hi)

    def piece(self, forms, supplier):
        """The range of polynomials is that of their coefficients; of other values that of the operation."""
        if forms and all(form.den.is_constant() for form in forms):
            return Piece(forms, lambda: self.hull(forms))
        return Piece(forms, supplier)

    def exact(self, value):
        return self.piece([Quotient(constant(self.n, value), constant(self.n, 1))], None)

    def both(self, a, b, form, supplier):
        forms = []
        if len(a.forms) * len(b.forms) <= MOST_FORMS:
            for p in a.forms:
                for q in b.forms:
                    if p.degree() + q.degree() > MOST_DEGREE:
                        return self.piece([], supplier)
                    forms.append(form(p, q))
        return self.piece(forms, supplier)

    def divide(self, a, b):
        b = self.divisor(b)
        return self.both(a, b, lambda p, q: p / q, lambda: ranges.divide(a.range(), b.range()))

    def divisor(self, b):
        if b.forms and all(self.nonzero(form) for form in b.forms):
            return b
        x = b.range()
        if x.lo <= 0 <= x.hi:
            raise Undefined
        # a form that is not the value somewhere may be 0 there
        return b if len(b.forms) <= 1 else Piece([], b.range)

    def power(self, a, n):
        if abs(n) > MOST_POWER:
            raise Refused("a power of %d" % n)
        a = self.divisor(a) if n < 0 else a
        forms = [form ** n for form in a.forms] if all(max(1, form.degree()) * abs(n) <= MOST_DEGREE for form in a.forms) else []
        return self.piece(forms, lambda: ranges.power(a.range(), n))

    def function(self, op, a):
        def supplier():
            x = a.range()
            if op == "sqrt" and x.lo < 0 <= x.hi and len(a.forms) == 1 and self.sign(a.forms[0]) > 0:
                x = Interval(Fraction(0), x.hi)
            return ranges.unary(op, x)
        if len(a.forms) == 1 and a.forms[0].is_constant():
            x = supplier()
            return self.exact(x.lo) if x.lo == x.hi else Piece([], lambda: x)
        return Piece([], supplier)

    def order(self, a, b):
        """1 where a >= b on the cell, -1 where a <= b, 0 where neither is shown."""
        gap = self.both(a, b, lambda p, q: p - q, None).forms
        if not gap:
            x, y = a.range(), b.range()
            return 1 if x.lo >= y.hi else -1 if x.hi <= y.lo else 0
        signs = [self.sign(form) if form.num.terms else None for form in gap]
        return 1 if all(s is None or s > 0 for s in signs) else -1 if all(s is None or s < 0 for s in signs) else 0

    def chosen(self, place, op, a, b):
        """min and max; |a| is max(a, -a)."""
        order = self.order(a, b) * (-1 if op == "min" else 1)
        if order:
            self.branches[place] = order if op == "abs" else 0 if order > 0 else 1
            return a if order > 0 else b
        both = a.forms + b.forms if a.forms and b.forms and len(a.forms) + len(b.forms) <= MOST_FORMS else []
        x = (ranges.least if op == "min" else ranges.greatest)(a.range(), b.range())
        return Piece(both, lambda: x)

    def run(self, program):
        inputs = [self.piece([Quotient(x, constant(self.n, 1))], None) for x in self.shape.coordinates()]
        values = []
        for place, (op, args, extra, value) in enumerate(program):
            work.add(20)
            values.append(self.step(place, op, [values[a] for a in args], extra, value, inputs))
        return values

    def step(self, place, op, a, extra, value, inputs):
        if op == "const":
            return self.exact(value)
        if op == "input":
            return inputs[extra]
        if op == "pi":
            return Piece([], interval.pi)
        if op == "add":
            return self.both(*a, lambda p, q: p + q, lambda: a[0].range() + a[1].range())
        if op == "subtract":
            return self.both(*a, lambda p, q: p - q, lambda: a[0].range() - a[1].range())
        if op == "negate":
            return self.piece([-form for form in a[0].forms], lambda: -a[0].range())
        if op == "multiply":
            return self.both(*a, lambda p, q: p * q, lambda: a[0].range() * a[1].range())
        if op == "divide":
            return self.divide(*a)
        if op == "power":
            return self.power(a[0], extra)
        if op == "abs":
            return self.chosen(place, op, a[0], self.step(place, "negate", a, None, None, None))
        if op in ("min", "max"):
            return self.chosen(place, op, *a)
        if len(a) == 1:
            return self.function(op, a[0])
        raise Refused("%s in a proof" % op)


def established(shape, program, left, right, relation, reason):
    """Whether the statement is proved on a cell in the way that is named."""
    cell = Cell(shape)
    values = cell.run(program)
    for value in values:
        if not value.forms:
            value.range()  # shows that it is defined, though nothing may be read from it
    a, b = values[left], values[right]
    if reason == "signs":
        if not a.forms or not b.forms:
            return False
        gaps = [q - p for p in a.forms for q in b.forms]
        return all(not gap.num.terms if relation == "=" else nonnegative(cell, gap.signed()) for gap in gaps)
    if relation == "=":
        return False
    if a.range().hi <= b.range().lo:
        return True
    return cell.n == 1 and taylor(cell, program, left, right)


def nonnegative(cell, p):
    return cell.bounds(p)[0] >= 0 or cell.n == 1 and cell.bounds(without_squares(p))[0] >= 0


def taylor(cell, program, left, right):
    """f = right - left >= 0 on the cell, t in [0, 1]: f(t) = sum over j < k of a_j t^j + K t^k, where K is the k-th Taylor coefficient at some point
    of the cell; likewise in 1 - t from the other end. Lower bounds of the a_j and K give a polynomial below f."""
    x = cell.shape.coordinates()[0]
    start, slope = x.constant_term(), x.at([Fraction(1)]) - x.constant_term()
    ends = [start, start + slope]
    whole = ranges.run(program, cell.branches, series(Interval(min(ends), max(ends)), slope))
    remainders = [q - p for p, q in zip(whole[left], whole[right])]
    for at, sign in ((ends[0], 1), (ends[1], -1)):
        try:
            values = ranges.run(program, cell.branches, series(Interval(at), slope))
        except Undefined:
            continue
        known = [q - p for p, q in zip(values[left], values[right])]
        for k in range(1, ORDER + 1):
            below = [lower(c, sign ** j) for j, c in enumerate(known[:k] + [remainders[k]])]
            p = constant(1, 0)
            for c in reversed(below):
                p = p * variable(1, 0) + constant(1, c)
            if cube_bounds(p)[0] >= 0:
                return True
    return False


def series(x, slope):
    return [x, Interval(slope)] + [ranges.ZERO] * (ORDER - 1)


def lower(x, sign):
    return x.lo if sign > 0 else -x.hi


# --- the whole proof ---

def need(condition, message):
    if not condition:
        raise Wrong(message)


def part(fields, number, variables):
    """A part of the domain: a box by its ends or a simplex by its vertices, never both."""
    need(set(fields) - {"variable", "least"} in ({"lower", "upper", "cuts"}, {"vertices", "cuts"}), "a part of the domain has other fields than it should")
    def point(values):
        need(isinstance(values, list) and len(values) == variables, "a corner of the domain has not one number per variable")
        return [number(x, "a corner of the domain") for x in values]
    if "vertices" in fields:
        vertices = fields["vertices"]
        need(isinstance(vertices, list) and 2 <= len(vertices) <= MOST_VARIABLES + 1, "the vertices of a part of the domain are missing")
        return Simplex([point(v) for v in vertices])
    return Box(point(fields.get("lower")), point(fields.get("upper")))


def covered(shape, cuts, number, program, left, right, relation):
    """Whether the statement is proved on the leaves of a part; the number of operations that it took."""
    need(isinstance(cuts, list), "a part of the domain without cuts")
    count = 0
    for leaf, reason in cells.leaves(shape, cuts, number):
        count += len(program)
        try:
            holds = established(leaf, program, left, right, relation, reason)
        except (Undefined, ZeroDivisionError):
            holds = False
        need(holds, "the statement is not established on a cell: %s" % short(leaf))
    return count


def short(leaf):
    text = " ".join("(%s)" % ", ".join(map(f.short, x)) for x in (leaf.key()[1:] if isinstance(leaf, Box) else leaf.vertices))
    return text if len(text) <= 200 else text[:197] + "..."


def check(proof, program, left, right, relation, number):
    """Raises Wrong where the proof fails; the number of operations that were computed."""
    names = proof["variables"]
    need(isinstance(names, list) and 0 < len(names) <= MOST_VARIABLES and all(isinstance(x, str) for x in names), "the variables of the domain are missing")
    if "sum" in proof:
        import separated
        return separated.check(proof["sum"], len(names), program, left, right, relation, number)
    parts = proof.get("domain")
    need(isinstance(parts, list) and parts and all(isinstance(x, dict) for x in parts), "the domain is missing")
    return sum(covered(part(fields, number, len(names)), fields.get("cuts"), number, program, left, right, relation) for fields in parts)
