package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.factorizabledensity.Diffused.view;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** F12: from a density to a sampler. */
final class SamplerClaims {

    private static final Quantity<Diffused> SMOOTHED = view(Smoothing.class, Smoothing.VARIATION);
    private static final Quantity<Diffused> SMOOTHED_BOUND = view(Smoothing.class, Smoothing.BOUND);
    private static final Quantity<Diffused> LOST = view(Smoothing.class, Smoothing.LOST);
    private static final Quantity<Diffused> CUBE = view(SmoothedCube.class, SmoothedCube.VARIATION);
    private static final Quantity<Diffused> CUBE_BOUND = view(SmoothedCube.class, SmoothedCube.BOUND);
    private static final Quantity<Diffused> TILT = view(SmoothedTilt.class, SmoothedTilt.VARIATION);
    private static final Quantity<Diffused> TILT_BOUND = view(SmoothedTilt.class, SmoothedTilt.BOUND);
    private static final Quantity<Diffused> SHIFT = view(PairShift.class, PairShift.DISTANCE);
    private static final Quantity<Diffused> SHIFT_BOUND = view(PairShift.class, PairShift.BOUND);
    private static final Quantity<Diffused> VARIATION = view(ChainVariation.class, ChainVariation.EXACT);
    private static final Quantity<Diffused> VARIATION_BOUND = view(ChainVariation.class, ChainVariation.BOUND);
    private static final Quantity<Diffused> PRIOR = view(Prior.class, Prior.DIVERGENCE);
    private static final Quantity<Diffused> PRIOR_BOUND = view(Prior.class, Prior.BOUND);
    private static final Quantity<Diffused> PRIOR_CUBE = view(Prior.class, Prior.CUBE);
    private static final Quantity<Diffused> RATIO = view(AtomPair.class, AtomPair.RATIO);
    private static final Quantity<Diffused> RHO = view(AtomPair.class, AtomPair.RHO);
    private static final Quantity<Diffused> SCORE = view(AtomPair.class, AtomPair.SCORE);
    private static final Quantity<Diffused> SCORE_BOUND = view(AtomPair.class, AtomPair.SCORE_BOUND);
    private static final Quantity<Diffused> SHARPER = view(AtomPair.class, AtomPair.SHARPER);
    private static final Quantity<Diffused> PATH = view(AtomPair.class, AtomPair.PATH);
    private static final Quantity<Diffused> PATH_BOUND = view(AtomPair.class, AtomPair.PATH_BOUND);
    private static final Quantity<Diffused> OUTPUT = view(AtomPair.class, AtomPair.OUTPUT);
    private static final Quantity<Diffused> OUTPUT_BOUND = view(AtomPair.class, AtomPair.OUTPUT_BOUND);

    private SamplerClaims() { }

