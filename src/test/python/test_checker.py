"""The checker's bounds against values computed otherwise, and true and false claims of its searches. Run from the root: python3 src/test/python/test_checker.py"""
import json
import math
import random
import sys
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "checker"))
import check
import functions
import rebuild
import suprema
import tails
import taylor
import trace_rules
import work


def x(number=0):
    return {"op": "input", "number": number}


def const(value):
    return {"op": "const", "value": value}


def op(name, *args, **more):
    return dict(op=name, args=list(args), **more)


def claimed(name, args, body, lo, hi, **more):
    """What the checker says of one node over constants."""
    fields = [const(a) for a in args] + [dict(op=name, args=list(range(len(args))), lo=lo, hi=hi, **({"body": body} if body else {}), **more)]
    nodes = [check.Node(place, node) for place, node in enumerate(fields)]
    return trace_rules.contains(nodes[-1], [(nodes[a].lo, nodes[a].hi) for a in nodes[-1].args])


GAUSS = [x(), op("power", 0, exponent=2), const("-1/2"), op("multiply", 1, 2), op("exp", 3)]
MIXTURE = [x(), const("1"), op("subtract", 0, 1), op("add", 0, 1), op("power", 2, exponent=2), op("power", 3, exponent=2), const("-1/2"), op("multiply", 4, 6),
           op("multiply", 5, 6), op("exp", 7), op("exp", 8), op("add", 9, 10)]
LOGISTIC = [x(), op("exp", 0), op("log1p", 1), op("tanh", 0), op("multiply", 2, 3)] + [
    op("abs", 0), op("sqrt", 5), op("negate", 5), op("exp", 7), op("multiply", 4, 8), op("multiply", 9, 6), op("normal_tail", 0), op("add", 10, 11), op("multiply", 12, 8)]


