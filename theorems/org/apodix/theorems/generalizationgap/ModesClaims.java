package org.apodix.theorems.generalizationgap;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** G12: what a shift of the modes does, and what it does not. */
final class ModesClaims {

    private static final Quantity<Modes> I = channel("I", "I(r)", "$r-E\\log\\cosh(r+\\sqrt rZ)$", SignChannel::information);
    private static final Quantity<Modes> FIXED = channel("klFixedPrior", "D_{\\rm KL}(p_T\\|N(0,v+T))", "$\\tfrac r2-I(r)$", SignChannel::fixedPrior);
    private static final Quantity<Modes> MATCHED = channel("klMatchedPrior", "D_{\\rm KL}(p_T\\|N(0,v+T+\\mu^2))", "$\\tfrac12\\log(1+r)-I(r)$",
        SignChannel::matchedPrior);
    private static final Quantity<Modes> FIXED_DENSITY = channel("klFixedPrior_density", "{-h(p_T)-E\\log N(0,v+T)}", "the entropy by quadrature",
        SignChannel::fixedPriorFromDensity);
    private static final Quantity<Modes> MATCHED_DENSITY = channel("klMatchedPrior_density", "{-h(p_T)-E\\log N(0,v+T+\\mu^2)}", "the entropy by quadrature",
        SignChannel::matchedPriorFromDensity);
    private static final Formula<Modes> ONE = number(1);
    private static final Quantity<Modes> FIXED_2 = channel("klFixedPriorDoubled", "D_{\\rm KL}(p_T\\|N(0,v+T))_{2r}", "at twice the ratio",
        c -> c.doubled().fixedPrior());
    private static final Quantity<Modes> MATCHED_2 = channel("klMatchedPriorDoubled", "D_{\\rm KL}(p_T\\|N(0,v+T+\\mu^2))_{2r}", "at twice the ratio",
        c -> c.doubled().matchedPrior());
    private static final Quantity<Modes> HALF_R = channel("halfRatio", "\\tfrac r2", "$\\tfrac{\\mu^2}{2(v+T)}$", c -> Expr.of(c.r()).over(2));
    private static final Quantity<Modes> LOG_2 = channel("log2", "\\log2", "", c -> Expr.TWO.log());

    private static final Quantity<Modes> C = run("C", "C(\\mu)", "$\\tfrac12\\log\\tfrac{v+T}v-[I(\\tfrac{\\mu^2}v)-I(\\tfrac{\\mu^2}{v+T})]$",
        ModesRun::scoreEnergy);
    private static final Quantity<Modes> C_NEXT = run("C_next", "C(\\mu+1)", "", r -> r.shifted(Rational.ONE).scoreEnergy());
    private static final Quantity<Modes> GAUSSIAN = run("gaussianC", "\\tfrac12\\log\\tfrac{v+T}v", "", ModesRun::gaussianEnergy);
    private static final Quantity<Modes> LOSS = run("loss", "L_\\mu(\\theta(\\tau))", "", ModesRun::loss);
    private static final Quantity<Modes> LOSS_NEXT = run("loss_next", "L_{\\mu+1/2}(\\theta(\\tau))", "", r -> r.shifted(Rational.of(1, 2)).loss());
    private static final Quantity<Modes> NORM = run("thetaNorm", "|\\theta(\\tau)|", "", ModesRun::thetaNorm);
    private static final Quantity<Modes> RELU = run("relu", "E[\\mathrm{ReLU}(X_T)^2]", "mode by mode", ModesRun::reluMoment);
    private static final Quantity<Modes> RELU_CLOSED = run("reluClosed", "\\tfrac{\\mu^2+v+T}2", "", ModesRun::reluClosed);

    private static final Quantity<Modes> SHIFT = score("shift", "1+\\tfrac{|x|+|\\mu|}s", "more than the score",
        m -> Expr.of(m.x().abs().plus(m.mu().abs()).over(m.s()).plus(Rational.ONE)));
    private static final Quantity<Modes> SCORE_AT = score("score", "{-\\tfrac xs+\\tfrac\\mu s\\tanh\\tfrac{\\mu x}s}", "", ModeScore::score);
    private static final Quantity<Modes> FROM_DENSITY = score("score_density", "\\tfrac{p'(x)}{p(x)}", "from the two densities", ModeScore::scoreFromDensity);
    private static final Quantity<Modes> FROM_SLOPE = score("score_slope", "\\textstyle\\int_0^x\\big(-\\tfrac1s+\\tfrac{\\mu^2}{s^2}(1-\\tanh^2\\tfrac{\\mu z}s)\\big)dz",
        "by quadrature", ModeScore::scoreFromSlope);
    private static final Quantity<Modes> SLOPE = score("slope", "{-\\tfrac1s+\\tfrac{\\mu^2}{s^2}(1-y^2)}", "$y=\\tanh\\frac{\\mu x}s$",
        m -> m.slope(ModeScore.Y));
    private static final Quantity<Modes> GREATEST = score("greatestSlope", "\\tfrac{\\mu^2-s}{s^2}", "", ModeScore::greatestSlope);
    private static final Quantity<Modes> LEAST = score("leastSlope", "{-\\tfrac1s}", "", ModeScore::leastSlope);
    private static final Quantity<Modes> PULL = score("pull", "{\\mu\\tanh\\tfrac{\\mu x}s}", "", ModeScore::pull);
    private static final Quantity<Modes> PULL_LINE = score("pullLine", "\\tfrac{\\mu^2x}s", "", ModeScore::pullLine);

