"""The supremum of a program of one variable over a closed interval, by halving the part with the greatest bound; in the arithmetic of integrals.

Upper bounds: the range of the values on a part, and where the program is shown to be smooth there, f(c) + f'(c) t + f''/2 t^2 with t in [-r, r], or the value at an end where f'
has one sign. Lower bounds: values at points. Where the ends of the interval are sets, parts cover the largest and points lie in the smallest interval.
"""
import heapq

import taylor
from taylor import NotHere, fixed
from work import Refused

MOST_PARTS = 6000
SHORTEST = 1 << 16


def value(program, outer, x):
    """The values at the points of a set, or None."""
    try:
        return taylor.run(program, [[x]] + [[o] for o in outer])[0]
    except NotHere:
        return None


def bound(program, outer, left, right):
    """At least every value on [left, right], or None where the program is not shown to be defined there."""
    whole = value(program, outer, (left, right))
    if whole is None:
        return None
    try:
        over = taylor.run(program, taylor.series((left, right), outer, 3))
        slope = over[1]
        if slope[0] >= 0 or slope[1] <= 0:
            end = value(program, outer, (right, right) if slope[0] >= 0 else (left, left))
            return min(whole[1], end[1]) if end else whole[1]
        center = (left + right) // 2
        at = taylor.run(program, taylor.series((center, center), outer, 2))
    except NotHere:
        return whole[1]
    r = max(right - center, center - left)
    bends = taylor.mul(over[2], taylor.mul((0, r), (0, r)))
    return min(whole[1], at[0][1] + taylor.mul((0, max(abs(at[1][0]), abs(at[1][1]))), (r, r))[1] + max(bends[1], 0))


def contains(node, program, operands):
    """Whether the claimed set contains the supremum for all ends and outer values in the claimed sets of its operands."""
    try:
        taylor.compute_with(min(taylor.LEAST_BITS + taylor.spread(program), taylor.MOST_BITS_BEHIND))
        return settled(node, program, operands)
    finally:
        taylor.compute_with(taylor.LEAST_BITS)


def settled(node, program, operands):
    outer = [fixed(*x) for x in operands[2:]]
    start, end = fixed(*operands[0]), fixed(*operands[1])
    if start[1] > end[0]:
        raise Refused("a supremum over an interval that may be empty")
    lo, hi = -(-node.lo.numerator * taylor.ONE // node.lo.denominator), node.hi.numerator * taylor.ONE // node.hi.denominator  # inward: the claimed ends in units
    reached, number = None, 0
    parts = []

    def visit(left, right):
        nonlocal reached, number
        number += 1
        most = bound(program, outer, left, right)
        heapq.heappush(parts, (most is not None, -(most or 0), number, left, right))  # where nothing is known, first
        for point in {left, (left + right) // 2, right}:
            if start[1] <= point <= end[0]:
                there = value(program, outer, (point, point))
                if there is not None and (reached is None or there[0] > reached):
                    reached = there[0]

    visit(start[0], end[1])
    while number < MOST_PARTS:
        defined, most, _, left, right = heapq.heappop(parts)
        if defined and reached is not None:
            if lo <= reached and -most <= hi:
                return True
            if reached > hi + 1 or -most < lo - 1:
                return False
        if right - left < SHORTEST:
            break
        center = (left + right) // 2
        visit(left, center)
        visit(center, right)
    raise Refused("a supremum that needs more than %d parts" % MOST_PARTS)
