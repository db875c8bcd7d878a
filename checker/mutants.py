#!/usr/bin/env python3
"""Changes certificates in ways that make them false or malformed, and counts what the checker says.

    python3 checker/mutants.py COUNT FILE...

The same arguments give the same mutants. A mutant is *false* when a claimed set was moved away from the value, when the verdict, a hypothesis or the hash no
longer belongs to the contents, when a proof does not cover its domain or its statement is false at a point, or when the file is no certificate any more: the checker has
to reject it. Where the change gives another true
certificate (a wider set, another constant with its hash) it is counted apart. Exit: 0 if no false mutant passed and none crashed the checker.
"""
import copy
import json
import random
import sys
import tempfile
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

import check
import proof_mutants


def decimal(x):
    """A fraction as the exact text of a certificate."""
    return str(x)


def moved(certificate, rng):
    """A node's set is moved by more than its width: the value is no longer in it."""
    computed = [(i, n) for i, n in enumerate(certificate["nodes"]) if n["op"] != "const"]
    if not computed:
        return verdict(certificate, rng)
    place, node = rng.choice(computed)
    known = check.Node(place, node)
    length = known.hi - known.lo
    by = (length * 2 + max(abs(known.hi), Fraction(1, 1000)) * Fraction(1, 10 ** rng.choice((3, 6, 9)))) * rng.choice((-1, 1))
    node.pop("value", None)
    node["lo"], node["hi"] = decimal(known.lo + by), decimal(known.hi + by)
    return rehash(certificate)


def beside(certificate, rng):
    """A node's set is cut down to one side of itself, beyond the value: its neighbor of the same width."""
    places = [i for i, n in enumerate(certificate["nodes"]) if "lo" in n]
    if not places:
        return moved(certificate, rng)
    node = certificate["nodes"][rng.choice(places)]
    lo, hi = Fraction(node["lo"]), Fraction(node["hi"])
    if lo == hi:
        return moved(certificate, rng)
    by = (hi - lo) * rng.choice((-2, 2))
    node["lo"], node["hi"] = decimal(lo + by), decimal(hi + by)
    return rehash(certificate)


def empty(certificate, rng):
    node = rng.choice(certificate["nodes"])
    node.pop("value", None)
    node["lo"], node["hi"] = "1", "0"
    return rehash(certificate)


def swapped(certificate, rng):
    """The two sides change places; of an equality, or of sides that touch, that stays true."""
    conclusion = certificate["conclusion"]
    conclusion["left"], conclusion["right"] = conclusion["right"], conclusion["left"]
    nodes = certificate["nodes"]
    same = conclusion["relation"] != "<=" or certificate["verdict"] == "TOUCHING" or nodes[conclusion["left"]] == nodes[conclusion["right"]]
    return rehash(certificate), not same


def verdict(certificate, rng):
    certificate["verdict"] = rng.choice([v for v in ("VERIFIED", "SUPPORTED", "TOUCHING", "REFUTED", "PROVED", "VACUOUS", "green") if v != certificate["verdict"]])
    return rehash(certificate)


def forged(certificate, rng):
    """The contents are changed and the hash is not."""
    certificate[rng.choice(("claim", "statement", "fingerprint", "words"))] += " "
    return certificate, True


def hash_digit(certificate, rng):
    text = certificate["sha256"]
    i = rng.randrange(len(text))
    certificate["sha256"] = text[:i] + rng.choice([c for c in "0123456789abcdef" if c != text[i]]) + text[i + 1:]
    return certificate, True


def cycle(certificate, rng):
    nodes = [(i, n) for i, n in enumerate(certificate["nodes"]) if n.get("args")]
    if not nodes:
        return verdict(certificate, rng)
    i, node = rng.choice(nodes)
    node["args"][0] = rng.choice((i, len(certificate["nodes"]) - 1 if i < len(certificate["nodes"]) - 1 else i, len(certificate["nodes"]), -1, 10 ** 30, "0", 0.5, None))
    return rehash(certificate)


def dropped(certificate, rng):
    """A field of the whole or of a node is left out."""
    if rng.random() < 0.5:
        # without words, provenance and run a certificate is still one: they are for people
        name = rng.choice([n for n in certificate if n not in ("run", "sha256", "words", "provenance", "part", "tooth")])
        del certificate[name]
        return rehash(certificate)[0], name != "point" or None  # without its point it is one about numbers: that the claim asks for a point only L2 can tell
    node = rng.choice(certificate["nodes"])
    del node[rng.choice([n for n in node if n != "exponent"] or ["op"])]
    return rehash(certificate)


def hypothesis(certificate, rng):
    """A hypothesis that does not hold: a number at most a smaller one."""
    places = {c["value"]: i for i, c in enumerate(certificate["nodes"]) if "value" in c}
    values = sorted(places, key=Fraction)
    if len(values) < 2:
        return verdict(certificate, rng)
    certificate["hypotheses"].append({"words": "forged", "left": places[values[-1]], "right": places[values[0]]})
    return rehash(certificate)


