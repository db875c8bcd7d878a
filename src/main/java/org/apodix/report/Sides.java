package org.apodix.report;

import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Relation;
import org.apodix.audit.Statement;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * Both sides of a statement on an instance, enclosed with dyadic intervals, as text.
 *
 * @param margin    right side minus left side: positive where an inequality holds, negative where it is refuted
 * @param tightness left/right of an inequality, or empty
 * @param exactLeft the left side as a fraction where it is rational and short and its digits do not end, or empty; likewise
 *                  {@code exactRight}
 */
public record Sides(String left, String exactLeft, String right, String exactRight, String margin, String tightness) {

    /** Digits asked for: those that are shown and two more, which their common digits may need. */
    private static final int DIGITS = Ends.SHOWN + 2;
    private static final int MARGIN_DIGITS = 6;
    /** Digits, absolute ones, of a margin whose few digits leave its sign open. */
    private static final int SIGN_DIGITS = 20;
    private static final int SHORT = 60;
    /** Operations spent on more digits of a pair of sides; fewer digits are as true. */
    private static final long WORK = 20_000_000L;
    private static final Sides NONE = new Sides("not decided", "", "not decided", "", "unknown", "");

    /** Encloses both sides anew. Where one is not proved to be defined, nothing but that is shown. */
    static <M> Sides of(Statement<M> statement, M model, Judgement judgement, Ladder ladder) {
        if (!judgement.hasSides()) {
            return NONE;
        }
        try {
            var sides = statement.sides(model, judgement.point());
            var left = sides.get(0);
            var right = sides.get(1);
            var few = new Ladder(ladder.rungs(), WORK, null);
            var values = Enclosed.shown(List.of(left, right, right.minus(left)), List.of(DIGITS, DIGITS, MARGIN_DIGITS + 2), few);
            var margin = values.get(2).interval().containsZero() && values.get(2).exact() == null
                ? Enclosed.of(List.of(right.minus(left)), SIGN_DIGITS, few).get(0) : values.get(2);
            var isFit = statement.relation() == Relation.FIT;
            return new Sides(
                digits(values.get(0), Ends.SHOWN), fraction(values.get(0).exact()),
                digits(values.get(1), Ends.SHOWN) + (isFit ? " \u00b1 " + statement.tolerance() : ""), fraction(values.get(1).exact()),
                digits(margin, MARGIN_DIGITS), statement.relation() == Relation.AT_MOST ? ratio(values.get(0), values.get(1)) : "");
        } catch (UndefinedException e) {
            return new Sides("not defined within the precision budget", "", "not defined within the precision budget", "",
                "unknown", "");
        }
    }

    private static String digits(Enclosed value, int digits) {
        return value.exact() != null ? Digits.of(value.exact(), digits) : Digits.of(value.interval(), digits);
    }

    private static String ratio(Enclosed left, Enclosed right) {
        return left.exact() != null && right.exact() != null && !right.exact().isZero()
            ? Digits.of(left.exact().over(right.exact()), Digits.RATIO) : Digits.ratio(left.interval(), right.interval());
    }

    private static String fraction(Rational value) {
        boolean isNews = value != null && value.toString().length() <= SHORT && Digits.of(value, Ends.SHOWN).contains("...");
        return isNews ? value.toString() : "";
    }
}