    static Claim<Diffused> claim() {
        var small = atoms("1/10", "1", "4", "1/2");
        var prior = new Prior(new Atoms(rationals("-1 1"), rationals("1/2 1/2")), false, Rational.ONE);
        var late = AtomPair.of(new Atoms(rationals("1"), rationals("1")), rationals("101/100"), Rational.of(15, 4), Rational.of(4), Rational.of(1, 2));
        return Claim.of(FactorizableDensity.ID, "F12", "from a density to a sampler: the chain of distances", Diffused.class, Provenance.derived(
                "a good density gives a good score, and a good score a good sampler, up to logarithms",
                "(a) uniform laws on cubes and linear densities on the interval by their exact distance; the shift behind the proof and the total variations of the chain "
                    + "exactly. (b), (c) laws on finitely many points of [-1, 1], $D=1$. (d) its terms: the path integral as a difference of divergences, and the "
                    + "output law of the sampler on half-lines, which bounds its total variation from below; the total variation itself is not computed, "
                    + "and neither is the sampler of a density on a cube"))
            .equal("a-mass", "the distance is the mass that noise carries out of the interval", SMOOTHED, LOST).about(is(Smoothing.class))
            .atMost("a", "the smoothing bound, nearly attained for small noise", SMOOTHED, SMOOTHED_BOUND).about(is(Smoothing.class)).against(number(1), s -> true)
            .atMost("a-cube", "on a cube each direction counts", CUBE, CUBE_BOUND).about(is(SmoothedCube.class)).against(number(1), s -> true)
            .atMost("a-tilt", "linear densities: jumps and slope count", TILT, TILT_BOUND).about(is(SmoothedTilt.class)).against(number(1), s -> true)
            .atMost("a-shift", "a shift of the chain of two", SHIFT, SHIFT_BOUND).about(is(PairShift.class))
            .atMost("a-variation", "the total variation of the chain in the direction of an interior coordinate", VARIATION, VARIATION_BOUND)
            .about(is(ChainVariation.class)).attainedWhen(m -> m instanceof ChainVariation v && v.isAtAnEnd())
            .atMost("a-variation-sharper", "even without the product of the coefficients", VARIATION, view(ChainVariation.class, ChainVariation.SHARPER))
            .about(is(ChainVariation.class)).attainedWhen(m -> m instanceof ChainVariation v && v.isAtAnEnd())
            .equal("a-end", "of a coordinate at an end", VARIATION, VARIATION_BOUND).about(m -> m instanceof ChainVariation v && v.isAtAnEnd())
            .atMost("b", "much noise is nearly the prior", PRIOR, PRIOR_BOUND).about(is(Prior.class))
            .attainedWhen(m -> m instanceof Prior p && p.law().size() == 1)
            .equal("b-point", "with equality for a single point", PRIOR, PRIOR_BOUND).about(m -> m instanceof Prior p && p.law().size() == 1)
            .atMost("b-cube", "whatever the law on the cube", PRIOR_BOUND, PRIOR_CUBE).about(is(Prior.class))
            .attainedWhen(m -> m instanceof Prior p && p.law().secondMoment().equals(Rational.ONE))
            .atMost("c-ratio", "noise keeps the relative error", RATIO, RHO).about(is(AtomPair.class))
            .attainedWhen(m -> m instanceof AtomPair p && p.factors().stream().distinct().count() == 1)
            .atMost("c", "which bounds the error of the score", SCORE, SCORE_BOUND).about(is(AtomPair.class))
            .atMost("c-sharper", "even with constant 1 for 4", SCORE, SHARPER).about(is(AtomPair.class))
            .atMost("d-path", "the error along the path: a logarithm of the times", PATH, PATH_BOUND).about(is(AtomPair.class))
            .equal("d-kernel", "started from the estimate at T the sampler ends at the estimate at t", view(AtomPair.class, AtomPair.REVERSED), view(AtomPair.class, AtomPair.ESTIMATE))
            .about(m -> m instanceof AtomPair p && p.isReversed())
            .atMost("d-output", "the sampler's output on a half-line: a shadow of the bound of its total variation", OUTPUT, OUTPUT_BOUND).about(is(AtomPair.class)).against(number(1), m -> true)
            .tooth("F12a", "half of the constant", SMOOTHED, SMOOTHED_BOUND.scaled(1, 2), noise(1, 10))
            .ownTooth("a-one", "one direction for all", CUBE, view(SmoothedCube.class, SmoothedCube.ONE_DIRECTION), new SmoothedCube(3, Rational.of(1, 5)))
            .ownTooth("a-no-jumps", "total variation without the jumps", TILT, view(SmoothedTilt.class, SmoothedTilt.NO_JUMPS), tilt("1/2", "1/5"))
            .ownTooth("a-jumps-only", "the jumps alone", SHIFT, view(PairShift.class, PairShift.JUMPS), shift("11/12", "1/12 1/12"))
            .ownTooth("a-half-slope", "half of the slopes", VARIATION, view(ChainVariation.class, ChainVariation.WITHOUT), chain("1/2", "0"))
            .ownTooth("b-less", "nine tenths of the bound", PRIOR, PRIOR_BOUND.scaled(9, 10), point(false, "2"))
            .ownTooth("b-less-preserving", "and with variance preserved", PRIOR, PRIOR_BOUND.scaled(9, 10), point(true, "3/5"))
            .tooth("F12c", "the constant 1/4 for $4/(1-\\rho)^2$", SCORE, view(AtomPair.class, AtomPair.QUARTER), atoms("1/10", "1", "4", "0"))
            .ownTooth("d-path-quarter", "and along the path", PATH, view(AtomPair.class, AtomPair.PATH_QUARTER), atoms("1/10", "1", "5/4", "0"))
            .ownTooth("d-output-half", "half of the bound of the output", OUTPUT, OUTPUT_BOUND.scaled(1, 2), late)
            .ownTooth("d-no-prior", "the prior costs nothing", OUTPUT, view(AtomPair.class, AtomPair.NO_PRIOR), atoms("1/100", "1/4", "1", "1"))
            .on(SamplerClaims::draw, List.of(new Edge<>("sigma = 1/10", noise(1, 10)), new Edge<>("sigma = 1/2", noise(1, 2)), new Edge<>("sigma = 1", noise(1, 1)),
                new Edge<>("little noise", noise(1, 20)), new Edge<>("a cube", new SmoothedCube(3, Rational.of(1, 5))),
                new Edge<>("a density that is 0 at an end", tilt("1", "1/4")), new Edge<>("a slight slope", tilt("1/12", "1/4")), new Edge<>("a shift out of the square", shift("1/2", "2 1/3")),
                new Edge<>("a shift along one axis", shift("-3/4", "1/4 0")), new Edge<>("the end of a chain", chain("3/4", "0")),
                new Edge<>("strong neighbors", chain("-11/12", "11/12")), new Edge<>("a weak and a strong neighbor", chain("1/12", "11/12")),
                new Edge<>("two atoms and their prior", prior),
                new Edge<>("one atom", point(false, "2")), new Edge<>("one atom, variance preserving", point(true, "3/5")),
                new Edge<>("three atoms, variance preserving", new Prior(new Atoms(rationals("-1 0 1/2"), rationals("1/4 1/2 1/4")), true, Rational.of(4, 5))),
                new Edge<>("two atoms", atoms("1/10", "1", "4", "0")), new Edge<>("two atoms, more error", atoms("3/10", "2", "8", "-1")),
                new Edge<>("one atom, where the prior costs most of its bound", late), new Edge<>("a factor for all points", AtomPair.of(small.law(), rationals("11/10 11/10"), Rational.ONE, Rational.TWO, Rational.ZERO))));
    }