def operation(certificate, rng):
    """Another operation over the same claimed set; true only where both agree, as at 0 or 1."""
    pairs = {"add": "subtract", "subtract": "add", "multiply": "divide", "divide": "multiply", "exp": "expm1", "log": "log1p", "sin": "cos", "cos": "sin",
             "erf": "erfc", "erfc": "erf", "min": "max", "max": "min", "sqrt": "cbrt", "cbrt": "sqrt", "normal_cdf": "normal_tail"}
    nodes = [n for n in certificate["nodes"] if n["op"] in pairs]
    if not nodes:
        return moved(certificate, rng)
    node = rng.choice(nodes)
    node["op"] = pairs[node["op"]]
    return rehash(certificate)[0], None


def huge(certificate, rng):
    node = rng.choice(certificate["nodes"])
    node.pop("value", None)
    node["lo"] = rng.choice(("9" * 1_000_000, "1e999999", "-1e-999999", "1/" + "0" * 50, "nan", "inf", "1_000", "٣", "0x10", "--1", ""))
    node.setdefault("hi", "1")
    return rehash(certificate)


def wider(certificate, rng):
    """A true certificate: a last node that nobody reads is claimed wider."""
    certificate["nodes"].append({"op": "pi", "lo": "3", "hi": "4"})
    return rehash(certificate)[0], False


def constant(certificate, rng):
    """Another constant: what is read from it must follow, or it is found out."""
    nodes = [n for n in certificate["nodes"] if n["op"] == "const"]
    node = rng.choice(nodes) if nodes else rng.choice(certificate["nodes"])
    node.update(value=decimal(Fraction(node.get("value", node.get("lo"))) + Fraction(1, rng.choice((2, 97, 10 ** 6)))))
    node.pop("lo", None), node.pop("hi", None)
    return rehash(certificate)[0], None


def entry(certificate, rng):
    """Two entries of a function of a matrix change places, where their claimed sets are apart."""
    nodes = [n for n in certificate["nodes"] if "entry" in n and "lo" in n]
    pairs = [(a, b) for a in nodes for b in nodes if a["args"] == b["args"] and a["op"] == b["op"] and Fraction(a["hi"]) < Fraction(b["lo"])]
    if not pairs:
        return moved(certificate, rng)
    a, b = rng.choice(pairs)
    a["entry"], b["entry"] = b["entry"], a["entry"]
    return rehash(certificate)


def body(certificate, rng):
    """An integral or a supremum of another function, or of a program that is none."""
    nodes = [n for n in certificate["nodes"] if "body" in n]
    if not nodes:
        return constant(certificate, rng)
    steps = rng.choice(nodes)["body"]
    kind = rng.randrange(4)
    step = rng.choice(steps)
    if kind == 0:
        step["args"] = [len(steps)]
        return rehash(certificate)
    if kind == 1:
        step["op"] = rng.choice(("integral", "supremum", "line_integral", "matrix_exp", "none", 1, None))
        return rehash(certificate)
    if kind == 2:
        steps.append({"op": "const", "value": "10000"})
        steps.append({"op": "add", "args": [len(steps) - 2, len(steps) - 1]})  # for an integral over a short interval, or wide sets, that may stay true
        return rehash(certificate)[0], None
    step["number" if step["op"] == "input" else "value"] = rng.choice((-1, 10 ** 9, "x", "1/0", [], "1e999999"))
    return rehash(certificate)


def relabeled(certificate, rng, others):
    """The certificate of one statement under the name of another: only a formula of the checker's own can tell."""
    other = rng.choice(others)
    for name in ("part", "tooth"):
        certificate.pop(name, None)
        if name in other:
            certificate[name] = other[name]
    certificate["claim"] = other["claim"]
    return rehash(certificate)[0], None


def tolerance(certificate, rng):
    """A fit with another tolerance: where the checker has a formula of the claim, it has the tolerance too."""
    conclusion = certificate["conclusion"]
    if conclusion["relation"] != "fit":
        conclusion["tolerance"] = "1"  # only a fit has one
        return rehash(certificate)
    try:
        level = check.established(certificate)["level"]
    except (check.Rejected, check.Refused):
        level = None
    conclusion["tolerance"] = decimal(Fraction(conclusion["tolerance"]) * rng.choice((Fraction(1, 2), 2, 1000, 10 ** 9)))
    return rehash(certificate)[0], True if level == "L2" else None


