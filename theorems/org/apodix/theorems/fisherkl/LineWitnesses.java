package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.audit.Edge;
import org.apodix.diffusion.HermiteTilt;
import org.apodix.diffusion.LineLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.QuarticLaw;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.Rational;

/** The instances on data on the line that are not Gaussian which the mathematics page names. */
final class LineWitnesses {

    private LineWitnesses() { }

    /** The data of table C on a short grid. */
    static LawRun mixture(int steps, LineScore.Kind score) {
        return run(new Mixture(List.of(Rational.of(-2), Rational.of(3, 2)), List.of(Rational.of(3, 10), Rational.of(7, 10)), Rational.of(1, 4)),
            "4/5", steps, score);
    }

    /** Table D: the singular tilt f = x^2. */
    static LawRun quadratic(String alpha, String q, int steps) {
        return run(new HermiteTilt(2, Rational.parse(alpha)), q, steps, LineScore.Kind.EXACT);
    }

    static LawRun hermite(int steps) {
        return run(new HermiteTilt(4, Rational.of(1, 8)), "9/10", steps, LineScore.Kind.EXACT);
    }

    static LawRun uniform(String q, int steps) {
        return run(new UniformLaw(Rational.ONE), q, steps, LineScore.Kind.EXACT);
    }

    /** Data on [-1, 1] with finite Fisher information. */
    static LawRun quartic(String q, int steps) {
        return run(new QuarticLaw(), q, steps, LineScore.Kind.EXACT);
    }

    /** Several centers in the same place: a Gaussian by another route. */
    static LawRun oneCenter() {
        return run(new Mixture(List.of(Rational.ONE, Rational.ONE), List.of(Rational.of(1, 3), Rational.of(2, 3)), Rational.of(1, 5)), "9/10", 2,
            LineScore.Kind.EXACT);
    }

    private static LawRun run(LineLaw law, String q, int steps, LineScore.Kind score) {
        return new LawRun(new LawRun.Instance(law, Rational.parse(q), steps, score));
    }

    /** The edges on such data. */
    static List<Edge<LawRun>> edges() {
        return List.of(
            new Edge<>("mixture of table C, two steps", mixture(2, LineScore.Kind.EXACT)),
            new Edge<>("the same with the moment-matched score", mixture(2, LineScore.Kind.MOMENTS)),
            new Edge<>("the singular tilt x^2 of table D", quadratic("1", "9/10", 25)),
            new Edge<>("the tilt 1 + He_4/8 of table J, three steps", hermite(3)),
            new Edge<>("a ReLU network as score", LineFamily.clip(Rational.TWO, Rational.of(4, 5), 2)),
            new Edge<>("a mixture with one center", oneCenter()));
    }
}