class Functions(unittest.TestCase):
    def test_more_bits_lie_within_fewer(self):
        rng = random.Random(1)
        for _ in range(300):
            y = Fraction(rng.randint(1, 10 ** rng.randint(1, 30)), rng.randint(1, 10 ** rng.randint(1, 30)))
            y = 1 + y / 10 ** 60 if rng.random() < 0.2 else y
            for function, argument in ((functions.log, y), (functions.exp, y % 50), (functions.exp, -(y % 50))):
                lo, hi = function(argument, 100)
                low, high = function(argument, 300)
                self.assertTrue(lo <= low <= high <= hi)
                self.assertTrue(hi - lo <= max(abs(lo), abs(hi)) / 2 ** 90)
            lo, hi = functions.log(y, 100)
            self.assertTrue(functions.exp(lo, 200)[0] <= y <= functions.exp(hi, 200)[1])

    def test_long_powers_contain_the_exact_ones(self):
        for y in (Fraction(7, 5), Fraction(-7, 5), Fraction(3, 10 ** 30), Fraction(0)):
            for n in (1, 2, 7, 64, 1001) + ((-1, -2, -333) if y else ()):
                lo, hi = trace_rules.long_power(y, n)
                self.assertTrue(lo <= y ** n <= hi and hi - lo <= abs(y ** n) / 2 ** 3000)
        self.assertTrue(claimed("power", ["1.00001"], None, "22025.36", "22025.37", exponent=1_000_000))
        self.assertFalse(claimed("power", ["1.00001"], None, "22025.37", "22025.38", exponent=1_000_000))
        self.assertTrue(claimed("power", ["1.000000001"], None, "7.3890560", "7.3890561", exponent=2 * 10 ** 9))
        self.assertFalse(claimed("power", ["1.000000001"], None, "7.3890561", "7.3890562", exponent=2 * 10 ** 9))
        with self.assertRaises(functions.Refused):
            claimed("power", ["2"], None, "1", "2", exponent=10 ** 9)

    def test_products_of_intervals_are_the_ends_of_the_four_products(self):
        rng = random.Random(2)
        for _ in range(5000):
            a, b = [tuple(sorted(rng.randint(-5, 5) for _ in range(2))) for _ in range(2)]
            every = [p * q for p in a for q in b]
            self.assertEqual(taylor.product(a, b), (min(every), max(every)))


    def test_error_functions(self):
        rng = random.Random(4)
        for _ in range(200):
            y = Fraction(rng.randint(1, 10 ** rng.randint(1, 20)), 10 ** rng.randint(1, 20)) % 12 + Fraction(1, 10 ** 30)
            lo, hi = functions.erf_series(y, 100)
            low, high = functions.erf_series(y, 300)
            self.assertTrue(lo <= low <= high <= hi and hi - lo <= hi / 2 ** 90)
            self.assertAlmostEqual(float(lo), math.erf(y), delta=1e-14)
        for y in (Fraction(2049), Fraction(10) ** 100_000):
            for lo, hi, true in ("0", "1e-100000", True), ("1e-109000", "1", False):
                self.assertEqual(claimed("normal_tail", [str(y)], None, lo, hi), true)
                self.assertEqual(claimed("erfc", [str(y)], None, lo, hi), true)
            self.assertTrue(claimed("normal_cdf", [str(y)], None, "0." + "9" * 30, "1"))
            self.assertFalse(claimed("normal_tail", ["-" + str(y)], None, "0", "0." + "9" * 30))

    def test_rounding_to_significant_bits(self):
        rng = random.Random(5)
        for _ in range(1000):
            y = Fraction(rng.randint(-10 ** rng.randint(1, 40), 10 ** rng.randint(1, 40)), rng.randint(1, 10 ** rng.randint(1, 40)))
            for p in (8, 64):
                lo, hi = functions.down(y, p), functions.up(y, p)
                self.assertTrue(lo <= y <= hi and hi - lo <= abs(y) * 4 / 2 ** p)
        with self.assertRaises(functions.Refused):
            functions.down(Fraction(1 << 3_000_000), 64)


    def test_sine_and_cosine(self):
        rng = random.Random(2)
        for _ in range(300):
            y = Fraction(rng.randint(-10 ** 6, 10 ** 6), rng.randint(1, 10 ** rng.randint(0, 8)))
            few, more = functions.sin_cos(y, 100), functions.sin_cos(y, 300)
            for (lo, hi), (low, high), value in zip(few, more, (math.sin(y), math.cos(y))):
                self.assertTrue(lo <= low <= high <= hi and hi - lo <= Fraction(1, 2 ** 100))
                self.assertAlmostEqual(float(low), value, places=9)
            self.assertTrue(few[0][1] - few[0][0] <= abs(y) / 2 ** 98)

    def test_error_functions_of_long_numbers(self):
        rng = random.Random(4)
        for _ in range(100):
            y = Fraction(rng.randint(1, 10 ** 8), 10 ** rng.randint(6, 8)) + Fraction(1, 10 ** rng.choice((9, 1000)))
            for function in (functions.erf, functions.erfc, functions.normal_tail):
                few, more = function(y, 64), function(y, 400)
                self.assertTrue(few[0] <= more[0] <= more[1] <= few[1])
                self.assertTrue(few[1] - few[0] <= few[1] / 2 ** 50)
            if y < 20:
                self.assertAlmostEqual(float(functions.erfc(y, 64)[0]) / math.erfc(y), 1, places=9)


