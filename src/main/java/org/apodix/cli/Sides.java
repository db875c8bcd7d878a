package org.apodix.cli;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Relation;
import org.apodix.audit.Statement;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;

/** Both sides of a statement on a model, enclosed to a number of digits; the right side of a fit is its stated range. */
record Sides(Enclosed left, Enclosed right) {

    static <M> Sides of(Statement<M> statement, M model, List<Rational> point, int digits, Ladder ladder) {
        return of(enclose(expressions(statement, model, point), digits, ladder));
    }

    /** The statement of this claim that was judged. */
    static <M> Statement<M> statement(Claim<M> claim, Judgement judgement) {
        return claim.statements().stream().filter(s -> s == judgement.statement()).findFirst().orElseThrow();
    }

    /** What has to be enclosed: the left side, then the right one, or both ends of its range; of a statement about a domain, at a point of it. */
    static <M> List<Expr> expressions(Statement<M> statement, M model, List<Rational> point) {
        var sides = statement.sides(model, point);
        if (statement.relation() != Relation.FIT) {
            return sides;
        }
        var left = sides.get(0);
        var right = sides.get(1);
        var tolerance = Expr.of(statement.tolerance());
        return List.of(left, right.minus(tolerance), right.plus(tolerance));
    }

    /** The sides made of the enclosed {@link #expressions}. */
    static Sides of(List<Enclosed> enclosed) {
        if (enclosed.size() == 2) {
            return new Sides(enclosed.get(0), enclosed.get(1));
        }
        var range = DyadicInterval.of(enclosed.get(1).interval().lower(), enclosed.get(2).interval().upper());
        return new Sides(enclosed.get(0), new Enclosed(range, null, true));
    }

    /** Encloses together, or each on its own where one of them is undefined; that one is then unbounded. */
    static List<Enclosed> enclose(List<Expr> expressions, int digits, Ladder ladder) {
        try {
            return Enclosed.of(expressions, digits, ladder);
        } catch (UndefinedException e) {
            return expressions.size() == 1 ? List.of(new Enclosed(DyadicInterval.ENTIRE, null, false))
                : expressions.stream().map(x -> enclose(List.of(x), digits, ladder).get(0)).toList();
        }
    }

    /** left/right, or null where the right side contains 0 or a side is unbounded. */
    Enclosed tightness(int digits) {
        if (left.exact() != null && right.exact() != null && !right.exact().isZero()) {
            var ratio = left.exact().over(right.exact());
            return new Enclosed(DyadicInterval.of(ratio, bits(digits)), null, true);
        }
        var x = left.interval();
        var y = right.interval();
        if (y.containsZero() || !x.isBounded() || !y.isBounded()) {
            return null;
        }
        return new Enclosed(new DyadicArithmetic(bits(digits)).divide(x, y), null, left.reached() && right.reached());
    }

    private static int bits(int digits) {
        return 4 * digits + 64;
    }
}
