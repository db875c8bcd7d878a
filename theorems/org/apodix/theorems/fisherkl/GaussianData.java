package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.diffusion.Gaussian;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Defined;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.SymmetricFactor;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.MatrixExpr;

/**
 * The data law N(m, Sigma) of an instance, in exact parameters.
 *
 * @param mean       m, d entries
 * @param covariance Sigma, d x d symmetric positive definite, or null for independent coordinates
 * @param variances  the diagonal of Sigma for independent coordinates, or null
 */
public record GaussianData(List<Rational> mean, Matrix<Rational> covariance, List<Rational> variances) {

    static final int MOST_DENSE = 64;
    private static final ExactArithmetic EXACT = new ExactArithmetic(Integer.MAX_VALUE);

    /** Correlated coordinates. */
    public static GaussianData dense(List<Rational> mean, Matrix<Rational> covariance) {
        return new GaussianData(List.copyOf(mean), covariance, null);
    }

    /** Independent coordinates. */
    public static GaussianData independent(List<Rational> mean, List<Rational> variances) {
        return new GaussianData(List.copyOf(mean), null, List.copyOf(variances));
    }

    /** N(mean, variance) on the line. */
    public static GaussianData onLine(Rational mean, Rational variance) {
        return dense(List.of(mean), Matrix.of(1, 1, (i, j) -> variance));
    }

    /** The standard Gaussian shifted by {@code mean}. */
    public static GaussianData shifted(List<Rational> mean) {
        return dense(mean, Matrix.of(mean.size(), mean.size(), (i, j) -> i.equals(j) ? Rational.ONE : Rational.ZERO));
    }

    public int dimension() {
        return mean.size();
    }

    public boolean isDense() {
        return covariance != null;
    }

    /** The law as an expression; dense data only. */
    public Gaussian law() {
        return Gaussian.of(MatrixExpr.column(mean), MatrixExpr.of(covariance));
    }

    /** Whether Sigma = I. */
    public boolean hasUnitCovariance() {
        int d = dimension();
        return IntStream.range(0, d * d).allMatch(k -> covariance(k / d, k % d).equals(k / d == k % d ? Rational.ONE : Rational.ZERO));
    }

    /** Whether this is the standard Gaussian. */
    public boolean isStandard() {
        return hasUnitCovariance() && mean.stream().allMatch(Rational::isZero);
    }

    /** An entry of Sigma. */
    public Rational covariance(int i, int j) {
        if (isDense()) {
            return covariance.at(i, j);
        }
        return i == j ? variances.get(i) : Rational.ZERO;
    }

    /**
     * Reads {@code m} and {@code Sigma} (or {@code variances}).
     *
     * @throws BadInput if the covariance is not symmetric positive definite, a variance is not positive, or sizes do not fit
     */
    static GaussianData read(Fields fields) {
        var mean = fields.rationals("m");
        int d = mean.size();
        if (fields.has("variances")) {
            if (fields.has("Sigma")) {
                throw new BadInput("\"Sigma\" and \"variances\" are both given; keep one of them");
            }
            var variances = fields.rationals("variances");
            if (variances.size() != d) {
                throw new BadInput("\"variances\" has " + variances.size() + " entries but \"m\" has " + d + "; give one each per coordinate");
            }
            for (int i = 0; i < d; i++) {
                if (variances.get(i).signum() <= 0) {
                    throw new BadInput("\"variances[" + i + "]\" is " + Fields.shorten(variances.get(i).toString())
                        + "; a variance must be positive");
                }
            }
            return independent(mean, variances);
        }
        if (d > MOST_DENSE) {
            throw new BadInput("\"m\" has " + d + " entries; a dense \"Sigma\" is supported up to dimension " + MOST_DENSE
                + "; for independent coordinates give \"variances\" in its place");
        }
        var covariance = fields.matrix("Sigma", d, d);
        requirePositiveDefinite(covariance);
        return dense(mean, covariance);
    }

