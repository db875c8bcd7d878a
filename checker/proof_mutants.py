"""Changes to certificates of proofs: forged covers, statements that are false at a point, programs that are none. See mutants.py."""
from fractions import Fraction

import check
import ranges

MOST_OPERATIONS = 1500


def cost(certificate):
    """How many operations it takes to check: steps on all cells."""
    proof = certificate["proof"]
    return len(proof["program"]) * sum(sum("by" in cut for cut in part["cuts"]) for part in parts(proof))


def parts(proof):
    return proof["domain"] if "domain" in proof else proof["sum"]


def points(proof, rng):
    """Some points of the domain."""
    for number in range(8):
        if "sum" in proof:
            ends = [(Fraction(part["lower"][0]), Fraction(part["upper"][0])) for part in proof["sum"]]
        else:
            part = rng.choice(proof["domain"])
            if "vertices" in part:
                yield [Fraction(x) for x in rng.choice(part["vertices"])]
                continue
            ends = list(zip(map(Fraction, part["lower"]), map(Fraction, part["upper"])))
        yield [a + (b - a) * (Fraction(number, 2) if number < 3 else Fraction(rng.randrange(101), 100)) for a, b in ends]


def sides(certificate, point):
    """Enclosures of both sides at a point, or None where they are not shown to be defined."""
    proof, conclusion = certificate["proof"], certificate["conclusion"]
    program = check.program(proof["program"], len(proof["variables"]), "the proof")
    try:
        values = ranges.at(program, point)
    except (ranges.Undefined, ZeroDivisionError, check.Refused):
        return None
    return values[conclusion["left"]], values[conclusion["right"]]


def refuted(certificate, rng):
    """True where the statement is false at a point; None where that is not known."""
    for point in points(certificate["proof"], rng):
        both = sides(certificate, point)
        if both is not None:
            left, right = both
            if left.lo > right.hi or certificate["conclusion"]["relation"] == "=" and left.hi < right.lo:
                return True
    return None


def finish(certificate, false):
    certificate["sha256"] = check.digest(certificate)
    return certificate, false


def cuts(certificate, rng):
    return rng.choice(parts(certificate["proof"]))["cuts"]


def cut_dropped(certificate, rng):
    """A leaf or a cut is missing: a part of the domain is not covered, or pieces are left over."""
    those = cuts(certificate, rng)
    del those[rng.randrange(len(those))]
    return finish(certificate, True)


def cut_doubled(certificate, rng):
    those = cuts(certificate, rng)
    place = rng.randrange(len(those))
    those.insert(place, dict(those[place]))
    return finish(certificate, True)


def cut_outside(certificate, rng):
    """A cut beyond the ends of its cell, or at one: a piece outside of the domain, a piece that is empty, or ends in the wrong order."""
    those = cuts(certificate, rng)
    divided = [cut for cut in those if "at" in cut]
    if not divided:
        those[:0] = [{"across": 0, "at": rng.choice(("1e9", "-1e9", "1e9999"))}, {"by": "signs"}]
        return finish(certificate, True)
    cut = rng.choice(divided)
    cut["at"] = rng.choice(("1e9", "-1e9")) if "across" in cut else rng.choice(("0", "1", "-1", "2"))
    return finish(certificate, True)


def cut_moved(certificate, rng):
    """A cut at another place of the cell: the statement stays what it is."""
    divided = [cut for cut in cuts(certificate, rng) if "at" in cut]
    for cut in divided[:1]:
        cut["at"] = str(Fraction(cut["at"]) + Fraction(rng.choice((-1, 1)), rng.choice((7, 10 ** 3, 10 ** 12))))
    return finish(certificate, False if not divided else None)


