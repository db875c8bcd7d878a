"""Definite integrals of programs by Taylor expansion on panels, in fixed-point interval arithmetic on integers.

On a panel [c - r, c + r] a function f with n continuous derivatives (n even) satisfies
    integral = sum over even k < n of 2 f_k r^(k+1)/(k+1)  +  t 2 r^(n+1)/(n+1),
where f_k are the Taylor coefficients at c and t lies in any set that contains the n-th Taylor coefficient at every point of the panel. Both come from
arithmetic on truncated Taylor series, at c and on the whole panel; that this arithmetic succeeds on the panel shows that f is n times differentiable there.
"""
from fractions import Fraction

import functions as f
import tails
import taylor
from work import Refused

LEAST_ORDER, MOST_ORDER = 14, 40
MOST_PANELS = 2000
MOST_ROUNDS = 4
MOST_DOUBLED = 2  # times that the bits are


class Hard(Refused):
    """Too many panels, or too narrow ones: the bits behind the binary point may be too few, or the integrand is not smooth."""


def contains(node, program, operands):
    """Whether the claimed set of the node contains the integral for all ends and outer values in the claimed sets of its operands."""
    program = shared(program)
    width = node.hi - node.lo
    bits = (max(taylor.LEAST_BITS, 64 - f.size(width)) if width else taylor.LEAST_BITS) + taylor.spread(program)
    try:
        for doubled in range(MOST_DOUBLED + 1):
            taylor.compute_with(min(bits << doubled, taylor.MOST_BITS_BEHIND))
            try:
                return established(node, program, operands)
            except Hard:
                if doubled == MOST_DOUBLED or bits << doubled >= taylor.MOST_BITS_BEHIND:
                    raise
    finally:
        taylor.compute_with(taylor.LEAST_BITS)


def shared(program):
    """The program with equal steps read from the first of them, and 0 for the difference of a step and itself. A hull, which is any number between two, equals no other."""
    first, places, steps = {}, [], []
    for op, args, extra, value in program:
        args = [places[a] for a in args]
        steps.append(("const", [], None, Fraction(0)) if op == "subtract" and args[0] == args[1] else (op, args, extra, value))
        key = (op, tuple(args), extra, value) if op != "hull" else len(places)
        places.append(first.setdefault(key, len(places)))
    return steps


def established(node, program, operands):
    if node.op == "line_integral":
        return settled(node, lambda goal, order: line(program, operands, goal, order))
    outer = [taylor.fixed(*x) for x in operands[2:]]
    a, b = operands[0], operands[1]
    if a[0] > b[1]:
        mirrored = lambda goal, order: tuple(-end for end in reversed(panels(program, outer, b, a, goal, order)))
        return settled(node, mirrored)
    if a[1] > b[0]:
        raise Refused("an integral whose ends may be in either order")
    return settled(node, lambda goal, order: panels(program, outer, a, b, goal, order))


def settled(node, enclosed):
    """Whether the claimed set contains what is enclosed, with ever smaller goals until it is decided."""
    goal = (node.hi - node.lo) / 4
    relative = max(abs(node.lo), abs(node.hi)) / goal if goal else 0
    order = max(LEAST_ORDER, min(MOST_ORDER, int(relative).bit_length() * 2 // 5 * 2))
    for _ in range(MOST_ROUNDS):
        lo, hi = enclosed(goal, order)
        if node.lo <= lo and hi <= node.hi:
            return True
        if hi < node.lo or lo > node.hi:
            return False
        goal /= 32
    raise Refused("an integral that needs more panels")


def line(program, outer, goal, order):
    """Over the whole line: a window, and a bound of what lies beyond."""
    end, rest = tails.window(program, outer, goal / 4)
    lo, hi = panels(program, [taylor.fixed(*x) for x in outer], (-end, -end), (end, end), goal / 2, order)
    return lo - rest, hi + rest


def panels(program, outer, a, b, goal, order=24):
    middle = [taylor.fixed(*x) for x in (a, b)]
    start, end = (middle[0][0] + middle[0][1]) // 2, (middle[1][0] + middle[1][1]) // 2
    lo = hi = 0
    stack, count, length = [(start, end)], 0, max(end - start, 1)
    while stack:
        left, right = stack.pop()
        count += 1
        if count > MOST_PANELS:
            raise Hard("an integral that needs more than %d panels" % MOST_PANELS)
        share = int(goal * taylor.ONE) * (right - left) // length
        part, kept = crude(program, outer, left, right), 0
        if part is None or part[1] - part[0] > share:
            part, kept = panel(program, outer, left, right, order) or (None, 0)
        if part is None or part[1] - part[0] - kept > share:
            if right - left < 1 << 16:
                raise Hard("an integrand that is not shown to be smooth")
            center = (left + right) // 2
            stack += [(center, right), (left, center)]
            continue
        lo, hi = lo + part[0], hi + part[1]
    for exact, side, sign in ((middle[0], start, -1), (middle[1], end, 1)):
        gap = exact[0] - side, exact[1] - side
        if gap != (0, 0):
            try:
                values = taylor.run(program, [[(min(exact[0], side), max(exact[1], side))]] + [[x] for x in outer])[0]
            except taylor.NotHere:
                raise Refused("an integrand that is not shown to be defined at an end") from None
            edge = taylor.by(taylor.mul(gap, values), sign)
            lo, hi = lo + edge[0], hi + edge[1]
    return Fraction(lo, taylor.ONE), Fraction(hi, taylor.ONE)


def crude(program, outer, left, right):
    """The length of a panel times the range of the integrand there: far out, and at kinks, that is enough."""
    try:
        return taylor.mul((right - left, right - left), taylor.run(program, [[(left, right)]] + [[x] for x in outer])[0])
    except taylor.NotHere:
        return None


def panel(program, outer, left, right, n):
    """The integral over a panel by the Taylor polynomial with n terms, and how wide it would be on any panels as the values are sets; or None where the program is
    not shown to be smooth on it."""
    center, radius = (left + right) // 2, (right - left + 1) // 2 + 1
    whole = center - radius, center + radius
    # the panel is [left, right]; the expansion is about its exact middle (left + right)/2, an element of this set
    exact = center, center + 1
    try:
        over = taylor.run(program, taylor.series(whole, outer, n + 1))
        at = taylor.run(program, taylor.series(exact, outer, n))
    except taylor.NotHere:
        return None
    lo = hi = 0
    power = 1  # of right - left, exact: rounded ones times the great coefficients near a pole would be wide on any panel
    for k in range(n + 1):
        power *= right - left  # twice the radius: r^(k+1) 2 / 2^(k+1)
        if k % 2 == 0:
            term = taylor.by(at[k] if k < n else over[k], power, (k + 1) << k + taylor.W * (k + 1))
            lo, hi = lo + term[0], hi + term[1]
    return (lo, hi), (at[0][1] - at[0][0]) * (right - left) >> taylor.W
