"""Level 2: both sides computed anew from the instance, by the checker's own formula of the claim (templates/). A certificate of another formula meets it nowhere."""
import importlib
from fractions import Fraction

import interval

CLOSE = Fraction(1, 10 ** 12)


class Differs(Exception):
    """The certificate is not about the statement that it names."""


class Instance:
    """The exact numbers of an instance by field name."""

    def __init__(self, fields, read):
        self.fields, self.read, self.family = fields, read, fields.get("family")

    def has(self, name):
        return name in self.fields

    def number(self, name):
        value = self.fields[name]
        return Fraction(value) if type(value) is int else self.read(value, "the field " + name)

    def numbers(self, name):
        return [self.read(x, "the field " + name) for x in self.fields[name]]

    def matrix(self, name):
        return [[self.read(x, "the field " + name) for x in row] for row in self.fields[name]]


def template(certificate):
    """(relation, function of the instance), or None where there is none."""
    theorem, _, claim = certificate["claim"].partition("/")
    if not theorem.replace("-", "").isalpha():
        return None
    try:
        known = importlib.import_module("templates." + theorem.replace("-", "_")).TEMPLATES
    except ModuleNotFoundError:
        return None
    part = "tooth " + certificate["tooth"] if "tooth" in certificate else certificate.get("part", "")
    return known.get(claim, {}).get(part)


def rebuild(certificate, left, right, read):
    """Whether the certificate's sides were computed anew; False where no template speaks of it."""
    known = template(certificate)
    if known is None:
        return False
    relation, formula = known[0], known[1]
    if relation != certificate["conclusion"]["relation"]:
        raise Differs("the relation of this statement is %s" % relation)
    try:
        sides = formula(Instance(certificate["instance"], read))
    except (KeyError, TypeError, ValueError, IndexError, StopIteration, ZeroDivisionError) as e:
        raise Differs("the instance is none of this statement: %r" % e) from None
    if sides is None:
        return False
    for name, claimed, value in (("left", left, sides[0]), ("right", right, sides[1])):
        found = interval.of(value)
        if found.hi < claimed.lo or claimed.hi < found.lo:
            raise Differs("the %s side is not that of this statement on this instance" % name)
        if found.hi - found.lo > CLOSE * max(abs(found.hi), abs(found.lo)) and found.hi - found.lo > CLOSE:
            return False
    return True
