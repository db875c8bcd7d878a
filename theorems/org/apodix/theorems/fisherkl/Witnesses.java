package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.audit.Edge;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/** The instances of the sampler that the mathematics page names: reference tables, edges, witnesses of the teeth. */
final class Witnesses {

    private Witnesses() { }

    /** Table A: N(1, 1/5), q = 9/10, N = 30. */
    static GaussianRun tableA() {
        return onLine("1", "1/5", "9/10", 30);
    }

    /** Table B: three correlated coordinates with a score error. */
    static GaussianRun tableB() {
        var covariance = matrix("2", "1/2", "0", "1/2", "1", "1/4", "0", "1/4", "1/2");
        var error = matrix("1/10", "0", "0", "1/20", "-1/10", "0", "0", "0", "1/20");
        return new GaussianRun(new GaussianRun.Instance(parse("4/5"), 12, GaussianData.dense(list("1", "-1/2", "0"), covariance),
            error, list("1/10", "0", "-1/20"), null));
    }

    /** N(1, 1), q = 99/100, N = 100: witness of T3, T4. */
    static GaussianRun shift(int steps) {
        return onLine("1", "1", "99/100", steps);
    }

    /** N(0, 1/40), q = 19/20, N = 80: witness of T6, T7. */
    static GaussianRun narrow() {
        return onLine("0", "1/40", "19/20", 80);
    }

    /** N(0, 1/20), q = 199/200, N = 600: witness of T8. */
    static GaussianRun fineGrid() {
        return onLine("0", "1/20", "199/200", 600);
    }

    /** N(0, 10^-6), q = 9/10, N = 30: witness of T9. */
    static GaussianRun nearlyPoint() {
        return onLine("0", "1e-6", "9/10", 30);
    }

    /** The standard Gaussian with the constant score error b = 1, q = 9/10: witness of T12. */
    static GaussianRun constantError(int steps) {
        return new GaussianRun(new GaussianRun.Instance(parse("9/10"), steps, GaussianData.shifted(list("0")), null, list("1"), null));
    }

    /** Table A data with the zero network, e = -r: witness of T13. */
    static GaussianRun zeroScore() {
        return new GaussianRun(GaussianRun.Instance.aligned(parse("9/10"), 30, GaussianData.onLine(Rational.ONE, parse("1/5")),
            Rational.of(-1)));
    }

    /** N(1, 1) with the zero network. */
    static GaussianRun zeroScoreShift() {
        return new GaussianRun(GaussianRun.Instance.aligned(parse("9/10"), 5, GaussianData.shifted(list("1")), Rational.of(-1)));
    }

    /** Table A data with the score error r/2. */
    static GaussianRun halfError() {
        return new GaussianRun(GaussianRun.Instance.aligned(parse("9/10"), 30, GaussianData.onLine(Rational.ONE, parse("1/5")),
            Rational.of(1, 2)));
    }

    /** The standard Gaussian of dimension d. */
    static GaussianRun standard(int dimension, String q, int steps) {
        return new GaussianRun(GaussianRun.Instance.exact(parse(q), steps,
            GaussianData.shifted(java.util.Collections.nCopies(dimension, Rational.ZERO))));
    }

    /** Table A data with the score inflated by lambda* = (1 + e^h)/2, the error (1/q - 1)/2 r: the best multiple for EI. */
    static GaussianRun inflated() {
        return new GaussianRun(GaussianRun.Instance.aligned(parse("9/10"), 30, GaussianData.onLine(Rational.ONE, parse("1/5")),
            Rational.of(1, 18)));
    }

    /** The edges without score errors, and three multiples of the score. */
    static List<Edge<OuRun>> inflatedEdges() {
        var edges = new java.util.ArrayList<>(edges(false));
        edges.add(new Edge<>("the best multiple of the score, short of one thousandth", new GaussianRun(GaussianRun.Instance.aligned(
            parse("9/10"), 30, GaussianData.onLine(Rational.ONE, parse("1/5")), Rational.of(1, 18).minus(Rational.of(1, 1000))))));
        edges.add(new Edge<>("half more than the score", halfError()));
        edges.add(new Edge<>("zero network", zeroScore()));
        return List.copyOf(edges);
    }

    /** The edges of the sampler claims; those with a score error only where {@code errors} is set. */
    static List<Edge<OuRun>> edges(boolean errors) {
        var edges = new java.util.ArrayList<Edge<OuRun>>(List.<Edge<OuRun>>of(
            new Edge<>("table A", tableA()),
            new Edge<>("Gaussian shift, where R6 = R7", new GaussianRun(GaussianRun.Instance.exact(parse("4/5"), 6,
                GaussianData.shifted(list("-1", "1/2", "2/3"))))),
            new Edge<>("standard Gaussian: everything is 0", standard(2, "4/5", 3)),
            new Edge<>("nearly a point mass", nearlyPoint()),
            new Edge<>("variance 2 z* h, where truth/(h I) is largest", narrow()),
            new Edge<>("one step", onLine("1/2", "3", "1/2", 1)),
            new Edge<>("one giant step, where R7 is the logarithmic Sobolev inequality", onLine("1", "2", "1/1000", 1)),
            new Edge<>("wide data", onLine("-3", "100", "3/4", 20)),
            new Edge<>("five independent coordinates", new GaussianRun(GaussianRun.Instance.exact(parse("9/10"), 10,
                GaussianData.independent(list("0", "1", "-1", "2", "1/3"), list("1", "1/5", "4", "1e-3", "1/2")))))));
        if (errors) {
            edges.add(new Edge<>("table B, with a score error", tableB()));
            edges.add(new Edge<>("zero network", zeroScore()));
            edges.add(new Edge<>("constant error on the standard Gaussian", constantError(5)));
        }
        LineWitnesses.edges().forEach(edge -> edges.add(new Edge<>(edge.label(), edge.model())));
        return List.copyOf(edges);
    }

    /** Independent coordinates with means in [-3/2, 3/2] and variances between 1/10 and 23/10, q = 4/5. */
    static GaussianRun independent(int dimension, int steps) {
        var means = java.util.stream.IntStream.range(0, dimension).mapToObj(i -> Rational.of(i % 7 - 3L, 2)).toList();
        var variances = java.util.stream.IntStream.range(0, dimension).mapToObj(i -> Rational.of(1L + i % 23, 10)).toList();
        return new GaussianRun(GaussianRun.Instance.exact(parse("4/5"), steps, GaussianData.independent(means, variances)));
    }

    static GaussianRun onLine(String mean, String variance, String q, int steps) {
        return new GaussianRun(GaussianRun.Instance.exact(parse(q), steps, GaussianData.onLine(parse(mean), parse(variance))));
    }

    static Rational parse(String text) {
        return Rational.parse(text);
    }

    private static List<Rational> list(String... texts) {
        return java.util.Arrays.stream(texts).map(Rational::parse).toList();
    }

    private static Matrix<Rational> matrix(String... texts) {
        int size = (int) Math.round(Math.sqrt(texts.length));
        return Matrix.of(size, size, (i, j) -> Rational.parse(texts[i * size + j]));
    }
}
