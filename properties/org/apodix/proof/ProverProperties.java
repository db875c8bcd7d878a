package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;

/** The prover against exact values on grids, for random piecewise-linear functions of one and two variables. */
class ProverProperties {

    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Prover PROVER = new Prover();
    private static final int GRID = 24;

    @Provide
    Arbitrary<Expr> ofOne() {
        return piecewiseLinear(List.of(X));
    }

    @Provide
    Arbitrary<Expr> ofTwo() {
        return piecewiseLinear(List.of(X, Y));
    }

    private static Arbitrary<Expr> piecewiseLinear(List<Variable> variables) {
        var weights = Arbitraries.integers().between(-3, 3).list().ofSize(variables.size() + 1);
        Arbitrary<Expr> affine = weights.map(w -> {
            Expr sum = Expr.of(w.get(0), 2);
            for (int i = 0; i < variables.size(); i++) {
                sum = sum.plus(variables.get(i).times(Expr.of(w.get(i + 1))));
            }
            return sum;
        });
        return Arbitraries.lazy(() -> Arbitraries.frequencyOf(Tuple.of(2, affine), Tuple.of(3,
            Combinators.combine(affine, affine, affine, Arbitraries.integers().between(0, 5)).as(ProverProperties::combined))));
    }

    private static Expr combined(Expr a, Expr b, Expr c, int kind) {
        return switch (kind) {
            case 0 -> a.max(b).minus(c.abs());
            case 1 -> a.min(b).plus(c.relu());
            case 2 -> a.abs().minus(b.abs()).max(c);
            case 3 -> a.relu().minus(b.relu().times(2)).relu().plus(c);
            case 4 -> a.max(b).max(c).minus(a.min(b));
            default -> a.plus(b.relu()).abs().min(c.abs());
        };
    }

    @Property(tries = 150)
    void boundsInOneVariableAreDecidedAndRight(@ForAll("ofOne") Expr f, @ForAll("bounds") Rational bound) {
        var finding = PROVER.atMost(f, Expr.of(bound), Domain.interval(X, Rational.of(-1), Rational.of(2)));
        assertThat(finding).isNotInstanceOf(Finding.Open.class);
        agrees(finding, f, List.of(X), bound);
    }

    @Property(tries = 60)
    void boundsInTwoVariablesAreDecidedAndRight(@ForAll("ofTwo") Expr f, @ForAll("bounds") Rational bound) {
        var square = Domain.box(List.of(X, Y), List.of(Rational.of(-1), Rational.of(-1)), List.of(Rational.TWO, Rational.TWO));
        var finding = PROVER.atMost(f, Expr.of(bound), square);
        assertThat(finding).isNotInstanceOf(Finding.Open.class);
        agrees(finding, f, List.of(X, Y), bound);
    }

    @Provide
    Arbitrary<Rational> bounds() {
        return Arbitraries.integers().between(-8, 30).map(n -> Rational.of(n, 2));
    }

    /** The least bound that holds on the grid is proved or refuted in accordance with all values there. */
    private static void agrees(Finding finding, Expr f, List<Variable> variables, Rational bound) {
        var greatest = grid(variables.size()).stream().map(point -> value(f, variables, point)).max(Rational::compareTo).orElseThrow();
        if (finding instanceof Finding.Proved proved) {
            assertThat(greatest).isLessThanOrEqualTo(bound);
            assertThat(proved.sample().exactLeft()).isEqualTo(value(f, variables, proved.sample().point()));
        } else if (finding instanceof Finding.Refuted refuted) {
            assertThat(value(f, variables, refuted.witness().point())).isGreaterThan(bound);
        }
        if (greatest.compareTo(bound) > 0) {
            assertThat(finding).isInstanceOf(Finding.Refuted.class);
        }
    }

    @Property(tries = 100)
    void identitiesOfMaximaAreProvedAndSpikesAreFound(@ForAll("ofTwo") Expr f, @ForAll("ofTwo") Expr g) {
        var square = Domain.box(List.of(X, Y), List.of(Rational.of(-1), Rational.of(-1)), List.of(Rational.TWO, Rational.TWO));
        var other = f.plus(g).plus(f.minus(g).abs()).over(2);
        assertThat(PROVER.equal(f.max(g), other, square)).isInstanceOf(Finding.Proved.class);
        // a spike of height 1/1000 on a small part of the square, off the grid and all corners
        var spike = Expr.of(1, 1000).minus(X.minus(Expr.of(1, 7)).abs()).minus(Y.minus(Expr.of(2, 7)).abs()).relu();
        assertThat(PROVER.equal(f.max(g), other.plus(spike), square)).isInstanceOf(Finding.Refuted.class);
    }

    private static List<List<Rational>> grid(int dimension) {
        var points = new ArrayList<List<Rational>>();
        for (int i = 0; i <= GRID; i++) {
            var x = Rational.of(3L * i, GRID).minus(Rational.ONE);
            if (dimension == 1) {
                points.add(List.of(x));
            }
            for (int k = 0; dimension == 2 && k <= GRID; k++) {
                points.add(List.of(x, Rational.of(3L * k, GRID).minus(Rational.ONE)));
            }
        }
        return points;
    }

    private static Rational value(Expr f, List<Variable> variables, List<Rational> point) {
        return Tape.of(List.of(f), variables).exact(1_000_000_000L, point).get(0);
    }
}
