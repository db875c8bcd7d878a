package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code simplex_mixture}: unit Gaussians around the corners of a scaled simplex in dimension 10^k, one step of the sampler. */
final class SimplexFamily implements Family<SimplexMixture> {

    /** From this k on, and with the a and the middle of {@link #instance}, the lower bound of the cost is near the cost. */
    static final int LEAST_LARGE = 60_000;
    private static final int MOST_EXPONENT = 1_000_000;
    private static final Rational MARGIN = Rational.of(1, 50);

    @Override
    public String name() {
        return "simplex_mixture";
    }

    @Override
    public Class<SimplexMixture> type() {
        return SimplexMixture.class;
    }

    @Override
    public SimplexMixture read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int k = fields.integer("k", 1, MOST_EXPONENT);
        var a = fields.between("a", Rational.ONE, q.inverse());
        var middle = fields.between("middle", q, Rational.ONE);
        if (a.times(middle).compareTo(Rational.ONE) <= 0) {
            throw new BadInput("\"middle\" is " + Fields.shorten(middle.toString()) + "; \"a\" times \"middle\" must exceed 1");
        }
        fields.requireNoOthers();
        return new SimplexMixture(new SimplexMixture.Instance(q, k, a, middle));
    }

    @Override
    public ObjectNode write(SimplexMixture model) {
        var instance = model.instance();
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("q", instance.q().toString()).put("k", instance.exponent())
            .put("a", instance.a().toString()).put("middle", instance.middle().toString());
    }

    @Override
    public List<Quantity<SimplexMixture>> quantities(SimplexMixture model) {
        return List.of(Quantity.of("A2", "A^2", "", SimplexMixture::squaredDistance),
            Quantity.of("D_least", "\\underline D", "", SimplexMixture::leastExcess));
    }

    /** a = (1 - 1/50)/q and a e^-s = 1 + 1/50: both a little away from where the mass changes sides. */
    static SimplexMixture instance(Rational q, int exponent) {
        var a = Rational.ONE.minus(MARGIN).over(q);
        return new SimplexMixture(new SimplexMixture.Instance(q, exponent, a, Rational.ONE.plus(MARGIN).over(a)));
    }

    static SimplexMixture draw(Draw draw) {
        int n = draw.integer(2, 6);
        return instance(Rational.of(n - 1, n), draw.of(100_000, LEAST_LARGE, 200_000));
    }
}