def kind(certificate, rng):
    """Another kind: SUPPORTED is what fits and statistics are, VERIFIED the others, and a fit is of the kind fitted. The rest of the kinds is a description."""
    before, after = certificate["kind"], rng.choice([k for k in check.KINDS + ("Exact", "", "proved") if k != certificate["kind"]])
    certificate["kind"] = after
    border = (before in ("fitted", "statistical")) != (after in ("fitted", "statistical")) and certificate["verdict"] in ("VERIFIED", "SUPPORTED")
    return rehash(certificate)[0], True if border or "fitted" in (before, after) or after not in check.KINDS else None


def misnamed(certificate, rng):
    """A name that prints more than a name, or leads elsewhere."""
    field = rng.choice(("claim", "part"))
    certificate[field] = str(certificate.get(field, "")) + rng.choice(("\nL2 VERIFIED forged/R1: 1 nodes", "\x1b[2K", "/../../os", "\u202e", " .system"))
    if field == "part":
        certificate.pop("tooth", None)
        return rehash(certificate)[0], not check.re.fullmatch(check.NAMES["part"], certificate["part"]) or None
    return rehash(certificate)


def unknown(certificate, rng):
    """A field that the format does not have."""
    rng.choice([certificate, rng.choice(certificate["nodes"]), certificate["conclusion"]] + certificate["hypotheses"][:1])["note"] = "1"
    return rehash(certificate)


def rehash(certificate):
    certificate["sha256"] = check.digest(certificate)
    return certificate, True


STRUCTURED = [moved, moved, moved, beside, empty, swapped, verdict, forged, hash_digit, cycle, dropped, hypothesis, operation, huge, wider, constant, entry, body, tolerance, kind, misnamed, unknown]


def text(certificate, rng):
    """What happens to files: cut off, filled up, nested, changed at one character."""
    whole = json.dumps(certificate)
    kind = rng.randrange(5)
    if kind == 0:
        return whole[:rng.randrange(len(whole) - 1)]
    if kind == 1:
        return whole + rng.choice(("{", "0", "}", "\u0000"))
    if kind == 2:
        return "[" * 100_000 + whole
    if kind == 3:
        return whole.replace('"nodes":', '"nodes": %s, "nodes":' % rng.choice(("[]", "1", "{}")), 1)
    return rng.choice(("", "null", "[]", "1", "\ufeff" + whole, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1") + whole))


def main(count, paths):
    originals = []
    for path in sorted(paths):
        certificate = json.loads(Path(path).read_text("utf-8"))
        if len(certificate["nodes"]) <= 400 and ("proof" not in certificate or proof_mutants.cost(certificate) <= proof_mutants.MOST_OPERATIONS):
            originals.append(certificate)
    rng = random.Random(20260101)
    said, renamed, wrong, other, start = Counter(), Counter(), [], 0, time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "mutant.json")
        for number in range(count):
            source = rng.choice(originals)
            mutator = rng.choice((proof_mutants.ALL + [forged, hash_digit, kind, misnamed] if "proof" in source else STRUCTURED) + [text, relabeled])
            check.work.begin()
            if mutator is text:
                mutant, false = text(source, rng), True
            else:
                changed, false = mutator(copy.deepcopy(source), rng, *([originals] if mutator is relabeled else []))
                mutant = json.dumps(changed)
            file.write_text(mutant, "utf-8")
            try:
                line, code = check.check(str(file))
                code = 3 if check.FAILED in line else code
            except Exception as e:  # a crash of the checker is what this program looks for
                line, code = "CRASH %r" % e, 3
            outcome = {0: "passed", 1: "rejected", 2: "refused", 3: "crashed"}[code]
            said[("proof " if "proof" in source else "") + mutator.__name__, outcome] += 1
            if code == 3 or code == 0 and false:
                wrong.append("%d %s: %s" % (number, mutator.__name__, line))
            other += code == 0 and not false
            if mutator is relabeled and line.startswith("L2"):
                renamed[(source["claim"], source.get("part", source.get("tooth"))), line.split(":")[0]] += 1
    for (name, outcome), times in sorted(said.items()):
        print("%-20s %-9s %6d" % (name, outcome, times))
    print("%d mutants of %d certificates: %d rejected, %d beyond the limits, %d passed that are true or may be, %d false passed or crashed" % (
        count, len(originals), sum(n for (_, o), n in said.items() if o == "rejected"), sum(n for (_, o), n in said.items() if o == "refused"), other, len(wrong)))
    kinds = Counter((c["claim"].partition("/")[0], "proof" if "proof" in c else c["kind"]) for c in originals)
    print("of " + ", ".join("%s %s %d" % (theorem, kind, number) for (theorem, kind), number in sorted(kinds.items())))
    for (before, after), times in sorted(renamed.items(), key=str):
        print("passed under another name at L2, so both formulas agree there: %s as %s" % ("%s(%s)" % before, after))
    print("%.0f s of processor time" % (time.process_time() - start))
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]) if len(sys.argv) > 2 and sys.argv[1].isdecimal() else print(__doc__.strip()) or 2)
