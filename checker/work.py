"""What the check of one certificate may cost: work is counted and never timed, so that every machine gives the same answer.

A unit is about a microsecond. What functions keep is forgotten with the certificate: else the count would depend on the one before.
"""
from functools import lru_cache

MOST = 400_000_000
used = 0
kept = []


class Refused(Exception):
    """Something this checker does not compute; never a proof that a certificate is wrong."""


def begin():
    """Another certificate."""
    global used
    used = 0
    for function in kept:
        function.cache_clear()


def cached(size):
    """A function that keeps so many of its results."""
    def keep(function):
        kept.append(lru_cache(maxsize=size)(function))
        return kept[-1]
    return keep


def add(units):
    global used
    used += units
    if used > MOST:
        raise Refused("more than %d units of work" % MOST)
