"""What the check of one certificate may cost: work is counted and never timed, so that every machine gives the same answer.

A unit is about a microsecond. What is kept from one certificate for the next (lru_cache) is counted as if it were computed again.
"""

MOST = 400_000_000
used = 0


class Refused(Exception):
    """Something this checker does not compute; never a proof that a certificate is wrong."""


def begin():
    """Another certificate."""
    global used
    used = 0


def add(units):
    global used
    used += units
    if used > MOST:
        raise Refused("more than %d units of work" % MOST)
