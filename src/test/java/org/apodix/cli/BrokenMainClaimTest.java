package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Statement;
import org.apodix.audit.Theorem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main claim of fisher-kl with a constant that is a third of the true one turns the audit red. */
class BrokenMainClaimTest {

    private static Catalogue broken() {
        var real = Catalogue.load().theorem("fisher-kl");
        var main = real.claims().stream().filter(claim -> claim.id().equals("R7")).findFirst().orElseThrow();
        var claims = List.of(broken(main));
        var theorem = (Theorem) Proxy.newProxyInstance(Theorem.class.getClassLoader(), new Class<?>[] {Theorem.class},
            (self, method, args) -> method.getName().equals("claims") ? claims : method.invoke(real, args));
        return new Catalogue(List.of(theorem));
    }

    /** Without its edges, so that the counterexample is a random instance. */
    private static <M> Claim<M> broken(Claim<M> claim) {
        var statements = claim.statements().stream().map(s -> new Statement<>(s.part(), s.words(), s.kind(), s.relation(), s.left(),
            s.right().scaled(1, 3), s.about(), s.given(), s.attained(), s.informative(), s.tolerance(), s.everywhere())).toList();
        return new Claim<>(claim.theorem(), claim.id(), claim.title(), claim.type(), claim.provenance(), claim.restsOn(),
            claim.hypotheses(), statements, claim.teeth(), List.of(), claim.space());
    }

    @Test
    void theAuditIsRed(@TempDir Path folder) {
        var run = Run.of(broken(), "", "audit", "--instances", "10", "--out", folder.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("REFUTED: fisher-kl/R7 (", "(shrunk from k=", "left      [", "right     [",
            "margin    ", "replay    echo '{\"claim\":\"R7\",\"instance\":{\"family\":\"gauss_ou\"", "' | ./apodix evaluate fisher-kl -",
            "0 of 1 claims are green; not green: fisher-kl/R7 (refuted)");
        var command = run.out().lines().filter(line -> line.contains("replay    echo")).findFirst().orElseThrow();
        var replayed = Run.of(broken(), command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\'')),
            "evaluate", "fisher-kl", "-", "--json");
        assertThat(replayed.exit()).isEqualTo(1);
        var refuted = Json.read(replayed.out(), "standard output").at("/0/verdicts").findParents("verdict").stream()
            .filter(v -> v.get("verdict").textValue().equals("REFUTED")).findFirst().orElseThrow();
        var gap = new BigDecimal(refuted.at("/left/lo").textValue()).subtract(new BigDecimal(refuted.at("/right/hi").textValue()));
        var margin = run.out().lines().filter(line -> line.startsWith("    margin    ")).findFirst().orElseThrow().substring(14);
        assertThat(gap.subtract(new BigDecimal(margin)).abs()).isLessThan(new BigDecimal("1e-15"));
        // simple: one dimension
        assertThat(Json.read(replayed.out(), "standard output").at("/0/instance/m").size()).isEqualTo(1);
    }
}