    private static Predicate<Diffused> is(Class<? extends Diffused> kind) {
        return kind::isInstance;
    }

    private static Diffused draw(Draw draw) {
        return switch (draw.integer(0, 6)) {
            case 0 -> Smoothing.draw(draw);
            case 1 -> SmoothedCube.draw(draw);
            case 2 -> PairShift.draw(draw);
            case 3 -> SmoothedTilt.draw(draw);
            case 4 -> ChainVariation.draw(draw);
            case 5 -> Prior.draw(draw);
            default -> AtomPair.draw(draw);
        };
    }

    private static Smoothing noise(long numerator, long denominator) {
        return new Smoothing(Rational.of(numerator, denominator));
    }

    private static SmoothedTilt tilt(String a, String sigma) {
        return new SmoothedTilt(Rational.parse(a), Rational.parse(sigma));
    }

    private static PairShift shift(String a, String z) {
        return new PairShift(Rational.parse(a), rationals(z));
    }

    private static ChainVariation chain(String a, String b) {
        return new ChainVariation(Rational.parse(a), Rational.parse(b));
    }

    /** Weights 1/2 at -1 and 1 with factors 1 - rho and 1 + rho. */
    static AtomPair atoms(String rho, String t, String largest, String at) {
        var r = Rational.parse(rho);
        return AtomPair.of(new Atoms(rationals("-1 1"), rationals("1/2 1/2")), List.of(Rational.ONE.minus(r), Rational.ONE.plus(r)), Rational.parse(t),
            Rational.parse(largest), Rational.parse(at));
    }

    /** One point, 1/2. */
    private static Prior point(boolean preserving, String parameter) {
        return new Prior(new Atoms(rationals("1/2"), rationals("1")), preserving, Rational.parse(parameter));
    }

    private static List<Rational> rationals(String values) {
        return Stream.of(values.split(" ")).map(Rational::parse).toList();
    }
}
