#!/usr/bin/env python3
"""Checks certificates of theorem audits. Needs Python 3.8 or later and nothing else; trusts nothing but its own exact arithmetic.

    python3 checker/check.py [--receipts FILE] [--jobs N] FILE...

Levels: L0 form   the file is well formed, its hash is right, the verdict follows from the claimed ends, every hypothesis written as an inequality holds;
        L1 trace  every claimed enclosure contains all values of its operation at the claimed enclosures of its operands; a proof for every point of a
                  domain is made anew, on cells that cover the domain;
        L2 rebuilt  both sides, computed anew from the instance by this program's own formula of the claim, meet the claimed ones.
Without a formula of its own this program stops at L1: then nobody but the author says that the formula is that of the claim.
Exit: 0 all certificates passed, 1 one was rejected, 2 one could not be read or is beyond the limits of this program.
"""
import argparse
import hashlib
import json
import re
import signal
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import cells
import matrices
import proofs
import rebuild
import taylor
import trace_rules
import work
from work import Refused

KINDS = ("exact", "uniform", "instance", "fitted", "statistical")
FORMAT = "theorem-certificate/1"
FIELDS = {"format", "claim", "part", "tooth", "fingerprint", "kind", "provenance", "statement", "words", "instance", "point", "hypotheses", "nodes", "proof",
          "conclusion", "verdict", "sha256", "run"}
MAX_BYTES = 64 << 20
MAX_NODES = 200_000
MAX_CHARACTERS = 150_000  # of one number
MAX_EXPONENT = 110_000
MOST_SECONDS = 1800
NAMES = {"claim": r"[a-z0-9-]+/[A-Za-z0-9']+", "part": r"[ -~]*", "tooth": r"[ -~]+"}
NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d{1,6})?|-?\d+/\d+", re.ASCII)
TOUCHING = Fraction(1, 10 ** 30)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(MAX_CHARACTERS)


class Rejected(Exception):
    """The certificate is wrong; the message says where."""


def require(condition, message):
    if not condition:
        raise Rejected(message)


def number(text, what):
    require(isinstance(text, str) and NUMBER.fullmatch(text), "%s is no exact number" % what)
    if len(text) > MAX_CHARACTERS:
        raise Refused("%s has %d characters" % (what, len(text)))
    exponent = text.partition("e")[2]
    work.add((len(text) + abs(int(exponent or 0)) >> 6) ** 2 >> 5)
    if exponent and abs(int(exponent)) > MAX_EXPONENT:
        raise Refused("%s has the exponent %s" % (what, exponent))
    require("/" not in text or text.partition("/")[2].strip("0"), "%s has the denominator 0" % what)
    return Fraction(text)


