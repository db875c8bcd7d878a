"""Proofs about right - left as a sum of functions of one variable each, constant + sum slope_i x_i + part_i(x_i): its least value on a box is the sum of theirs."""
from fractions import Fraction

import proofs
import work
from proofs import need

# defined everywhere: nothing that may be undefined is lost with a factor 0
UNARY = ("abs", "exp", "expm1", "sin", "cos", "tanh", "atan", "cbrt", "erf", "erfc", "normal_cdf", "normal_tail")


class Sum:
    def __init__(self, constant, slopes, parts):
        self.constant, self.slopes, self.parts = constant, slopes, parts  # parts: steps of the new program, or None

    def variables(self):
        return {i for i, (s, p) in enumerate(zip(self.slopes, self.parts)) if s or p is not None}


class Separation:
    """Runs a program on sums, and writes what is not linear into a program of its own."""

    def __init__(self, variables):
        self.n, self.steps, self.known = variables, [], {}

    def put(self, op, args=(), extra=None, value=None):
        key = op, tuple(args), extra, value
        if key not in self.known:
            self.known[key] = len(self.steps)
            self.steps.append((op, list(args), extra, value))
        return self.known[key]

    def number(self, value):
        return Sum(value, [Fraction(0)] * self.n, [None] * self.n)

    def input(self, i):
        return Sum(Fraction(0), [Fraction(k == i) for k in range(self.n)], [None] * self.n)

    def add(self, a, b):
        parts = [p if q is None else q if p is None else self.put("add", (p, q)) for p, q in zip(a.parts, b.parts)]
        return Sum(a.constant + b.constant, [s + t for s, t in zip(a.slopes, b.slopes)], parts)

    def times(self, a, factor):
        if factor == 0:
            return self.number(Fraction(0))
        number = None if all(p is None for p in a.parts) else self.put("const", value=factor)
        return Sum(a.constant * factor, [s * factor for s in a.slopes], [None if p is None else self.put("multiply", (p, number)) for p in a.parts])

    def summand(self, a, i):
        """The step of slope_i x_i + part_i(x_i)."""
        line = self.put("multiply", (self.put("input", extra=i), self.put("const", value=a.slopes[i])))
        return line if a.parts[i] is None else self.put("add", (line, a.parts[i]))

    def apply(self, op, operands, extra=None):
        together = set().union(*(a.variables() for a in operands))
        need(len(together) <= 1, "the statement is no sum of functions of one variable each")
        i = min(together, default=0)
        result = self.number(Fraction(0))
        result.parts[i] = self.put(op, [self.put("add", (self.summand(a, i), self.put("const", value=a.constant))) for a in operands], extra)
        return result

    def run(self, program):
        values = []
        for op, args, extra, value in program:
            work.add(4 * self.n)
            a = [values[k] for k in args]
            values.append(self.number(value) if op == "const" else self.input(extra) if op == "input" else self.step(op, a, extra))
        return values

    def step(self, op, a, extra):
        if op == "add":
            return self.add(*a)
        if op == "subtract":
            return self.add(a[0], self.times(a[1], Fraction(-1)))
        if op == "negate":
            return self.times(a[0], Fraction(-1))
        if op == "multiply" and (not a[0].variables() or not a[1].variables()):
            return self.times(a[1], a[0].constant) if not a[0].variables() else self.times(a[0], a[1].constant)
        if op == "divide" and not a[1].variables() and a[1].constant != 0:
            return self.times(a[0], 1 / a[1].constant)
        if op == "pi":
            return self.apply(op, [])
        need(op in UNARY or op in ("min", "max", "multiply") or op == "power" and extra >= 0, "%s in a sum of functions of one variable each" % op)
        return self.apply(op, a, extra)

    def only(self, root, i):
        """The steps that lead to this one, as a program of one variable."""
        needed, stack = set(), [root]
        while stack:
            k = stack.pop()
            if k not in needed:
                needed.add(k)
                stack.extend(self.steps[k][1])
        places = {k: new for new, k in enumerate(sorted(needed))}
        program = []
        for k in sorted(needed):
            op, args, extra, value = self.steps[k]
            need(op != "input" or extra == i, "a summand of another variable")
            program.append((op, [places[a] for a in args], 0 if op == "input" else extra, value))
        return program


def check(summands, variables, program, left, right, relation, number):
    need(relation == "<=", "a sum of functions proves an inequality alone")
    need(isinstance(summands, list) and all(isinstance(x, dict) for x in summands), "the summands are missing")
    need([x.get("variable") for x in summands] == list(range(variables)) and all(type(x["variable"]) is int for x in summands), "not one summand per variable")
    separation = Separation(variables)
    values = separation.run(program)
    gap = separation.add(values[right], separation.times(values[left], Fraction(-1)))
    total, count = gap.constant, 0
    for i, fields in enumerate(summands):
        least = number(fields.get("least"), "a least value")
        steps = separation.only(separation.summand(gap, i), i)
        goal = len(steps)
        steps.append(("const", [], None, least))
        need("vertices" not in fields, "a sum of functions is one on a box")
        shape = proofs.part(fields, number, 1)
        count += proofs.covered(shape, fields.get("cuts"), number, steps, goal, goal - 1, "<=")
        total += least
    need(total >= 0, "the least values of the summands add to less than 0")
    return count