def cut_changed(certificate, rng):
    """A cell that is divided where it cannot be."""
    those = cuts(certificate, rng)
    place = rng.randrange(len(those))
    those[place] = rng.choice(({"across": 99, "at": "0"}, {"across": -1, "at": "0"}, {"edge": [0, 0], "at": "1/2"}, {"edge": [0, 99], "at": "1/2"}, {"by": "trust"},
                               {"by": 1}, {}, None, {"simplices": False}, {"across": True, "at": "1/2"}, {"edge": "01", "at": "1/2"}, {"across": 0}, []))
    return finish(certificate, True)


def reason(certificate, rng):
    leaves = [cut for cut in cuts(certificate, rng) if "by" in cut]
    rng.choice(leaves)["by"] = rng.choice(("signs", "enclosures", "taylor"))
    return finish(certificate, None)


def ends(certificate, rng):
    """The ends of the domain change places."""
    part = rng.choice(parts(certificate["proof"]))
    if "vertices" in part or part["lower"] == part["upper"]:
        return cut_dropped(certificate, rng)
    part["lower"], part["upper"] = part["upper"], part["lower"]
    return finish(certificate, True)


def domain(certificate, rng):
    """Another domain: a proof of another statement, which only the formula of the claim can tell, if it is one."""
    part = rng.choice(parts(certificate["proof"]))
    if "vertices" in part:
        point = rng.choice(part["vertices"])
        point[0] = str(Fraction(point[0]) + 1)
    else:
        i = rng.randrange(len(part["upper"]))
        part["upper"][i] = str(Fraction(part["upper"][i]) + rng.choice((Fraction(1, 3), 100, 10 ** 6)))
    return finish(certificate, refuted(certificate, rng))


def both_shapes(certificate, rng):
    """A part that is a box and a simplex at once: the proof of the one is none of the other."""
    part = rng.choice(parts(certificate["proof"]))
    if "vertices" in part:
        part["lower"], part["upper"] = part["vertices"][0], part["vertices"][0]
    else:
        part["vertices"] = [part["lower"], part["lower"]]
    return finish(certificate, True)


def stronger(certificate, rng):
    """The right side less than it has to be at a point of the domain: the statement is false."""
    proof, conclusion = certificate["proof"], certificate["conclusion"]
    for point in points(proof, rng):
        both = sides(certificate, point)
        if both is None:
            continue
        gap = max(both[1].hi - both[0].lo, Fraction(0)) if conclusion["relation"] == "<=" else Fraction(0)
        less = gap + Fraction(1, 10 ** rng.choice((0, 3, 9, 30)))
        program = proof["program"]
        program += [{"op": "const", "value": str(less)}, {"op": "subtract", "args": [conclusion["right"], len(program)]}]
        conclusion["right"] = len(program) - 1
        return finish(certificate, True)
    return verdict(certificate, rng)


def swapped(certificate, rng):
    conclusion = certificate["conclusion"]
    conclusion["left"], conclusion["right"] = conclusion["right"], conclusion["left"]
    return finish(certificate, refuted(certificate, rng))


def relation(certificate, rng):
    conclusion = certificate["conclusion"]
    conclusion["relation"] = "=" if conclusion["relation"] == "<=" else "<="
    return finish(certificate, refuted(certificate, rng))


def constant(certificate, rng):
    """Another constant in the program."""
    steps = [step for step in certificate["proof"]["program"] if step["op"] == "const"]
    if not steps:
        return stronger(certificate, rng)
    step = rng.choice(steps)
    step["value"] = str(Fraction(step["value"]) + rng.choice((-1, 1)) * Fraction(1, rng.choice((1, 97, 10 ** 6))))
    return finish(certificate, refuted(certificate, rng))


def operation(certificate, rng):
    pairs = {"add": "subtract", "subtract": "add", "multiply": "add", "min": "max", "max": "min", "exp": "sin", "tanh": "exp", "divide": "multiply"}
    steps = [step for step in certificate["proof"]["program"] if step["op"] in pairs]
    if not steps:
        return stronger(certificate, rng)
    step = rng.choice(steps)
    step["op"] = pairs[step["op"]]
    return finish(certificate, refuted(certificate, rng))


