package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * The binary symmetric chain of F2, x_1 fair, x_(i+1) = x_i flipped with probability q, observed with each bit flipped with probability
 * epsilon; q and epsilon in [0, 1/2], not both 0.
 */
record NoisyChain(int d, Rational flip, Rational noise, BinaryTable law) {

    private static final Rational HALF = Rational.of(1, 2);

    static final Quantity<NoisyChain> EFFECTIVE = Quantity.of("d_eff", "d_{\\rm eff}(p_t)", "$\\max\\{|A|:\\psi_A\\not\\equiv1\\}$ of the observed law",
        c -> Expr.of(c.law.effectiveDimension()));
    static final Quantity<NoisyChain> DIMENSION = Quantity.of("D", "D", "coordinates", c -> Expr.of(c.d));
    static final Quantity<NoisyChain> FORMULA_13 = Quantity.of("psi_13_formula", "\\tfrac{(1+e)^2-4c^2}{(1-e)^2}",
        "$c=\\rho\\eta^2$, $e=\\rho^2\\eta^2$", c -> {
            var e = c.rho().square().times(c.eta().square());
            var correlation = c.rho().times(c.eta().square());
            return Expr.ONE.plus(e).square().minus(correlation.square().times(4)).over(Expr.ONE.minus(e).square());
        });
    static final Quantity<NoisyChain> GAP_13 = Quantity.of("gap_13", "4\\rho^2\\eta^2(1-\\eta^2)", "", c ->
        c.rho().square().times(c.eta().square()).times(Expr.ONE.minus(c.eta().square())).times(4));
    static final Quantity<NoisyChain> INTERACTIONS = Quantity.of("interactions", "\\#\\{A:|A|\\ge2,\\psi_A\\ne1\\}", "of the observed law",
        c -> Expr.of(c.interactions()));

    /** The family, whose quantities are psi_A for all non-empty A. */
    static final Family<NoisyChain> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "noisy_chain";
        }

        @Override
        public Class<NoisyChain> type() {
            return NoisyChain.class;
        }

        @Override
        public List<Set<String>> shapes() {
            return List.of(Set.of("D", "flip", "noise"));
        }

        @Override
        public NoisyChain read(Fields fields) {
            var chain = fields.integer("D", 2, 6);
            var flip = fields.rational("flip", Rational.ZERO, HALF);
            var noise = fields.rational("noise", Rational.ZERO, HALF);
            fields.requireNoOthers();
            if (flip.isZero() && noise.isZero()) {
                throw new BadInput("\"flip\" and \"noise\" are both 0; then the law has zeros and no canonical factors: make one positive");
            }
            return of(chain, flip, noise);
        }

        @Override
        public ObjectNode write(NoisyChain c) {
            return JsonNodeFactory.instance.objectNode().put("family", name()).put("D", c.d).put("flip", c.flip.toString())
                .put("noise", c.noise.toString());
        }

        @Override
        public List<Quantity<NoisyChain>> quantities(NoisyChain c) {
            return BinaryTable.subsets(c.d).stream().map(NoisyChain::psi).toList();
        }
    };

    static NoisyChain of(int d, Rational flip, Rational noise) {
        var values = new ArrayList<Rational>();
        for (int y = 0; y < 1 << d; y++) {
            var sum = Rational.ZERO;
            for (int x = 0; x < 1 << d; x++) {
                var probability = HALF;
                for (int i = 0; i < d; i++) {
                    probability = i == 0 ? probability : probability.times(flipped(x >> i ^ x >> i - 1, flip));
                    probability = probability.times(flipped(x >> i ^ y >> i, noise));
                }
                sum = sum.plus(probability);
            }
            values.add(sum);
        }
        return new NoisyChain(d, flip, noise, new BinaryTable(List.copyOf(values)));
    }

    private static Rational flipped(int bits, Rational probability) {
        return (bits & 1) == 1 ? probability : Rational.ONE.minus(probability);
    }

    static Quantity<NoisyChain> psi(int set) {
        var name = BinaryTable.name(set);
        return Quantity.of("psi_" + name, "\\psi_{" + name + "}", "canonical factor of the observed law at $1_A$", c -> Expr.of(c.law.factor(set)));
    }

    /** 16^4 p... : the product over even |A \ B| minus that over odd |A \ B| of 2^D p. */
    static Quantity<NoisyChain> difference(int set) {
        var name = BinaryTable.name(set);
        return Quantity.of("difference_" + name, "X_{" + name + "}-Y_{" + name + "}",
            "$\\psi_A=X_A/Y_A$ with products of values of $2^Dp$", c -> Expr.of(c.difference(set, set)));
    }

    Rational difference(int set, int state) {
        var parts = law.parts(set, state);
        // each part has 2^(|A| - 1) factors
        var scale = Rational.TWO.pow(d * (1 << Integer.bitCount(set) - 1));
        return parts[0].minus(parts[1]).times(scale);
    }

    Expr rho() {
        return Expr.ONE.minus(Expr.of(flip).times(2));
    }

    Expr eta() {
        return Expr.ONE.minus(Expr.of(noise).times(2));
    }

    private int interactions() {
        return (int) BinaryTable.subsets(d).stream().filter(set -> Integer.bitCount(set) >= 2 && !law.factor(set).equals(Rational.ONE)).count();
    }

    /** Neighbors are correlated, and the noise is neither none nor pure. */
    boolean isNoisy() {
        return isVisible() && noise.signum() > 0;
    }

    /** Neighbors are correlated, and the noise is not pure. */
    boolean isVisible() {
        return isCorrelated() && noise.compareTo(HALF) < 0;
    }

    boolean isCorrelated() {
        return flip.compareTo(HALF) < 0;
    }

    static Predicate<NoisyChain> ofDimension(int d) {
        return c -> c.d == d;
    }

    /** D = 3, 4 or 5, q and epsilon in Z/40, inside (0, 1/2) or at an end. */
    static NoisyChain draw(Draw draw) {
        int d = draw.of(3, 4, 4, 5);
        return of(d, Rational.of(draw.integer(1, 20), 40), Rational.of(draw.integer(0, 20), 40));
    }
}