class Tails(unittest.TestCase):
    """Far out every step of a program lies within its bounds."""

    def test_nothing_is_divided_by_what_may_be_zero(self):
        for ends in ((0, 0), (0, 1), (-1, 0), (-1, 1)):
            with self.assertRaises(tails.Unbounded):
                tails.invert(tails.within(*ends))

    def contain(self, fields, start):
        for sign in (-1, 1):
            length = len(fields)
            for last in range(1, length + 1):
                steps = check.program(fields[:last], 1, "a program")
                try:
                    known = tails.far(steps, sign, Fraction(start), [])
                except tails.Unbounded:
                    continue
                for s in (0, 0.25, 1, 3, 10):
                    value = taylor.run(steps, [[taylor.fixed(*[Fraction(sign) * (Fraction(start) + Fraction(s))] * 2)]])[0]
                    value = [float(v) for v in taylor.fractions(value)]
                    at = lambda p: float(p[0] + p[1] * Fraction(s) + p[2] * Fraction(s) ** 2)
                    slack = 1e-12 * (1 + abs(value[0]))
                    if known.lo is not None:
                        self.assertLessEqual(at(known.lo), value[1] + slack)
                    if known.hi is not None:
                        self.assertGreaterEqual(at(known.hi), value[0] - slack)
                    if known.up is not None and at(known.up) < 600:
                        self.assertGreaterEqual(math.exp(at(known.up)), abs(value[0]) - slack)
                    if known.down is not None and at(known.down) < 600:
                        self.assertLessEqual(math.exp(at(known.down)), value[1] + slack)

    def test_of_a_mixture_and_its_score(self):
        self.contain(MIXTURE + [op("log", 11), op("multiply", 11, 12), op("multiply", 2, 9), op("multiply", 3, 10), op("add", 14, 15), op("divide", 16, 11),
                                op("power", 17, exponent=2), op("multiply", 18, 11), op("power", 0, exponent=3), op("subtract", 19, 13)], 2)

    def test_of_other_functions(self):
        self.contain(LOGISTIC, "3/2")
        self.contain([x(), op("min", 0, 0), op("negate", 0), op("max", 0, 2), op("erf", 0), op("multiply", 3, 4), op("sqrt", 3), op("divide", 6, 3), op("erfc", 3),
                      op("log_sum_exp", 0, 2), op("subtract", 9, 3), op("expm1", 2), op("cos", 0), op("multiply", 11, 12)], 1)

    def test_of_quotients_by_normal_probabilities(self):
        taylor.compute_with(640)
        self.addCleanup(taylor.compute_with, taylor.LEAST_BITS)
        for spread in ([const("3/4"), op("sqrt", 1)], [const("1/2"), const("0.5" + "0" * 30 + "1"), op("hull", 1, 2)]):
            s, k = len(spread), len(spread) + 1
            for tail in ("normal_tail", "normal_cdf"):
                fields = [x()] + spread + [const("1/2"), op("subtract", 0, k), op("add", 0, k), op("divide", k + 1, s), op("divide", k + 2, s)]  # (x -+ 1/2)/s
                u, v = k + 3, k + 4
                fields += [op(tail, u), op(tail, v), op("subtract", v + 1, v + 2) if tail == "normal_tail" else op("subtract", v + 2, v + 1)]
                for y in (u, v):
                    n = len(fields)
                    fields += [op("power", y, exponent=2), const("-1/2"), op("multiply", n, n + 1), op("exp", n + 2)]
                n = len(fields)
                fields += [op("subtract", n - 5, n - 1), op("divide", n, v + 3), op("subtract", 0, n + 1), op("power", n + 2, exponent=2), op("multiply", n + 3, v + 3),
                           op("log", v + 3), op("multiply", v + 3, n + 5)]
                self.contain(fields, 2)
                for last in (n + 4, n + 6):
                    steps = check.program(fields[:last + 1], 1, "a program")
                    end, rest = tails.window(steps, [], Fraction(1, 10 ** 6))
                    self.assertTrue(end <= 12 and rest <= Fraction(1, 10 ** 6))

    def test_probabilities_of_intervals_that_may_be_empty_have_no_lower_bound(self):
        body = [x(), const("-1"), const("1"), op("hull", 1, 2), op("add", 0, 3), op("normal_tail", 0), op("normal_tail", 4), op("subtract", 5, 6)]
        for sign in (-1, 1):
            self.assertIsNone(tails.far(check.program(body, 1, "a program"), sign, Fraction(2), []).down)

    def test_a_program_without_decay_has_no_integral_over_the_line(self):
        for body in ([x(), op("power", 0, exponent=2), const("1"), op("add", 1, 2), op("divide", 2, 3)], [x(), op("sin", 0)], [x(), op("exp", 0)],
                     [x(), op("power", 0, exponent=-2)]):
            with self.assertRaises(functions.Refused):
                claimed("line_integral", [], body, "3", "4")