def contents(path):
    with open(path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Refused("more than %d bytes" % MAX_BYTES)
    return data


def parsed(data):
    try:
        certificate = json.loads(data.decode("utf-8"), object_pairs_hook=without_doubles, parse_float=no_float, parse_constant=no_float)
    except RecursionError:
        raise Rejected("the JSON is nested too deep") from None
    except (ValueError, UnicodeDecodeError) as e:
        raise Rejected("no valid JSON: %s" % e) from None
    require(isinstance(certificate, dict), "no JSON object")
    return certificate


def without_doubles(pairs):
    fields = dict(pairs)
    require(len(fields) == len(pairs), "a field stands twice in one object")
    return fields


def no_float(text):
    raise Rejected("the number %s is not written as an exact text" % text[:40])


def digest(certificate):
    hashed = {name: value for name, value in certificate.items() if name not in ("run", "sha256")}
    text = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Node:
    """A step: operation, places of its operands, exponent of a power, entry of a matrix, program of an integral or supremum, claimed ends."""

    __slots__ = ("op", "args", "exponent", "entry", "lo", "hi", "body")

    def __init__(self, place, fields):
        what = "node %d" % place
        require(isinstance(fields, dict), what + " is no object")
        require(set(fields) <= {"op", "args", "exponent", "entry", "value", "lo", "hi", "body"}, what + " has an unknown field")
        self.op = fields.get("op")
        self.args = fields.get("args", [])
        self.exponent = fields.get("exponent")
        require(isinstance(self.op, str) and self.op in trace_rules.OPERANDS, what + " has an unknown operation")
        require(isinstance(self.args, list) and all(type(a) is int and 0 <= a < place for a in self.args), what + " reads a node that does not stand before it")
        require(suits(self.op, len(self.args)), what + " has a wrong number of operands")
        require((self.op == "power") == (type(self.exponent) is int), what + ": an exponent belongs to a power")
        self.entry = fields.get("entry")
        require((self.op in trace_rules.MATRIX) == (type(self.entry) is int), what + ": an entry belongs to a matrix")
        require(self.entry is None or 0 <= self.entry < len(self.args), what + " has no such entry")
        require((self.op in trace_rules.INPUTS) == ("body" in fields), what + ": a body belongs to an integral or a supremum")
        self.body = program(fields["body"], len(self.args) + trace_rules.INPUTS[self.op], what) if "body" in fields else None
        if "value" in fields:
            require("lo" not in fields and "hi" not in fields, what + " has a value and ends")
            self.lo = self.hi = number(fields["value"], what)
        else:
            self.lo, self.hi = number(fields.get("lo"), what), number(fields.get("hi"), what)
        require(self.lo <= self.hi, what + " claims an empty set")


def suits(op, count):
    """Whether an operation has so many operands."""
    number = trace_rules.OPERANDS[op]
    return count == number if number is not None else count >= trace_rules.LEAST_OPERANDS[op] and (op not in trace_rules.MATRIX or matrices.rows([0] * count) is not None)


def program(body, inputs, what):
    """The integrand as a list of (operation, operands, exponent or number of the input, value of a constant)."""
    require(isinstance(body, list) and 0 < len(body) <= MAX_NODES, what + " has no program")
    steps = []
    for place, fields in enumerate(body):
        require(isinstance(fields, dict) and set(fields) <= {"op", "args", "exponent", "number", "value"}, what + " has an unknown field in its program")
        op, args = fields.get("op"), fields.get("args", [])
        require(isinstance(op, str), what + " has an unknown operation in its program")
        known = op == "input" or op in trace_rules.OPERANDS and op not in trace_rules.INPUTS and op not in trace_rules.MATRIX
        require(known, what + " has an unknown operation in its program")
        require(isinstance(args, list) and all(type(a) is int and 0 <= a < place for a in args), what + " reads a step of its program that does not stand before it")
        require(not args if op == "input" else suits(op, len(args)), what + " has a wrong number of operands in its program")
        extra = fields.get("number") if op == "input" else fields.get("exponent")
        require(("exponent" in fields, "number" in fields) == (op == "power", op == "input"), what + " has a wrong input or exponent in its program")
        require((op in ("power", "input")) == (type(extra) is int) and (op != "input" or 0 <= extra < inputs), what + " has a wrong input or exponent in its program")
        require((op == "const") == ("value" in fields), what + ": a value belongs to a constant of its program")
        steps.append((op, args, extra, number(fields["value"], what) if op == "const" else None))
    return steps


def form(certificate):
    """L0; returns the nodes."""
    require(set(certificate) <= FIELDS, "an unknown field")
    require(certificate.get("format") == FORMAT, "the format is not %s" % FORMAT)
    require(certificate.get("sha256") == digest(certificate), "the hash does not belong to the contents, which have %s" % digest(certificate))
    for name, kind in (("claim", str), ("fingerprint", str), ("kind", str), ("statement", str), ("instance", dict), ("hypotheses", list),
                       ("nodes", list), ("conclusion", dict), ("verdict", str)):
        require(isinstance(certificate.get(name), kind), "the field %s is missing or of another type" % name)
    for name, pattern in NAMES.items():
        text = certificate.get(name, "-") if name != "claim" else certificate[name]
        require(isinstance(text, str) and re.fullmatch(pattern, text), "the field %s is no name" % name)
    require(certificate["kind"] in KINDS, "an unknown kind")
    if len(certificate["nodes"]) > MAX_NODES:
        raise Refused("more than %d nodes" % MAX_NODES)
    nodes = [Node(place, fields) for place, fields in enumerate(certificate["nodes"])]
    for hypothesis in certificate["hypotheses"]:
        require(isinstance(hypothesis, dict) and isinstance(hypothesis.get("words"), str), "a hypothesis without words")
        require(set(hypothesis) in ({"words"}, {"words", "left", "right"}), "a hypothesis with other fields than it should")
        if "left" in hypothesis:
            less, more = side(nodes, hypothesis, "left"), side(nodes, hypothesis, "right")
            require(less.hi <= more.lo, "the hypothesis is not established: %s" % hypothesis["words"])
    verdict = "PROVED" if "proof" in certificate else follows(certificate, nodes)
    require("point" not in certificate or verdict == "REFUTED", "a point can refute a statement about a domain, not show it")
    require(certificate["verdict"] == verdict, "the verdict %s does not follow from the ends: %s does" % (certificate["verdict"], verdict))
    return nodes


def side(nodes, fields, name):
    place = fields.get(name)
    require(type(place) is int and 0 <= place < len(nodes), "the %s side names no node" % name)
    return nodes[place]


def follows(certificate, nodes):
    """The verdict that the claimed ends of both sides imply, or None."""
    conclusion = certificate["conclusion"]
    require(set(conclusion) <= {"relation", "left", "right", "tolerance", "attained"}, "the conclusion has an unknown field")
    left, right, relation = side(nodes, conclusion, "left"), side(nodes, conclusion, "right"), conclusion.get("relation")
    require(relation in ("<=", "=", "fit"), "an unknown relation")
    require((relation == "fit") == (certificate["kind"] == "fitted"), "a fit is of the kind fitted")
    require((relation == "fit") == ("tolerance" in conclusion), "a tolerance belongs to a fit")
    holds = "SUPPORTED" if certificate["kind"] in ("fitted", "statistical") else "VERIFIED"
    if relation == "fit":
        tolerance = number(conclusion.get("tolerance"), "the tolerance")
        if max(right.lo - left.hi, left.lo - right.hi) > tolerance:
            return "REFUTED" if "tooth" in certificate else None
        return holds if max(right.hi - left.lo, left.hi - right.lo) <= tolerance else None
    if relation == "<=" and left.hi <= right.lo:
        return holds
    if relation == "=" and left.lo == left.hi == right.lo == right.hi:
        return holds
    overlap = left.lo <= right.hi and right.lo <= left.hi
    if not overlap and (relation == "=" or left.lo > right.hi):
        return None if certificate["kind"] == "statistical" and "tooth" not in certificate else "REFUTED"
    return "TOUCHING" if overlap and conclusion.get("attained") is True and narrow(left) and narrow(right) else None


def narrow(x):
    least = x.lo if x.lo > 0 else -x.hi
    return least > 0 and x.hi - x.lo <= least * TOUCHING


def proof(certificate):
    """The proof for every point of a domain: its program and its sides, which are steps of it."""
    fields, conclusion = certificate["proof"], certificate["conclusion"]
    require(isinstance(fields, dict) and set(fields) in ({"variables", "program", "domain"}, {"variables", "program", "sum"}), "the proof has other fields than it should")
    require(set(conclusion) == {"relation", "left", "right"} and conclusion["relation"] in ("<=", "="), "the conclusion of a proof is an inequality or an equality")
    require(certificate["kind"] in ("exact", "uniform") and "tooth" not in certificate and "point" not in certificate, "a statement of this kind is not proved for every point")
    require(isinstance(fields["variables"], list), "the variables of the domain are missing")
    steps = program(fields["program"], len(fields["variables"]), "the proof")
    side(steps, conclusion, "left"), side(steps, conclusion, "right")  # both are steps of it
    return fields, steps, conclusion["left"], conclusion["right"]


def trace(certificate, nodes):
    """L1; the number of operations that were established."""
    count = len(nodes)
    for place, node in enumerate(nodes):
        operands = [(nodes[a].lo, nodes[a].hi) for a in node.args]
        require(trace_rules.contains(node, operands), "node %d (%s): the claimed set is not established" % (place, node.op))
    if "proof" in certificate:
        fields, steps, left, right = proof(certificate)
        count += proofs.check(fields, steps, left, right, certificate["conclusion"]["relation"], number)
    return count


def established(certificate):
    """What is established of a certificate, as fields of a receipt."""
    nodes = form(certificate)
    count = trace(certificate, nodes)
    conclusion = certificate["conclusion"]
    if "proof" in certificate:
        again = rebuild.rebuild(certificate, conclusion["left"], conclusion["right"], number, proof(certificate)[1])
    else:
        again = rebuild.rebuild(certificate, nodes[conclusion["left"]], nodes[conclusion["right"]], number)
    part = "tooth " + certificate["tooth"] if "tooth" in certificate else certificate.get("part", "")
    return dict(result="passed", level="L2" if again else "L1", verdict=certificate["verdict"], nodes=count,
                claim="%s%s" % (certificate["claim"], "(%s)" % part if part else ""),
                words=sum("left" not in hypothesis for hypothesis in certificate["hypotheses"]))


def alarm(seconds):
    """A net for what escapes the count of work, where the system has one."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, give_up)
        signal.alarm(seconds)


def give_up(*_):
    raise Refused("more than %d seconds" % MOST_SECONDS)


def examine(path):
    """Checks one file; what is found, as the fields of a receipt."""
    start = time.perf_counter()
    found = {"file": str(path), "file_sha256": None, "sha256": None}
    work.begin()
    taylor.compute_with(taylor.LEAST_BITS)
    alarm(MOST_SECONDS)
    try:
        data = contents(path)
        found["file_sha256"] = hashlib.sha256(data).hexdigest()
        certificate = parsed(data)
        claimed = certificate.get("sha256")
        found["sha256"] = claimed if isinstance(claimed, str) and re.fullmatch("[0-9a-f]{64}", claimed) else None
        found.update(established(certificate))
    except (Rejected, cells.Wrong, rebuild.Differs) as e:
        found.update(result="rejected", reason=str(e))
    except (Refused, OSError, MemoryError) as e:
        found.update(result="refused", reason=str(e))
    except Exception as e:  # a mistake of this program: nothing was established, and other files are still to be checked
        found.update(result="refused", reason="%s %s" % (FAILED, repr(e)[:200]))
    finally:
        alarm(0)
    found["run"] = {"seconds": round(time.perf_counter() - start, 3), "work": work.used}
    return found


FAILED = "this program failed:"
CODES = {"passed": 0, "rejected": 1, "refused": 2}


def plain(text):
    """In one line, and without what a terminal would obey."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def line(found):
    """What is printed of a file."""
    if found["result"] != "passed":
        return plain("%s %s: %s" % ("REJECTED" if found["result"] == "rejected" else "NOT CHECKED", found["file"], found["reason"]))
    words = "; %d hypotheses stated in words alone" % found["words"] if found["words"] else ""
    return "%s %s %s: %d nodes, %.0f nodes/s%s" % (found["level"], found["verdict"], found["claim"], found["nodes"],
                                                 found["nodes"] / max(found["run"]["seconds"], 0.001), words)


def check(path):
    """The line to print of one file, and its exit code."""
    found = examine(path)
    return line(found), CODES[found["result"]]


def sources():
    """Which version of this program it is: the first digits of the SHA-256 of its files."""
    total = hashlib.sha256()
    for file in sorted(Path(__file__).resolve().parent.rglob("*.py")):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]


