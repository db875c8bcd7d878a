package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Edge;
import org.apodix.enclosure.Rational;

/** The training runs that the mathematics page names. */
final class Witnesses {

    private static final List<Rational> HALVES = Simple.list("1/2", "1/2");

    private Witnesses() { }

    /** I1: two features on the line, one Gaussian. */
    static TrainingRun i1() {
        return run(rows("1", "2"), "0 1/2", "-1 1/3", "1", "1/2", rows("1/4"), rows("-1/2", "1/4", "3/2"), "5");
    }

    /** I2: three features in the plane, two modes. */
    static TrainingRun i2() {
        return run(rows("1 -1/2", "2/3 1", "0 1"), "1/2 -1 0", "1/3 1 -2/3", "2", "1/4", rows("1 0", "-1 0"),
            rows("1 1/4", "-3/4 0", "5/4 -1/2", "-1 1/8"), "20");
    }

    /** I3: four features in three dimensions. */
    static TrainingRun i3() {
        return run(rows("1 0 0", "1/2 1/2 0", "0 1 -1", "1 1 1"), "0 0 1 -1/2", "-3/2 -1 2 1/2", "1/2", "1", rows("0 0 0"),
            rows("1 0 -1", "0 1/2 1/2"), "10");
    }

    /** I4: one feature on the line. */
    static TrainingRun i4() {
        return run(rows("3/2"), "0", "-1", "4", "2", rows("1"), rows("0", "1", "2", "5/2", "-1"), "3/2");
    }

    /** One feature, sample := population, tau = 1: witness of the tooth G9a. */
    static TrainingRun g9a(String tau) {
        return run(rows("1"), "0", "-1", "1", "1/2", rows("1/4"), List.of(), tau);
    }

    /** One feature with |w|^2 T/2 = 1.2564..., where |B(x)| comes close to c_beta sqrt(T). */
    static TrainingRun steep() {
        return run(rows("1"), "0", "-1", "2.5128624", "1/2", rows("1/4"), List.of(), "1");
    }

    /** One feature that hardly changes, so that tr G(x) comes close to T. */
    static TrainingRun slow() {
        return run(rows("1/8"), "1/8", "0", "1/4", "1", rows("0"), List.of(), "1");
    }

    /** One feature on the line, two modes. */
    static TrainingRun twoModes() {
        return run(rows("1"), "1/2", "-1", "1", "1", rows("3/2", "-1/2"), rows("1", "-1"), "5");
    }

    /** Three modes of different weights: C is not known. */
    static TrainingRun mixture() {
        return new TrainingRun(new TrainingRun.Instance(rows("1 -1/2", "2/3 1"), row("1/2 0"), row("1/3 -1"), Rational.of(2), Rational.of(1, 4),
            Simple.list("1/2", "1/3", "1/6"), rows("1 0", "-1 0", "0 2"), rows("1 1/4", "-3/4 0", "5/4 -1/2", "1/8 7/4"), Rational.of(20)));
    }

    /**
     * A thousand samples of N(0, 1/2), eight points 125 times each. The bounds of G9(c) at confidence 19/20 exceed the excess of the zero network for every run
     * of fewer than 30 samples; here they do not.
     */
    static TrainingRun thousand() {
        var points = new ArrayList<List<Rational>>();
        for (int k = 0; k < 125; k++) {
            points.addAll(rows("-21/20", "-5/8", "-3/8", "-1/8", "1/8", "3/8", "5/8", "21/20"));
        }
        return run(rows("1/4"), "0", "13/20", "1", "1/2", rows("0"), points, "2");
    }

    /** Six features in six dimensions, five sample points. */
    static TrainingRun six() {
        return run(rows("1 1/2 0 0 0 0", "0 1 1/2 0 0 0", "0 0 1 1/2 0 0", "0 0 0 1 1/2 0", "0 0 0 0 1 1/2", "1/2 0 0 0 0 1"), "0 1/4 -1/2 1 0 -1/8",
            "1 -1 1/2 3/2 -2 1/3", "1", "1/2", rows("1/4 0 -1/4 0 1/2 0"),
            rows("1 0 -1 1/2 0 0", "0 1/2 1/2 0 -1 1", "-1 -1/2 0 1 1 0", "1/4 1 -1 -1 1/2 -1/2", "0 0 1/8 -1/4 3/4 1"), "10");
    }

    /** A feature close to -sin(x), by a short diffusion of N(0, 1): least loss and sample error are small against C. */
    static TrainingRun close() {
        return run(rows("1"), "0", "11/7", "1/4", "1", rows("0"), rows("-3/2", "-7/8", "-1/2", "-1/6", "1/6", "1/2", "7/8", "3/2"), "50");
    }

    /** One sample point with cos(2x) close to E cos(2X): Delta_G is small and Delta_B is not. */
    static TrainingRun sameGram() {
        return run(rows("1"), "0", "0", "1", "1", rows("0"), rows("0.7176"), "1");
    }

    static List<Edge<TrainingRun>> training() {
        return List.of(new Edge<>("I1", i1()), new Edge<>("I2", i2()), new Edge<>("I3", i3()), new Edge<>("I4", i4()), new Edge<>("three modes", mixture()),
            new Edge<>("sample := population, tau close to 1/(2 G)", g9a("0.98887469")),
            new Edge<>("all weights 0: everything is 0", run(rows("0"), "1/2", "1/3", "1", "1", rows("1"), rows("1", "2"), "5")),
            new Edge<>("symmetric: R = 0 and the sample is not", run(rows("1"), "0", "0", "1", "1", rows("0"), rows("1", "2"), "5")),
            new Edge<>("a phase that vanishes at the mean", run(rows("1/2"), "0", "-1/4", "1/2", "1/2", rows("1/2"), rows("1", "-1"), "2")),
            new Edge<>("one sample point", run(rows("1", "3/2"), "0 1", "1/2 -1", "1/2", "1/10", rows("-1"), rows("2"), "1/10")),
            new Edge<>("duplicated features", run(rows("1", "1"), "0 0", "1/2 1/2", "1", "1", rows("1"), rows("0"), "7")),
            new Edge<>("points far away", run(rows("1", "1/2"), "0 1/8", "1 -1", "2", "1", rows("0"), rows("1000", "1000", "-1000"), "1000")));
    }

    static TrainingRun run(List<List<Rational>> w, String u, String b, String horizon, String variance, List<List<Rational>> centers,
            List<List<Rational>> sample, String tau) {
        return new TrainingRun(new TrainingRun.Instance(w, row(u), row(b), Simple.parse(horizon), Simple.parse(variance),
            centers.size() == 1 ? List.of(Rational.ONE) : HALVES, centers, sample, Simple.parse(tau)));
    }

    /** One list per text, its entries separated by spaces. */
    static List<List<Rational>> rows(String... texts) {
        var rows = new ArrayList<List<Rational>>();
        for (var text : texts) {
            rows.add(row(text));
        }
        return List.copyOf(rows);
    }

    private static List<Rational> row(String text) {
        return Simple.list(text.split(" "));
    }
}