    static final List<Quantity<ModeScore>> SCORE = List.of(SCORE_AT.of(m -> m, "", ""), GREATEST.of(m -> m, "", ""), LEAST.of(m -> m, "", ""));
    static final List<Quantity<SignChannel>> CHANNEL = List.of(I.of(c -> c, "", ""), FIXED.of(c -> c, "", ""), MATCHED.of(c -> c, "", ""));
    static final List<Quantity<ModesRun>> RUN = List.of(C.of(r -> r, "", ""), LOSS.of(r -> r, "", ""), NORM.of(r -> r, "", ""));

    private static final String Y_RANGE = "y\\in[-1,1]";

    private ModesClaims() { }

    static Claim<Modes> modes() {
        var origin = ModesRun.sines(Rational.ZERO);
        var pair = new ModeScore(Rational.TWO, Rational.of(3), Rational.ONE);
        var small = new ModesRun(new ModesRun.Instance(Simple.list("1", "2"), Rational.ZERO, null, Rational.TWO, Rational.ONE, Rational.ZERO, Rational.of(10)));
        return Claim.of(GeneralizationGap.ID, "G12", "modes that move apart", Modes.class, Provenance.derived(
                "Theorem 2: the first two terms are multiplied by a polynomial in $\\mu$ and $\\tfrac1m$ becomes $\\tfrac{\\mu^2}m$; an upper bound only, as its Remark 5 says",
                "no counterexample to it: what is shown is where the polynomial comes from (second moments of ReLU features; a start that does not know $\\mu$) and that "
                    + "with bounded features at a fixed horizon nothing grows polynomially. Part (f) is evidence on a grid, not a theorem"))
            .restsOn("G2", "G4")
            .equal("a", "the score against its definition, shifted away from 0", SHIFT.plus(SCORE_AT), SHIFT.plus(FROM_DENSITY)).about(ModesClaims::isScore)
            .equal("a-slope", "the slope against the score, shifted away from 0", SHIFT.plus(SCORE_AT), SHIFT.plus(FROM_SLOPE)).about(ModesClaims::isScore)
            .atMost("a-most", "the slope is greatest at 0, where it grows like mu^2", SLOPE, GREATEST).everywhere(Y_RANGE, m -> ModeScore.slopes())
            .about(ModesClaims::isScore)
            .atMost("a-least", "and at least -1/s", LEAST, SLOPE).everywhere(Y_RANGE, m -> ModeScore.slopes()).about(ModesClaims::isScore)
            .atMost("a-chord", "so the modes pull at most as their tangent at 0", PULL, PULL_LINE).everywhere("x\\in[0,10]", m -> ModeScore.points())
            .about(ModesClaims::isScore)
            .equal("b", "the second moment of a ReLU feature", RELU, RELU_CLOSED).about(ModesClaims::isRun)
            .equal("c-fixed-density", "the mismatch with a fixed start against the density, shifted away from 0", ONE.plus(FIXED), ONE.plus(FIXED_DENSITY))
            .about(ModesClaims::isWholeChannel)
            .equal("c-matched-density", "and that with a matched one", ONE.plus(MATCHED), ONE.plus(MATCHED_DENSITY)).about(ModesClaims::isWholeChannel)
            .atMost("c-fixed", "the mismatch with a fixed start does not decrease", FIXED, FIXED_2).about(ModesClaims::isChannel)
            .attainedWhen(ModesClaims::isSilent)
            .atMost("c-matched", "nor does that with a matched one", MATCHED, MATCHED_2).about(ModesClaims::isChannel).attainedWhen(ModesClaims::isSilent)
            .atMost("c-positive", "which is not negative", number(0), MATCHED).about(ModesClaims::isChannel).attainedWhen(ModesClaims::isSilent)
            .atMost("d-only-if", "a horizon that is too short leaves a mismatch", HALF_R.minus(LOG_2), FIXED).about(ModesClaims::isChannel)
            .atMost("d-if", "a long one is enough", FIXED, HALF_R).about(ModesClaims::isChannel).attainedWhen(ModesClaims::isSilent)
            .atMost("e-loss", "training gains on the score energy", LOSS, C).about(m -> m instanceof ModesRun r && r.learns())
            .atMost("e", "which is bounded in mu", C, GAUSSIAN).about(ModesClaims::isRun).attainedWhen(m -> m instanceof ModesRun r && r.mu().isZero())
            .atMost("f-falls", "on the grid, the loss falls up to mu = 1", LOSS_NEXT, LOSS).about(m -> isGrid(m, false))
            .atMost("f-rises", "and rises from there on", LOSS, LOSS_NEXT).about(m -> isGrid(m, true))
            .tooth("G12e", "the score energy does not decrease", C, C_NEXT, small)
            .tooth("G12f", "the loss rises on all of the grid", LOSS, LOSS_NEXT, origin)
            .ownToothEqual("a", "the score with the other sign", SHIFT.minus(SCORE_AT), SHIFT.plus(FROM_DENSITY), pair)
            .ownToothEqual("a-slope", "the slope with the other sign", SHIFT.minus(SCORE_AT), SHIFT.plus(FROM_SLOPE), pair)
            .ownTooth("a-most", "the slope of one Gaussian everywhere", SLOPE, LEAST, pair).toothEverywhere(Y_RANGE, m -> ModeScore.slopes())
            .ownTooth("a-least", "at least half of the greatest slope", GREATEST.scaled(1, 2), SLOPE, pair).toothEverywhere(Y_RANGE, m -> ModeScore.slopes())
            .ownTooth("a-chord", "nine tenths of the tangent", PULL, PULL_LINE.scaled(9, 10), pair).toothEverywhere("x\\in[0,10]", m -> ModeScore.points())
            .ownToothEqual("b", "a second moment that does not know mu", RELU, RELU_CLOSED.scaled(1, 2), small)
            .ownToothEqual("c-fixed-density", "the density with the matched start", ONE.plus(FIXED), ONE.plus(MATCHED_DENSITY), new SignChannel(Rational.ONE))
            .ownToothEqual("c-matched-density", "the density with the fixed start", ONE.plus(MATCHED), ONE.plus(FIXED_DENSITY), new SignChannel(Rational.ONE))
            .ownTooth("c", "the mismatch decreases", FIXED_2, FIXED, new SignChannel(Rational.ONE))
            .ownTooth("d-only-if", "half of log 2", HALF_R.minus(LOG_2.scaled(1, 2)), FIXED, new SignChannel(Rational.of(4)))
            .ownTooth("d-if", "half of the ratio", FIXED, HALF_R.scaled(1, 2), new SignChannel(Rational.of(9)))
            .on(ModesClaims::draw, edges());
    }