class Claims(unittest.TestCase):
    def test_integrals_over_the_line(self):
        self.assertTrue(claimed("line_integral", [], GAUSS, "2.50662827", "2.50662828"))
        self.assertTrue(claimed("line_integral", [], GAUSS, "2.50662827463100050241576528481", "2.50662827463100050241576528482"))
        self.assertFalse(claimed("line_integral", [], GAUSS, "2.5067", "2.5068"))
        self.assertFalse(claimed("line_integral", [], GAUSS, "2.5065", "2.5066"))
        self.assertTrue(claimed("line_integral", [], MIXTURE, "5.01325", "5.01326"))

    def test_small_integrals_have_as_many_bits_as_they_need(self):
        body = [x(), op("power", 0, exponent=2), const("2"), op("multiply", 2, 1), const("1"), op("multiply", 2, 0), op("add", 4, 5), op("add", 6, 3), op("divide", 3, 7)]
        digits = "6.656674666655258077460346497942448577275178"  # of t - log(1 + 2t + 2t^2)/2 at 1/1000, times 10^10
        self.assertTrue(claimed("integral", ["0", "1/1000"], body, digits + "e-10", digits + "9e-10"))
        self.assertFalse(claimed("integral", ["0", "1/1000"], body, digits + "9e-10", digits + "99e-10"))
        self.assertEqual(taylor.W, taylor.LEAST_BITS)

    def test_the_difference_of_equal_functions_is_zero(self):
        body = [x(), op("tanh", 0), op("tanh", 0), op("subtract", 1, 2), op("power", 3, exponent=2), op("power", 0, exponent=2), op("negate", 5), op("exp", 6), op("multiply", 4, 7)]
        self.assertTrue(claimed("line_integral", [], body, "-1e-75", "1e-70"))
        self.assertFalse(claimed("line_integral", [], body, "1e-75", "1e-70"))
        body[2] = op("sin", 0)
        self.assertFalse(claimed("line_integral", [], body, "-0.001", "0.001"))
        numbers = [x(), const("1"), const("2"), op("hull", 1, 2), op("hull", 1, 2), op("subtract", 3, 4)]  # two numbers, each between 1 and 2
        self.assertTrue(claimed("integral", ["0", "1"], numbers, "-1", "1"))
        with self.assertRaises(functions.Refused):
            claimed("integral", ["0", "1"], numbers, "-0.9", "0.9")
        self.assertTrue(claimed("integral", ["0", "1"], numbers[:4] + [op("subtract", 3, 3)], "0", "0"))  # the same number
        with self.assertRaises(functions.Refused):  # log x - log x is not defined everywhere
            claimed("integral", ["-1", "1"], [x(), op("log", 0), op("subtract", 1, 1)], "0", "0")

    def test_integrals_of_kinks(self):
        self.assertTrue(claimed("integral", ["-1", "2"], [x(), const("1/3"), op("subtract", 0, 1), op("abs", 2)], "2.2777", "2.2778"))

    def test_sets_of_numbers_in_an_integrand(self):
        body = [x(), const("1"), const("2"), op("hull", 1, 2), op("multiply", 0, 3)]
        self.assertTrue(claimed("integral", ["0", "1"], body, "0.4999", "1.0001"))
        self.assertFalse(claimed("integral", ["0", "1"], body, "1.0001", "1.0002"))
        with self.assertRaises(functions.Refused):
            claimed("integral", ["0", "1"], body, "0.5001", "1.0001")
        with self.assertRaises(functions.Refused):
            claimed("integral", ["0", "1"], [x(), const("1"), op("hull", 0, 1)], "0", "1")

    def test_doubly_exponential_tails(self):
        body = [x(), op("exp", 0), op("subtract", 0, 1), op("exp", 2)]  # the integral of exp(x - e^x) is 1
        self.assertTrue(claimed("line_integral", [], body, "0.99999", "1.00001"))
        self.assertFalse(claimed("line_integral", [], body, "1.00001", "1.00002"))

    def test_suprema(self):
        self.assertTrue(claimed("supremum", ["0", "4"], [x(), op("sin", 0)], "0.9999999999", "1.0000000001"))
        self.assertFalse(claimed("supremum", ["0", "4"], [x(), op("sin", 0)], "1.00001", "1.00002"))
        self.assertFalse(claimed("supremum", ["0", "4"], [x(), op("sin", 0)], "0.9998", "0.9999"))
        self.assertTrue(claimed("supremum", ["-1", "1", "1/3"], [x(), x(1), op("subtract", 0, 1), op("abs", 2), op("negate", 3)], "-0.000001", "0.000001"))
        self.assertTrue(claimed("supremum", ["-1", "1"], [x(), op("exp", 0)], "2.71828", "2.71829"))
        with self.assertRaises(functions.Refused):  # not bounded: however great the claimed end
            claimed("supremum", ["-1", "1"], [x(), const("1"), op("divide", 1, 0)], "1", "1e2000")

    def test_a_bound_is_above_every_value(self):
        rng = random.Random(3)
        steps = check.program(LOGISTIC + [op("sin", 13), op("multiply", 14, 0)], 1, "a program")
        for _ in range(100):
            left = rng.randint(-4 * taylor.ONE, 4 * taylor.ONE)
            right = left + rng.randint(0, taylor.ONE >> rng.randint(0, 40))
            most = suprema.bound(steps, [], left, right)
            for _ in range(5):
                point = rng.randint(left, right)
                self.assertGreaterEqual(most, suprema.value(steps, [], (point, point))[0])

    def test_exponentials_of_matrices(self):
        turn = ["0", "1", "-1", "0"]
        for entry, lo, hi, true in ((0, "0.54030230586", "0.54030230587", True), (1, "0.84147098480", "0.84147098481", True),
                                    (2, "0.84147098480", "0.84147098481", False), (2, "-0.84147098481", "-0.84147098480", True)):
            self.assertEqual(claimed("matrix_exp", turn, None, lo, hi, entry=entry), true)
        self.assertTrue(claimed("matrix_phi1", ["2"], None, "3.1945280494", "3.1945280495", entry=0))  # (e^2 - 1)/2
        self.assertTrue(claimed("matrix_exp", ["-80"], None, "1.80485138e-35", "1.80485139e-35", entry=0))
        for op, more in (("matrix_exp", {"entry": 0}), ("exp", {})):
            self.assertTrue(claimed(op, ["-12000"], None, "2.925614912e-5212", "2.925614913e-5212", **more))
            self.assertFalse(claimed(op, ["-12000"], None, "2.925614913e-5212", "2.925614914e-5212", **more))
        with self.assertRaises(functions.Refused):
            claimed("matrix_exp", ["-12000", "0", "0", "1"], None, "2.925614912e-5212", "2.925614913e-5212", entry=0)

    def test_nodes_that_are_none(self):
        for fields in (("matrix_exp", ["1", "2"], None, {"entry": 0}), ("matrix_exp", ["1"], None, {"entry": 1}), ("matrix_exp", ["1"], None, {}),
                       ("supremum", ["0"], GAUSS, {}), ("line_integral", [], None, {}), ("exp", ["1"], None, {"entry": 0}), ("matrix_exp", [], None, {"entry": 0}),
                       ("line_integral", [], [x(1)], {}), ("line_integral", [], GAUSS + [op("line_integral")], {})):
            with self.assertRaises(check.Rejected):
                claimed(*fields[:3], "0", "1", **fields[3])

    def test_numbers_that_only_cost_time_are_refused(self):
        squares = [op("multiply", k, k) for k in range(60)]
        for fields in (("integral", ["2", "3"], [x()] + squares, {}), ("supremum", ["2", "3"], [x()] + squares, {}), ("line_integral", [], [const("3")] + squares, {}),
                       ("integral", ["2", "3"], [x(), op("power", 0, exponent=10 ** 9)], {}), ("matrix_exp", ["1e11"], None, {"entry": 0}),
                       ("exp", ["9" * 140_000 + "e100000"], None, {}), ("sin", ["9" * 140_000 + "e100000"], None, {})):
            with self.assertRaises(functions.Refused):
                claimed(*fields[:3], "0", "1", **fields[3])


