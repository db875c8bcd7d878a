package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/** The uniform law on [-1, 1] plus Gaussian noise of standard deviation sigma (F12(a)). */
record Smoothing(Rational sigma) implements Diffused {

    private static final String UNIFORM = "uniform[-1,1]";

    static final Quantity<Smoothing> VARIATION = Quantity.of("tv", "TV(p_0,p_t)", "$\\sqrt t\\,[\\varphi(0)-\\varphi(c)+c\\,\\Phi(-c)]$, $c=2/\\sqrt t$", s -> {
        var c = Expr.TWO.over(s.deviation());
        return s.deviation().times(Diffused.normal(Expr.ZERO).minus(Diffused.normal(c)).plus(c.times(c.normalTail())));
    });
    static final Quantity<Smoothing> BOUND = Quantity.of("bound", "\\sqrt{\\tfrac t{2\\pi}}", "total variation $V=1$, half for each boundary jump", s ->
        s.deviation().over(Expr.PI.times(2).sqrt()));
    static final Quantity<Smoothing> LOST = Quantity.of("lost_mass", "1-\\textstyle\\int_{-1}^1p_t", "what noise carries out of the interval", s -> {
        var x = new Variable("x");
        var inside = x.plus(Expr.ONE).over(s.deviation()).normalCdf().minus(x.minus(Expr.ONE).over(s.deviation()).normalCdf()).over(2);
        return Expr.ONE.minus(Integral.of(inside, x, Expr.of(-1), Expr.ONE));
    });

    static final InstanceFamily<Smoothing> FAMILY = new InstanceFamily<>("smoothing", Smoothing.class, Set.of("density", "sigma"), s -> true, fields -> {
        fields.word("density", List.of(UNIFORM));
        var sigma = fields.rational("sigma");
        if (sigma.compareTo(Rational.of(1, 50)) < 0 || sigma.compareTo(Rational.of(1000)) > 0) {
            throw new BadInput("\"sigma\" is " + sigma + "; it must lie in [1/50, 1000]");
        }
        return new Smoothing(sigma);
    }, (s, json) -> json.put("density", UNIFORM).put("sigma", s.sigma.toString()), List.of(VARIATION, BOUND));

    private Expr deviation() {
        return Expr.of(sigma);
    }

    static Smoothing draw(Draw draw) {
        return new Smoothing(Rational.of(draw.integer(1, 40), draw.integer(1, 20)));
    }
}