def files(arguments):
    """The files named, and those ending in .json in the folders named."""
    for path in map(Path, arguments):
        yield from sorted(path.rglob("*.json")) if path.is_dir() else [path]


def main(arguments):
    options = argparse.ArgumentParser(description=__doc__.strip(), formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--receipts", metavar="FILE", help="write one line of JSON per certificate there: its hash, the level established, the verdict")
    options.add_argument("--jobs", type=int, default=1, metavar="N", help="how many are checked at a time (1)")
    options.add_argument("paths", nargs="+", metavar="FILE", help="certificates, or folders of them")
    given = options.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")
    paths, said, nodes, start, worst = list(files(given.paths)), Counter(), 0, time.perf_counter(), 0
    program = "checker/check.py " + sources()
    with ExitStack() as stack:
        receipts = stack.enter_context(open(given.receipts, "w", encoding="utf-8")) if given.receipts else None
        try:
            results = stack.enter_context(ProcessPoolExecutor(given.jobs)).map(examine, paths) if given.jobs > 1 else map(examine, paths)
            for found in results:
                print(line(found), flush=True)
                if receipts:
                    receipts.write(json.dumps(dict(found, checker=program)) + "\n")
                    receipts.flush()
                said[found.get("level") or found["result"]] += 1
                nodes += found.get("nodes", 0)
                code = CODES[found["result"]]
                worst = max(worst, code) if 1 not in (worst, code) else 1
        except BrokenProcessPool:
            print("NOT CHECKED: a process of this program was ended from outside, for want of memory perhaps; with --jobs 1 the file is the one after the last line")
            worst = worst or 2
    if len(paths) > 1:
        seconds = time.perf_counter() - start
        print("%d certificates: %s; %d nodes in %.1f s, %.0f nodes/s" % (len(paths), ", ".join("%d %s" % (n, what) for what, n in sorted(said.items())),
                                                                       nodes, seconds, nodes / seconds))
    return worst if paths else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