    private static void requirePositiveDefinite(Matrix<Rational> covariance) {
        int d = covariance.rows();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                if (!covariance.at(i, j).equals(covariance.at(j, i))) {
                    throw new BadInput("\"Sigma\" is not symmetric: Sigma[" + i + "][" + j + "] = "
                        + Fields.shorten(covariance.at(i, j).toString()) + " but Sigma[" + j + "][" + i + "] = "
                        + Fields.shorten(covariance.at(j, i).toString()) + "; a covariance matrix is symmetric");
                }
            }
            if (covariance.at(i, i).signum() <= 0) {
                throw new BadInput("\"Sigma[" + i + "][" + i + "]\" is " + Fields.shorten(covariance.at(i, i).toString())
                    + "; a variance must be positive");
            }
        }
        if (!isPositiveDefinite(covariance)) {
            throw new BadInput("\"Sigma\" is not positive definite (a pivot of its LDL^T factorization is <= 0); "
                + "a covariance matrix must be");
        }
    }

    /** Decided by interval pivots where they suffice, by exact ones otherwise. */
    private static boolean isPositiveDefinite(Matrix<Rational> covariance) {
        for (Arithmetic<?> carrier : List.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(256))) {
            if (hasPositivePivots(covariance, carrier)) {
                return true;
            }
        }
        var exact = new ArrayList<Rational>();
        try {
            exact.addAll(SymmetricFactor.of(covariance, EXACT).pivots());
        } catch (org.apodix.enclosure.InexactException e) {
            // a zero pivot: the leading minor vanishes
            return false;
        }
        return exact.stream().allMatch(pivot -> pivot.signum() > 0);
    }

    private static <T> boolean hasPositivePivots(Matrix<Rational> covariance, Arithmetic<T> carrier) {
        var a = new Defined<>(carrier);
        int d = covariance.rows();
        try {
            var pivots = SymmetricFactor.of(Matrix.of(d, d, (i, j) -> a.of(covariance.at(i, j))), a).pivots();
            return pivots.stream().allMatch(pivot -> a.enclosure(pivot).isPositive());
        } catch (UndefinedException e) {
            return false;
        }
    }

    void write(ObjectNode json) {
        var m = json.putArray("m");
        mean.forEach(x -> m.add(x.toString()));
        if (!isDense()) {
            var list = json.putArray("variances");
            variances.forEach(x -> list.add(x.toString()));
            return;
        }
        write(json, "Sigma", covariance);
    }

    static void write(ObjectNode json, String name, Matrix<Rational> matrix) {
        var rows = json.putArray(name);
        for (int i = 0; i < matrix.rows(); i++) {
            var row = rows.addArray();
            for (int j = 0; j < matrix.columns(); j++) {
                row.add(matrix.at(i, j).toString());
            }
        }
    }

    /**
     * A random law: d from 1 to 4, m in [-3, 3]^d, Sigma = O diag(v) O^T with O a rational rotation and v in [1/10, 10), where the
     * bounds say something, or in [10^-6, 10^2).
     */
    static GaussianData draw(Draw draw) {
        int d = draw.integer(1, 4);
        var mean = draw.list(d, x -> x.rational(-3, 3, 4));
        boolean wide = draw.yes();
        var variances = draw.list(d, x -> wide ? x.positive(-6, 1) : x.positive(-1, 0));
        var reflection = draw.list(d, x -> x.integer(-2, 2));
        return dense(mean, rotated(variances, reflect(reflection)));
    }

    /** The reflection I - 2 u u^T/(u . u), exactly orthogonal; the identity where u = 0. */
    static Matrix<Rational> reflect(List<Integer> u) {
        long square = u.stream().mapToLong(x -> (long) x * x).sum();
        return Matrix.of(u.size(), u.size(), (i, j) -> (i.equals(j) ? Rational.ONE : Rational.ZERO)
            .minus(square == 0 ? Rational.ZERO : Rational.of(2L * u.get(i) * u.get(j), square)));
    }

    /** O diag(v) O^T. */
    static Matrix<Rational> rotated(List<Rational> variances, Matrix<Rational> rotation) {
        int d = variances.size();
        var diagonal = Matrix.of(d, d, (i, j) -> i.equals(j) ? variances.get(i) : Rational.ZERO);
        return rotation.times(diagonal, EXACT).times(rotation.transpose(), EXACT);
    }

    /** O m. */
    static List<Rational> rotated(Matrix<Rational> rotation, List<Rational> mean) {
        var column = rotation.times(Matrix.of(mean.size(), 1, (i, j) -> mean.get(i)), EXACT);
        return IntStream.range(0, mean.size()).mapToObj(i -> column.at(i, 0)).toList();
    }
}
