package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas that the checker has of its own: a certificate passes the last level, and one of another formula, true in itself, is rejected there. */
class CheckerFormulasTest {

    @TempDir
    Path folder;

    private String check(JsonNode certificate) throws IOException, InterruptedException {
        var file = folder.resolve("certificate.json");
        Files.writeString(file, certificate.toString());
        Process process;
        try {
            process = new ProcessBuilder("python3", "checker/check.py", file.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no python3");
            return "";
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private static <M> ObjectNode certificate(Claim<M> claim, String part, int edge, Catalogue catalogue) {
        var statement = claim.statements().stream().filter(s -> s.part().equals(part)).findFirst().orElseThrow();
        var model = claim.edges().get(edge).model();
        assertThat(statement.about().test(model)).isTrue();
        var instance = new Examiner(catalogue, new Judge(Engine.DYADIC.ladder(600)), 1).write(claim, model);
        return Certificate.of(claim, statement, model, null, instance, "");
    }

    /** Both sides greater by 1: the same relation between other formulas. */
    private static ObjectNode shifted(ObjectNode certificate) {
        var other = certificate.deepCopy();
        var conclusion = (ObjectNode) other.get("conclusion");
        boolean proof = other.has("proof");
        var steps = (ArrayNode) (proof ? other.get("proof").get("program") : other.get("nodes"));
        int one = steps.size();
        steps.addObject().put("op", "const").put("value", "1");
        for (var side : new String[] {"left", "right"}) {
            int place = conclusion.get(side).intValue();
            conclusion.put(side, steps.size());
            var sum = steps.addObject().put("op", "add");
            sum.putArray("args").add(place).add(one);
            if (!proof) {
                var node = steps.get(place);
                for (var end : new String[] {"value", "lo", "hi"}) {
                    if (node.has(end)) {
                        sum.put(end, Rational.parse(node.get(end).textValue()).plus(Rational.ONE).toString());
                    }
                }
            }
        }
        return other.put("sha256", Canonical.sha256(other));
    }

    @ParameterizedTest
    @CsvSource({
        "fisher-kl/R1, a, 1", "fisher-kl/R6, chain-refined, 1", "fisher-kl/R8, moment, 0", "fisher-kl/R9, a, 0", "fisher-kl/R9, c-path, 10",
        "fisher-kl/R10, gap, 1", "fisher-kl/R11, lower, 0", "fisher-kl/R12, a-bound, 1", "fisher-kl/R13, a-EI, 0", "fisher-kl/R14, truth, 1", "fisher-kl/R15, score, 1",
        "fisher-kl/K1, a, 0", "fisher-kl/K2, score, 0", "fisher-kl/K3, b, 0", "fisher-kl/K4, chain, 5",
        "fisher-kl/K5, error, 4", "fisher-kl/K7, order, 1",
        "ratio-signrelu/R1, c-all, 0", "ratio-signrelu/R2, b-error-all, 0", "ratio-signrelu/R3, division, 0", "ratio-signrelu/R5, b, 0", "ratio-signrelu/R7, '', 0",
        "ratio-signrelu/R7, parameters, 0", "ratio-signrelu/R9, clipped, 0", "ratio-signrelu/R10, quotient, 3", "ratio-signrelu/R11, series, 1", "ratio-signrelu/R12, c, 0",
        "ratio-signrelu/R13, '', 0", "ratio-signrelu/R14, c, 3", "ratio-signrelu/R14, remainder, 3", "ratio-signrelu/R15, data, 0",
        "ratio-signrelu/R17, '', 0", "ratio-signrelu/R19, '', 0", "ratio-signrelu/R20, tail, 2",
        "ratio-signrelu/R1, a, 0", "ratio-signrelu/R2, d-upper, 0", "ratio-signrelu/R3, '', 0", "ratio-signrelu/R6, attained, 0", "ratio-signrelu/R6, upper, 0",
        "ratio-signrelu/R8, a, 2", "ratio-signrelu/R8, c-2, 2", "ratio-signrelu/R8, b-upper, 0",
        "generalization-gap/G8, identity, 1", "generalization-gap/G8, bound, 0", "generalization-gap/G10, optimal, 1", "generalization-gap/G10, attained, 3",
        "generalization-gap/G11, floor, 0", "generalization-gap/G12, a-most, 20", "generalization-gap/G12, a-chord, 22",
        "factorizable-density/F4, upper, 1", "factorizable-density/F5, lower, 0", "factorizable-density/F13, gain, 0", "factorizable-density/F13, best, 2",
        "generalization-gap/G1, moment-G, 0", "generalization-gap/G1, EB2, 0", "generalization-gap/G1, all-x-B, 0", "generalization-gap/G3, main, 0",
        "generalization-gap/G4, range, 0", "generalization-gap/G7, a-B, 0", "generalization-gap/G7, b-G, 0", "generalization-gap/G11, affinity, 0",
        "generalization-gap/G12, b, 0",
        "factorizable-density/F1, b-dimension, 4", "factorizable-density/F2, D4-123, 1", "factorizable-density/F3, density, 0",
        "factorizable-density/F4, chord, 0", "factorizable-density/F6, i-upper, 0", "factorizable-density/F7, smooth, 0", "factorizable-density/F8, a-upper, 0",
        "factorizable-density/F9, c, 3", "factorizable-density/F10, error, 0", "factorizable-density/F11, accuracy, 0", "factorizable-density/F12, a, 0",
        "factorizable-density/F14, risk, 0", "factorizable-density/F15, risk, 1", "factorizable-density/F16, pair, 0", "factorizable-density/F17, root, 2",
        "factorizable-density/F18, rate, 5",
        "dimension-free-score/R1, e, 0", "dimension-free-score/R2, d, 0", "dimension-free-score/R2, d-second-modes, 4", "dimension-free-score/R3, c, 0",
        "dimension-free-score/R6, tau, 0", "dimension-free-score/R8, a-lower, 0", "dimension-free-score/R12, S-C, 0", "dimension-free-score/R13, v, 0",
        "dimension-free-score/R15, one-point, 1",
        "dimension-free-score/R8, c-upper, 4", "dimension-free-score/R8, c-attained, 4", "dimension-free-score/R8, e-square, 5", "dimension-free-score/R8, d-upper, 6"})
    void aCertificateIsOfTheFormulaOfItsClaim(String name, String part, int edge) throws IOException, InterruptedException {
        var catalogue = Catalogue.load();
        var claim = catalogue.theorems().stream().flatMap(t -> t.claims().stream()).filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        var certificate = certificate(claim, part, edge, catalogue);

        assertThat(check(certificate)).startsWith("L2 " + certificate.get("verdict").textValue() + " " + name);
        assertThat(check(shifted(certificate))).startsWith("REJECTED ").contains("side is not that of this statement on this instance");
    }

    /** What is evidence alone is known to the checker by name, so that it passes for nothing else. */
    @Test
    void theCheckerKnowsAllStatisticalStatements() throws IOException {
        var known = new TreeMap<String, Set<String>>();
        var table = Files.readString(Path.of("checker/rebuild.py")).lines().filter(line -> line.startsWith("STATISTICAL = ")).findFirst().orElseThrow();
        for (var entry = Pattern.compile("\"([^\"]+)\": \\(([^)]*)\\)").matcher(table); entry.find();) {
            var parts = new TreeSet<String>();
            for (var part = Pattern.compile("\"([^\"]+)\"").matcher(entry.group(2)); part.find();) {
                parts.add(part.group(1));
            }
            known.put(entry.group(1), parts);
        }
        var stated = new TreeMap<String, Set<String>>();
        Catalogue.load().theorems().stream().flatMap(t -> t.claims().stream()).forEach(claim -> claim.statements().stream()
            .filter(s -> s.kind() == Kind.STATISTICAL).forEach(s -> stated.computeIfAbsent(claim.name(), name -> new TreeSet<>()).add(s.part())));
        assertThat(known).isEqualTo(stated).isNotEmpty();
    }

    /** Only the file of a theorem says what its claims are: a claim of the name of another file there has no formula. */
    @ParameterizedTest
    @CsvSource({"tools/G8", "normal/G8", "generalization-gap-flows/G9", "factorizable-density-laws/F1"})
    void aFileOfHelpersIsNoTheorem(String name) throws IOException, InterruptedException {
        var catalogue = Catalogue.load();
        var claim = catalogue.theorems().stream().flatMap(t -> t.claims().stream()).filter(c -> c.name().equals("generalization-gap/G8")).findFirst().orElseThrow();
        var certificate = certificate(claim, "bound", 0, catalogue).put("claim", name);

        assertThat(check(certificate.put("sha256", Canonical.sha256(certificate)))).startsWith("L1 VERIFIED " + name);
    }
}