def program(certificate, rng):
    """A step that reads itself or a later one, an input that is not there, an operation that is none."""
    steps = certificate["proof"]["program"]
    readers = [k for k, step in enumerate(steps) if step.get("args")]
    kind = rng.randrange(4)
    if kind == 0 and readers:
        k = rng.choice(readers)
        steps[k]["args"][0] = rng.choice((k, len(steps), -1, None, 10 ** 30, "0"))
    elif kind == 1:
        steps.insert(0, {"op": "input", "number": rng.choice((len(certificate["proof"]["variables"]), -1, "0", None))})
    elif kind == 2:
        rng.choice(steps)["op"] = rng.choice(("trust", "integral", "", None, 5))
    else:
        certificate["conclusion"][rng.choice(("left", "right"))] = rng.choice((len(steps), -1, None, True, "0"))
    return finish(certificate, True)


def huge(certificate, rng):
    """Numbers that are none or are beyond every limit."""
    text = rng.choice(("9" * 1_000_000, "1e999999", "1/0", "nan", "inf", "1_000", "\u0663", "", None, 1, [[]]))
    part = rng.choice(parts(certificate["proof"]))
    part[rng.choice([name for name in ("lower", "upper", "vertices") if name in part])] = rng.choice((text, [text] * len(certificate["proof"]["variables"])))
    return finish(certificate, True)




def long_numbers(certificate, rng):
    """A cut with 3,000 digits, which is within the limits: the statement stays what it is, and the checker has to end."""
    part = rng.choice([part for part in parts(certificate["proof"])])
    if "lower" not in part:
        return reason(certificate, rng)
    a, b = Fraction(part["lower"][0]), Fraction(part["upper"][0])
    if a == b:
        return reason(certificate, rng)
    share = Fraction(rng.randrange(1, 10 ** 3_000), 10 ** 3_000)
    part["cuts"][:0] = [{"across": 0, "at": str(a + (b - a) * share)}, {"by": "signs"}]
    return finish(certificate, None)


def deep(certificate, rng):
    """Ever smaller pieces, beyond what the file holds or the checker computes."""
    part = rng.choice(parts(certificate["proof"]))
    if "vertices" in part:
        part["cuts"] = [{"edge": [0, 1], "at": "1/2"}] * 5000
    else:
        end = Fraction(part["upper"][0])
        width = end - Fraction(part["lower"][0])
        part["cuts"] = [{"across": 0, "at": str(end - width / 2 ** k)} for k in range(1, 200)]
    return finish(certificate, True)


def least(certificate, rng):
    """Least values of summands that add to less than 0: they show nothing."""
    proof = certificate["proof"]
    if "sum" not in proof:
        return stronger(certificate, rng)
    for point in points(proof, rng):
        both = sides(certificate, point)
        if both is not None:
            summand = rng.choice(proof["sum"])
            summand["least"] = str(Fraction(summand["least"]) - max(both[1].hi - both[0].lo, Fraction(0)) - Fraction(1, 10 ** 6))
            return finish(certificate, True)
    return cut_dropped(certificate, rng)


def verdict(certificate, rng):
    certificate["verdict"] = rng.choice(("VERIFIED", "REFUTED", "TOUCHING", "SUPPORTED", "green"))
    return finish(certificate, True)


def unproved(certificate, rng):
    """The proof is left out, or is nothing."""
    if rng.random() < 0.5:
        del certificate["proof"]
    else:
        certificate["proof"] = rng.choice(({}, [], None, "see above", {"variables": [], "program": [], "domain": []},
                                           dict(certificate["proof"], domain=[]) if "domain" in certificate["proof"] else dict(certificate["proof"], sum=[])))
    return finish(certificate, True)


ALL = [cut_dropped, cut_doubled, cut_outside, cut_moved, cut_changed, reason, ends, domain, both_shapes, stronger, stronger, stronger, swapped, relation, constant, operation, program,
       huge, long_numbers, deep, least, verdict, unproved]
