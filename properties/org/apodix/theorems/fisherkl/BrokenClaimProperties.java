package org.apodix.theorems.fisherkl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Judge;
import org.apodix.audit.Ladder;
import org.apodix.audit.Provenance;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Rational;

/** A deliberately broken theorem is found out, and jqwik shrinks the counterexample to a small instance. */
@PropertyDefaults(tries = 300)
class BrokenClaimProperties {

    private static final Judge JUDGE = new Judge(Ladder.ofDigits(100));

    /** R6 with three quarters of the entropy drop, for the path. */
    private static final Claim<OuRun> BROKEN = Claim.of("fisher-kl", "R6", "broken", OuRun.class, Provenance.derived("", ""))
        .atMost("path", "three quarters", OuQuantities.PATH_EI,
            OuQuantities.H0.minus(OuQuantities.H1).scaled(3, 4).plus(OuQuantities.HNP1))
        .on(GaussOuFamily::drawExact, List.of());

    @Provide
    Arbitrary<List<Long>> choices() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(48);
    }

    @Property
    @AddLifecycleHook(ShrunkToOneStepOnTheLine.class)
    void isRefuted(@ForAll("choices") List<Long> choices) {
        var model = BROKEN.space().apply(Draw.replay(choices));
        assertThat(JUDGE.judge(BROKEN, model).get(0).verdict()).isNotEqualTo(Verdict.REFUTED);
    }

    /** Succeeds when the property fails on a sample that is shrunk to the simplest instance of the space. */
    static final class ShrunkToOneStepOnTheLine implements AroundPropertyHook {

        @Override
        @SuppressWarnings("unchecked")
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            var result = property.execute();
            assertThat(result.status()).isEqualTo(PropertyExecutionResult.Status.FAILED);
            var choices = (List<Long>) result.falsifiedParameters().orElseThrow().get(0);
            var instance = ((GaussianRun) BROKEN.space().apply(Draw.replay(choices))).instance();
            assertThat(instance.data().dimension()).as("dimension of %s", instance).isEqualTo(1);
            assertThat(instance.steps()).as("steps of %s", instance).isEqualTo(1);
            // either a unit shift or a centred law of one decade: which one depends on the first counterexample
            assertThat(instance.data().mean().get(0)).as("mean of %s", instance).isIn(Rational.ZERO, Rational.ONE);
            assertThat(instance.data().covariance(0, 0).bitLength()).as("variance of %s", instance).isLessThanOrEqualTo(12);
            return result.mapToSuccessful();
        }
    }
}
