package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The named quantities of tilts that {@code evaluate} prints. */
final class Moment {

    /** The number of nodes for which a COS instance reports its remainders: such an integral takes tens of seconds at 20 digits. */
    private static final int NODES = 1024;

    static final Quantity<RidgeTilt> Z = of("Z", "Z", "$E_\\gamma e^f$", RidgeTilt::normalizer);
    static final Quantity<RidgeTilt> M2 = of("m2", "m_2", "$E_{p_0}|X|^2$", RidgeTilt::secondMoment);
    static final Quantity<RidgeTilt> J = of("J", "J_t", "$\\int|v_t|^2p_t$", RidgeTilt::fisher);
    static final Quantity<RidgeTilt> K = of("K", "K_t", "$\\int\\rho_tp_t$", RidgeTilt::chiSquare);
    static final Quantity<RidgeTilt> V1 = of("V1bar", "{\\bar V_1}", "$\\int V_1p_t$, $V_1=E[W^2(u_1-r)^2]$", RidgeTilt::lineVariance);
    static final Quantity<RidgeTilt> V = of("Vbar", "{\\bar V}", "$\\bar V_1+(d-1)K_t$", RidgeTilt::variance);
    static final Quantity<RidgeTilt> VGRAD = of("Vgradbar", "{\\bar V'}", "$\\int V'p_t$, $V'=E[W^2(h'(y)-r')^2]$", RidgeTilt::gradientVariance);
    static final Quantity<RidgeTilt> S2 = of("S2", "S_2", "$\\int\\mathrm{sech}^2\\,p_t$", RidgeTilt::sech2);
    static final Quantity<RidgeTilt> S4 = of("S4", "S_4", "$\\int\\mathrm{sech}^4\\,p_t$", RidgeTilt::sech4);

    private Moment() { }

    private static <M> Quantity<M> of(String name, String tex, String meaning, Function<M, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static List<Quantity<RidgeTilt>> printed(RidgeTilt tilt) {
        if (tilt.profile() instanceof TwoModes) {
            return List.of(S2, S4, J, K, V1, V, VGRAD);
        }
        var all = new ArrayList<>(List.of(Z, M2, J, K, V1, V, VGRAD));
        if (tilt.profile() instanceof Cosine) {
            all.add(remainder(NODES, false));
            all.add(remainder(NODES, true));
        }
        return all;
    }

    static Quantity<RidgeTilt> remainder(int nodes, boolean gradient) {
        return of((gradient ? "T_grad_" : "T_stein_") + nodes, (gradient ? "T'" : "T") + "_{" + nodes + "}", "the remainder of R5(c)",
            tilt -> new Remainder(tilt, nodes, gradient).value());
    }

    static List<Quantity<Quadratic>> printed(Quadratic q) {
        var variance = rational("v_t", "v", "$p_t=N(0,vI)$", Quadratic::variance);
        var fisher = rational("J", "J_t", "$d(v-1)^2/v$", Quadratic::fisher);
        if (!q.isFinite()) {
            return List.of(variance, fisher); // the others are infinite
        }
        return List.of(variance, fisher,
            of("kappa_star", "\\kappa_*", "$K_t=\\kappa_*^d$", Quadratic::base), of("K", "K_t", "$\\int\\rho_tp_t$", Quadratic::chiSquare),
            of("Vbar", "{\\bar V}", "$\\int Vp_t$", Quadratic::steinVariance),
            of("taubar", "{\\bar\\tau}", "$\\int E[|u|^2W^2]p_t$", Quadratic::weightedSecondMoment));
    }

    private static <M> Quantity<M> rational(String name, String tex, String meaning, Function<M, Rational> definition) {
        return of(name, tex, meaning, model -> Expr.of(definition.apply(model)));
    }

    static List<Quantity<MixturePoint>> printed(MixturePoint point) {
        var all = new ArrayList<Quantity<MixturePoint>>();
        all.add(of("F", "F_t(x)", "", MixturePoint::density));
        for (int j = 0; j < point.dimension(); j++) {
            int index = j;
            all.add(of("score_rel_" + (j + 1), "v_{" + (j + 1) + "}", "the relative score", p -> p.relativeScore().get(index)));
        }
        all.add(of("rho", "\\rho_t(x)", "$E W^2$", MixturePoint::rho));
        all.add(of("rho_bound", "e^{\\kappa^2}", "", p -> Expr.of(p.kappaSquared()).exp()));
        all.add(of("Vgrad", "V'(x)", "", MixturePoint::gradientVariance));
        all.add(of("Vstein", "V(x)", "$E\\,W^2|u-r|^2$", MixturePoint::steinVariance));
        return all;
    }
}
