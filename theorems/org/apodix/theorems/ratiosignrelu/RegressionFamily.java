package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code regression}: a finite law of (x, y), a finite class of functions of x, a sample size. */
final class RegressionFamily implements Family<Regression> {

    private static final int MOST_CELLS = 6;
    private static final int MOST_SAMPLES = 500;
    private static final long MOST_COUNTS = 200_000;

    @Override
    public String name() {
        return "regression";
    }

    @Override
    public Class<Regression> type() {
        return Regression.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("p", "H", "m"));
    }

    @Override
    public Regression read(Fields fields) {
        var cells = fields.rows("p", MOST_CELLS);
        var sum = Rational.ZERO;
        for (var cell : cells) {
            if (cell.size() != 3 || cell.get(2).signum() <= 0) {
                throw new BadInput("\"p\" contains " + Fields.shorten(cell.toString()) + "; every entry is [x, y, probability] with a positive probability");
            }
            sum = sum.plus(cell.get(2));
        }
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("the probabilities in \"p\" add up to " + Fields.shorten(sum.toString()) + "; their sum must be 1");
        }
        long inputs = cells.stream().map(cell -> cell.get(0)).distinct().count();
        var hypotheses = fields.rows("H", 1000);
        for (var hypothesis : hypotheses) {
            if (hypothesis.size() != inputs) {
                throw new BadInput("\"H\" contains a row of " + hypothesis.size() + " entries; give one value per distinct x, " + inputs);
            }
        }
        int samples = fields.integer("m", 1, MOST_SAMPLES);
        var counts = BigInteger.ONE;
        for (int c = 1; c < cells.size(); c++) {
            counts = counts.multiply(BigInteger.valueOf(samples + c)).divide(BigInteger.valueOf(c));
        }
        if (counts.compareTo(BigInteger.valueOf(MOST_COUNTS)) > 0) {
            throw new BadInput("\"m\" is " + samples + " with " + cells.size() + " cells, " + counts + " possible counts; at most " + MOST_COUNTS
                + " are summed: take a smaller m");
        }
        return new Regression(cells, hypotheses, samples);
    }

    @Override
    public ObjectNode write(Regression model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        rows(json, "p", model.cells());
        rows(json, "H", model.hypotheses());
        return json.put("m", model.samples());
    }

    private static void rows(ObjectNode json, String name, List<List<Rational>> rows) {
        var list = json.putArray(name);
        for (var row : rows) {
            var entries = list.addArray();
            row.forEach(value -> entries.add(value.toString()));
        }
    }

    @Override
    public List<Quantity<Regression>> quantities(Regression model) {
        return RegressionClaims.printed();
    }
}
