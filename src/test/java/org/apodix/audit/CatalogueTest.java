package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Fingerprint;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Provenance OURS = Provenance.derived("", "counted");

    private record Point(Rational value) { }

    /** Claims with edges, all of the same name, that differ in a factor; {@code built} counts how often a side is built. */
    private record Counted(List<Claim<?>> claims, AtomicInteger built) implements Theorem {

        static Counted of(int... factors) {
            var built = new AtomicInteger();
            return new Counted(IntStream.of(factors).<Claim<?>>mapToObj(factor -> claim("C" + factor, factor, built)).toList(), built);
        }

        private static Claim<Point> claim(String id, int factor, AtomicInteger built) {
            var side = Quantity.<Point>of("side", "s", "", point -> {
                built.incrementAndGet();
                return Expr.of(point.value).exp().times(factor);
            });
            return Claim.of("counted", id, "counted", Point.class, OURS)
                .atMost("a", "not negative", Formula.number(0), side)
                .atMost("b", "not negative where it is positive", Formula.number(0), side).about(point -> point.value.signum() > 0)
                .ownTooth("small", "not positive", side, Formula.number(0), new Point(Rational.ONE))
                .on(draw -> new Point(draw.rational(0, 1, 8)), List.of(new Edge<>("zero", new Point(Rational.ZERO)), new Edge<>("two", new Point(Rational.TWO))));
        }

        @Override
        public String id() {
            return "counted";
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public Paper paper() {
            return new Paper("", "", "", "");
        }

        @Override
        public List<Family<?>> families() {
            return List.of();
        }

        @Override
        public List<String> plannedClaims() {
            return List.of();
        }

        @Override
        public List<String> plannedFamilies() {
            return List.of();
        }
    }

    @Test
    void aFingerprintIsComputedOnce() {
        var theorem = Counted.of(1, 2, 3);
        var catalogue = new Catalogue(List.of(theorem));
        var all = catalogue.fingerprint(List.of());
        int once = theorem.built.get();
        // one edge of which one statement speaks, one of which both do, a tooth; the two statements share their side
        assertThat(once).isEqualTo(3 * 3);
        assertThat(catalogue.fingerprint(List.of())).isEqualTo(all);
        assertThat(catalogue.fingerprint(List.of("counted/C2"))).isNotEqualTo(all);
        assertThat(catalogue.fingerprintsOf(catalogue.select(List.of()))).hasSize(3);
        assertThat(theorem.built).hasValue(once);
    }

    @Test
    void whatIsKeptIsTheFingerprintOfTheClaimItself() {
        var catalogue = new Catalogue(List.of(Counted.of(1, 2, 3)));
        var claims = catalogue.select(List.of());
        var expected = claims.stream().map(Claim::fingerprint).toList();
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(catalogue.fingerprintsOf(claims)).isEqualTo(expected);
        assertThat(claims).allSatisfy(claim -> assertThat(catalogue.fingerprint(claim)).isEqualTo(claim.fingerprint()));
        assertThat(catalogue.fingerprint(List.of())).isEqualTo(Fingerprint.of(String.join("\n", expected)));
    }

    @Test
    void claimsOfOneNameAreToldApart() {
        var first = Counted.claim("C1", 1, new AtomicInteger());
        var changed = Counted.claim("C1", 2, new AtomicInteger());
        var catalogue = new Catalogue(List.of(Counted.of(1)));
        assertThat(catalogue.fingerprint(first)).isEqualTo(Counted.claim("C1", 1, new AtomicInteger()).fingerprint());
        assertThat(catalogue.fingerprint(changed)).isEqualTo(changed.fingerprint()).isNotEqualTo(catalogue.fingerprint(first));
    }

    /** The text that is hashed, by its definition: the claim's name, and for every statement the trees of the edges of which it speaks. */
    @Test
    void theTextThatIsHashedGoesStatementByStatement() {
        var claim = Counted.claim("C1", 1, new AtomicInteger());
        var zero = Fingerprint.of(Expr.ZERO);
        var text = "counted/C1\n" + claim.statements().get(0).canonical() + "\n" + zero + " " + tree(Rational.ZERO) + "\n" + zero + " " + tree(Rational.TWO)
            + "\n" + claim.statements().get(1).canonical() + "\n" + zero + " " + tree(Rational.TWO)
            + "\ntooth small " + claim.teeth().get(0).statement().canonical() + "\n" + tree(Rational.ONE) + " " + zero;
        assertThat(claim.fingerprint()).isEqualTo(Fingerprint.of(text));
    }

    private static String tree(Rational value) {
        return Fingerprint.of(Expr.of(value).exp().times(1));
    }
}