def certificate(**changed):
    """0 <= 1, or something else."""
    fields = {"format": check.FORMAT, "claim": "a/B", "fingerprint": "", "kind": "exact", "statement": "", "instance": {}, "hypotheses": [],
              "nodes": [const("0"), const("1")], "conclusion": {"relation": "<=", "left": 0, "right": 1}, "verdict": "VERIFIED"}
    fields.update(changed)
    return fields


def said(fields):
    """What the checker says of a certificate whose hash is right."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "certificate.json")
        file.write_text(json.dumps(dict(fields, sha256=check.digest(fields))), "utf-8")
        return check.check(str(file))


class Certificates(unittest.TestCase):
    def test_a_true_one(self):
        line, code = said(certificate())
        self.assertTrue(line.startswith("L1 VERIFIED a/B: ") and code == 0)

    def test_names_are_names(self):
        for name, wrong in (("claim", ("a/B: 2 nodes\nL2 VERIFIED a/B", "a", "", "A/B", "a/B ", "\ud800/B")), ("part", ([], {}, 1, None, True, "a\nb", "\u00e4")),
                            ("tooth", ([], {}, 1, None, True, "", "a\rb"))):
            for value in wrong:
                line, code = said(certificate(**{name: value}))
                self.assertEqual((code, line.count("\n"), "no name" in line), (1, 0, True), line)

    def test_what_is_printed_is_one_line(self):
        line, code = said(certificate(hypotheses=[{"words": "x\nL2 VERIFIED a/B\r\x1b[2K", "left": 1, "right": 0}]))
        self.assertTrue(code == 1 and line.isprintable())

    def test_what_needs_more_bits_is_not_rejected(self):
        for digits in (60,):  # the sine of a number near pi, and claims much closer than it is near
            near = Fraction(int(functions.pi(8000)[0] * 10 ** digits), 10 ** digits)
            lo, hi = functions.sin_cos(near, 20_000)[0]
            down, up = [Fraction(v * 10 ** 3200 // 1 + k, 10 ** 3200) for v, k in ((lo, 0), (hi, 1))]
            self.assertTrue(claimed("sin", [str(near)], None, str(down), str(up)))
        with self.assertRaises(functions.Refused):
            value = functions.exp(Fraction(1, 3), 30_000)[0] * 10 ** 6100 // 1
            claimed("exp", ["1/3"], None, "%se-6100" % value, "%se-6100" % (value + 1))
        self.assertTrue(claimed("sin", ["1e-100000"], None, "9.9e-100001", "1e-100000"))
        fields = [const("0"), const("1"), op("hull", 0, 1, lo="0", hi="1"), op("erf", 2, lo="1/2", hi="1")]  # cut off below
        self.assertEqual(said(certificate(nodes=fields))[1], 1)
        body = [x(), op("add", 0, 0, exponent=[1])]
        self.assertEqual(said(certificate(nodes=[const("0"), const("1"), op("integral", 0, 1, lo="0", hi="2", body=body)]))[1], 1)

    def test_exponents_of_numbers_are_work(self):
        self.addCleanup(setattr, work, "MOST", work.MOST)
        work.MOST = 1_000_000
        line, code = said(certificate(nodes=[const("1e109999")] * 100))
        self.assertTrue(code == 2 and "units of work" in line)
        self.assertEqual(said(certificate(nodes=[const("0")] + [const("1")] * 100))[1], 0)
        line, code = said(certificate(nodes=[const("0"), op("power", 0, exponent=10 ** 1000, value="0")], conclusion={"relation": "<=", "left": 0, "right": 1}))
        self.assertTrue(code == 2 and "exponent" in line)

    def test_fields_that_the_format_does_not_have(self):
        self.assertEqual(said(certificate(hypotheses=[{"words": "1 <= 0", "lefft": 1, "rigth": 0}]))[1], 1)
        self.assertEqual(said(certificate(note="1"))[1], 1)
        self.assertEqual(said(certificate(conclusion={"relation": "<=", "left": 0, "right": 1, "tolerance": "1"}))[1], 1)

    def test_work_is_counted_and_not_timed(self):
        fields = certificate(nodes=[const("0"), const("1"), op("integral", 0, 1, lo="1", hi="2", body=[x(), op("exp", 0)]), op("sin", 1, lo="0", hi="1"),
                                    op("matrix_exp", 1, 1, 1, 1, lo="0", hi="10", entry=0)], conclusion={"relation": "<=", "left": 0, "right": 2})
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "certificate.json")
            file.write_text(json.dumps(dict(fields, sha256=check.digest(fields))), "utf-8")
            found = [check.examine(str(file)) for _ in range(2)]
        self.assertEqual([f["result"] for f in found], ["passed"] * 2)
        self.assertEqual(found[0]["run"]["work"], found[1]["run"]["work"])
        most = work.MOST
        try:
            work.MOST = found[0]["run"]["work"] - 1
            line, code = said(fields)
        finally:
            work.MOST = most
        self.assertTrue(code == 2 and "units of work" in line, line)
        self.assertEqual(said(fields)[1], 0)

    def test_long_numbers_do_not_stop_the_checker(self):
        long = "0." + "0" * 100_000 + "1e-100000"
        self.assertEqual(said(certificate(nodes=[const("0"), op("exp", 0, lo=long, hi=long)]))[1], 1)
        self.assertEqual(said(certificate(nodes=[const("9" * 140_000 + "e100000"), op("exp", 0, lo="0", hi="1")]))[1], 1)  # 1 < ..., which is not <= 0
        box = {"lower": ["0"], "upper": ["9" * 140_000 + "e100000"], "cuts": [{"by": "signs"}]}
        line, code = said(certificate(nodes=[], verdict="PROVED", proof={"variables": ["x"], "program": [x(), op("negate", 0)], "domain": [box]}))
        self.assertTrue(code == 1 and "not established on a cell" in line)

    def test_a_mistake_of_the_checker_is_no_verdict(self):
        whole, trace_rules.contains = trace_rules.contains, lambda node, operands: 1 // 0
        try:
            line, code = said(certificate())
        finally:
            trace_rules.contains = whole
        self.assertTrue(code == 2 and check.FAILED in line)

    def test_a_fit_is_one_within_the_tolerance_of_the_claim(self):
        fit = dict(claim="fisher-kl/R12", part="a", conclusion={"relation": "fit", "left": 0, "right": 1, "tolerance": "1000"})
        self.assertIn("a fit is of the kind fitted", said(certificate(**fit))[0])
        self.assertIn("the tolerance of this statement is 1/64", said(certificate(kind="fitted", verdict="SUPPORTED", **fit))[0])
        self.assertIn("fitted", said(certificate(kind="fitted", verdict="SUPPORTED"))[0])

    def test_evidence_is_no_proof_under_another_kind(self):
        for claim, parts in rebuild.STATISTICAL.items():
            for part in parts:
                self.assertEqual(said(certificate(claim=claim, part=part, kind="statistical", verdict="SUPPORTED"))[1], 0)
                line, code = said(certificate(claim=claim, part=part))
                self.assertTrue(code == 1 and "of the kind statistical" in line, line)

    def test_near_zero_is_near(self):
        sides = [rebuild.interval.Interval(Fraction(0), Fraction(1, 10 ** 13))] * 2
        node = check.Node(0, const("0"))
        self.assertFalse(rebuild.agree(node, node, sides))  # meets, but so would a side that is 10^-13
        self.assertTrue(rebuild.agree(node, node, [rebuild.interval.Interval(Fraction(0), Fraction(1, 10 ** 40))] * 2))


if __name__ == "__main__":
    unittest.main()
