package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.diffusion.HermiteTilt;
import org.apodix.diffusion.LineLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.Rational;

/** The fields of data laws on the line. */
final class LineData {

    private static final int MOST_COMPONENTS = 16;
    private static final Rational MOST_CENTER = Rational.of(100);
    private static final Rational LEAST_VARIANCE = Rational.of(10).pow(-6);
    private static final Rational MOST_VARIANCE = Rational.of(10_000);

    private LineData() { }

    /** {@code centers}, {@code weights} and, for a mixture with a density, {@code v}. */
    static Mixture mixture(Fields fields, boolean atoms) {
        var centers = fields.rationals("centers");
        var weights = fields.rationals("weights");
        if (centers.size() > MOST_COMPONENTS) {
            throw new BadInput("\"centers\" has " + centers.size() + " entries; at most " + MOST_COMPONENTS + " are supported");
        }
        if (weights.size() != centers.size()) {
            throw new BadInput("\"weights\" has " + weights.size() + " entries but \"centers\" has " + centers.size() + "; give one each");
        }
        for (var c : centers) {
            if (c.abs().compareTo(MOST_CENTER) > 0) {
                throw new BadInput("\"centers\" contains " + Fields.shorten(c.toString()) + "; centers lie between -" + MOST_CENTER + " and "
                    + MOST_CENTER);
            }
        }
        var sum = Rational.ZERO;
        for (var w : weights) {
            if (w.signum() <= 0) {
                throw new BadInput("\"weights\" contains " + Fields.shorten(w.toString()) + "; weights must be positive");
            }
            sum = sum.plus(w);
        }
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("\"weights\" have the sum " + Fields.shorten(sum.toString()) + "; it must be 1");
        }
        return new Mixture(centers, weights, atoms ? Rational.ZERO : fields.rational("v", LEAST_VARIANCE, MOST_VARIANCE));
    }

    /** The tilt parameter {@code a}. */
    static HermiteTilt tilt(Fields fields, int order) {
        var alpha = fields.rational("a");
        boolean positive = order == 2 ? alpha.compareTo(Rational.ONE) <= 0 : alpha.compareTo(Rational.of(1, 6)) < 0;
        if (alpha.signum() <= 0 || !positive) {
            throw new BadInput("\"a\" is " + Fields.shorten(alpha.toString()) + "; it must lie in " + (order == 2 ? "(0, 1]" : "(0, 1/6)")
                + ", where the density is positive");
        }
        return new HermiteTilt(order, alpha);
    }

    /** The half width {@code L}. */
    static UniformLaw uniform(Fields fields) {
        return new UniformLaw(fields.rational("L", Rational.of(1, 1000), Rational.of(1000)));
    }

    /** Writes the fields of the law. */
    static void write(ObjectNode json, LineLaw law) {
        if (law instanceof Mixture mixture) {
            write(json, "centers", mixture.centers());
            write(json, "weights", mixture.weights());
            if (!mixture.componentVariance().isZero()) {
                json.put("v", mixture.componentVariance().toString());
            }
        } else if (law instanceof HermiteTilt tilt) {
            json.put("a", tilt.alpha().toString());
        } else if (law instanceof UniformLaw uniform) {
            json.put("L", uniform.radius().toString());
        }
    }

    private static void write(ObjectNode json, String name, List<Rational> values) {
        var list = json.putArray(name);
        values.forEach(x -> list.add(x.toString()));
    }
}
