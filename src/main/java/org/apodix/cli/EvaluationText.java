package org.apodix.cli;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Judgement;
import org.apodix.audit.Relation;
import org.apodix.audit.Verdict;
import org.apodix.cli.Evaluation.Answer;
import org.apodix.enclosure.Digits;

/** An evaluation for people. Every digit shown is a digit of the true value; dots say that there are more. */
final class EvaluationText {

    private static final int SIDE_DIGITS = 12;
    private static final int TIGHTNESS_DIGITS = 6;

    private EvaluationText() { }

    static List<String> lines(Evaluation evaluation, int digits) {
        var lines = new ArrayList<String>();
        lines.add(evaluation.entry().claim() + " (" + evaluation.entry().family() + ")");
        if (!evaluation.error().isEmpty()) {
            lines.add("  " + evaluation.error());
            return lines;
        }
        lines.add("");
        var quantities = new ArrayList<List<String>>();
        evaluation.quantities().forEach(v -> quantities.add(List.of("  " + v.name(), value(v.enclosed(), digits))));
        lines.addAll(Text.table(quantities));
        lines.add("");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("  claim", "verdict", "left", "", "right", "left/right"));
        evaluation.verdicts().forEach(answer -> rows.add(row(answer)));
        lines.addAll(Text.table(rows));
        return lines;
    }

    private static List<String> row(Answer answer) {
        var judgement = answer.judgement();
        var part = judgement.statement().part();
        var name = "  " + answer.claim() + (part.isEmpty() ? "" : "(" + part + ")");
        if (answer.sides() == null) {
            var why = judgement.verdict() == Verdict.VACUOUS ? "does not hold here: " : "";
            return List.of(name, judgement.verdict().name(), why + judgement.reason());
        }
        var notes = ratio(answer) + (judgement.informative() ? "" : " (says nothing)")
            + where(judgement) + (judgement.reason().isEmpty() ? "" : " (" + judgement.reason() + ")");
        return List.of(name, judgement.verdict().name(), side(answer.sides().left()), judgement.statement().relation().symbol(),
            side(answer.sides().right()), notes.strip());
    }

    /** Of a proof, the point to which the sides belong. */
    private static String where(Judgement judgement) {
        return judgement.verdict() == Verdict.PROVED ? " (for all points; the sides at " + judgement.proof().words() + ")" : "";
    }

    /** How far an inequality is from attained; an equality has nothing to show there. */
    private static String ratio(Answer answer) {
        if (answer.judgement().statement().relation() != Relation.AT_MOST) {
            return "";
        }
        if (answer.judgement().verdict() == Verdict.TOUCHING) {
            return "attained";
        }
        var tightness = answer.sides().tightness(TIGHTNESS_DIGITS);
        return tightness == null ? "" : shown(tightness, TIGHTNESS_DIGITS);
    }

    private static String value(Enclosed enclosed, int digits) {
        var decimal = shown(enclosed, digits);
        if (enclosed.exact() == null || enclosed.exact().toString().equals(decimal)) {
            return decimal;
        }
        var exact = enclosed.exact().toString();
        return exact.length() <= 40 ? decimal + "  = " + exact : decimal;
    }

    private static String side(Enclosed enclosed) {
        return shown(enclosed, SIDE_DIGITS);
    }

    /** The digits of an exact value, or those that all numbers of the enclosure have in common. */
    private static String shown(Enclosed enclosed, int digits) {
        return enclosed.exact() == null ? Digits.of(enclosed.interval(), digits) : Digits.of(enclosed.exact(), digits);
    }
}