    private static List<Edge<Modes>> edges() {
        var edges = new ArrayList<Edge<Modes>>();
        for (int k = 0; k <= 12; k++) {
            edges.add(new Edge<>("the grid at mu = " + Rational.of(k, 2), ModesRun.sines(Rational.of(k, 2))));
        }
        for (var r : Simple.list("0", "1/100", "1/4", "1", "4", "9", "36")) {
            edges.add(new Edge<>("ratio " + r, new SignChannel(r)));
        }
        edges.add(new Edge<>("the score at 1, s = 3", new ModeScore(Rational.TWO, Rational.of(3), Rational.ONE)));
        edges.add(new Edge<>("one mode", new ModeScore(Rational.ZERO, Rational.ONE, Rational.TWO)));
        edges.add(new Edge<>("narrow modes far apart", new ModeScore(Rational.of(6), Rational.of(1, 10), Rational.of(-1, 2))));
        return List.copyOf(edges);
    }

    private static Modes draw(org.apodix.audit.Draw draw) {
        return switch (draw.integer(0, 3)) {
            case 0 -> ModeScoreFamily.draw(draw);
            case 1 -> SignChannelFamily.draw(draw);
            default -> ModesFamily.draw(draw);
        };
    }

    private static boolean isRun(Modes model) {
        return model instanceof ModesRun;
    }

    private static boolean isScore(Modes model) {
        return model instanceof ModeScore;
    }

    private static boolean isChannel(Modes model) {
        return model instanceof SignChannel;
    }

    /** Other ratios are left out of the costly parts. */
    private static boolean isWholeChannel(Modes model) {
        return model instanceof SignChannel c && c.r().isInteger();
    }

    private static boolean isSilent(Modes model) {
        return model instanceof SignChannel c && c.r().isZero();
    }

    private static boolean isGrid(Modes model, boolean right) {
        return model instanceof ModesRun r && r.isOnGrid() && right == r.mu().compareTo(Rational.ONE) >= 0;
    }

    private static Quantity<Modes> score(String name, String tex, String meaning, Function<ModeScore, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((ModeScore) m));
    }

    private static Quantity<Modes> channel(String name, String tex, String meaning, Function<SignChannel, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((SignChannel) m));
    }

    private static Quantity<Modes> run(String name, String tex, String meaning, Function<ModesRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((ModesRun) m));
    }
}
