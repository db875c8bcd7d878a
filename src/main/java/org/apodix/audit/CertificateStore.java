package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apodix.enclosure.Rational;
import org.apodix.expression.NotRecordedException;

/**
 * The certificates of an audit: of the edges, the tightest, the loosest and every refuted instance of each claim, of a random sample of the others, and of
 * every tooth. What is left without one stands in the index with the reason.
 */
final class CertificateStore {

    static final String FOLDER = "certificates";
    static final String INDEX = "index.jsonl";
    /** What a checker said of them; it is not written here. */
    private static final String RECEIPTS = "receipts.jsonl";
    /** One random instance in this many. */
    private static final int SAMPLED = 100;

    private final Examiner examiner;
    private final Options options;
    private final Path folder;
    private final StringBuilder index = new StringBuilder();
    private int written;
    private int left;

    CertificateStore(Examiner examiner, Options options, Path folder) {
        this.examiner = examiner;
        this.options = options;
        this.folder = folder.resolve(FOLDER);
    }

    /** Removes what an earlier audit left. */
    void clear() throws IOException {
        if (Files.notExists(folder.resolve(INDEX))) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json") || f.endsWith(INDEX) || f.endsWith(RECEIPTS)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** An instance with its ledger line; or the teeth of the claim, where the line is null. */
    record Task(Claim<?> claim, LedgerLine line) { }

    /** One certificate, or the reason why there is none. */
    record Result(ObjectNode entry, String file, ObjectNode certificate) { }

    /** What is certified, in order: it depends on the options and the ledger alone. */
    List<Task> tasks(List<Tally> tallies, List<LedgerLine> ledger) {
        Map<String, List<LedgerLine>> byClaim = new HashMap<>();
        ledger.forEach(line -> byClaim.computeIfAbsent(line.claim(), name -> new ArrayList<>()).add(line));
        var tasks = new ArrayList<Task>();
        for (var tally : tallies) {
            var lines = byClaim.getOrDefault(tally.claim().name(), List.of());
            chosen(tally, lines).forEach(k -> tasks.add(new Task(tally.claim(), lines.get(k))));
            tasks.add(new Task(tally.claim(), null));
        }
        return tasks;
    }

    private static TreeSet<Integer> chosen(Tally tally, List<LedgerLine> lines) {
        var chosen = new TreeSet<Integer>();
        for (var line : lines) {
            boolean refuted = line.verdicts().stream().anyMatch(v -> v.get("verdict").textValue().equals(Verdict.REFUTED.name()));
            if (line.k() < tally.claim().edges().size() || refuted || new SplitMix(0, "certify " + line.claim(), line.k()).below(SAMPLED - 1) == 0) {
                chosen.add(line.k());
            }
        }
        for (var extreme : new Tally.Extreme[] {tally.tightest(), tally.loosest()}) {
            if (extreme != null) {
                chosen.add(extreme.line().k());
            }
        }
        return chosen;
    }

    /** The certificates of a task. */
    List<Result> certify(Task task) {
        return task.line() == null ? teeth(task.claim()) : instance(task.claim(), task.line());
    }

    private <M> List<Result> teeth(Claim<M> claim) {
        var results = new ArrayList<Result>();
        for (var tooth : claim.teeth()) {
            var entry = JsonNodeFactory.instance.objectNode().put("claim", claim.name()).put("tooth", tooth.id());
            var point = tooth.statement().everywhere() == null ? null : point(examiner.bite(claim, tooth).get("verdict"));
            results.add(result(entry, claim, tooth.statement(), tooth.witness(), point, examiner.write(claim, tooth.witness()), tooth.id()));
        }
        return results;
    }

    private <M> List<Result> instance(Claim<M> claim, LedgerLine line) {
        var model = claim.instance(options.seed(), line.k()).model();
        var results = new ArrayList<Result>();
        for (var json : line.verdicts()) {
            var verdict = Verdict.valueOf(json.get("verdict").textValue());
            if (verdict == Verdict.VACUOUS || verdict == Verdict.UNDECIDED) {
                continue; // nothing was decided
            }
            var part = json.path("part").asText();
            var entry = JsonNodeFactory.instance.objectNode().put("claim", claim.name());
            if (!part.isEmpty()) {
                entry.put("part", part);
            }
            entry.put("k", line.k());
            var statement = claim.statements().stream().filter(s -> s.part().equals(part)).findFirst().orElseThrow();
            var point = verdict == Verdict.REFUTED && statement.everywhere() != null ? point(json) : null;
            results.add(result(entry, claim, statement, model, point, line.instance(), ""));
        }
        return results;
    }

    /** The point of a counterexample, as it stands in the ledger, or null. */
    private static List<Rational> point(JsonNode verdict) {
        var witness = verdict.get("witness");
        if (witness == null) {
            return null;
        }
        var point = new ArrayList<Rational>();
        witness.forEach(value -> point.add(Rational.parse(value.textValue())));
        return point;
    }

    private <M> Result result(ObjectNode entry, Claim<M> claim, Statement<M> statement, M model, List<Rational> point, ObjectNode instance, String tooth) {
        try {
            var certificate = Certificate.of(claim, statement, model, point, instance, tooth);
            var run = certificate.putObject("run").put("version", options.version()).put("seed", Long.toString(options.seed()));
            if (entry.has("k")) {
                run.put("k", entry.get("k").intValue());
            }
            var file = name(entry);
            entry.put("file", file).put("verdict", certificate.get("verdict").textValue()).put("nodes", certificate.get("nodes").size())
                .put("sha256", certificate.get("sha256").textValue());
            return new Result(entry, file, certificate);
        } catch (NotRecordedException e) {
            return new Result(entry.put("none", e.getMessage()), null, null);
        }
    }

    /** The file of a certificate within the folder. */
    private static String name(ObjectNode entry) {
        var tail = entry.has("tooth") ? "-tooth-" + entry.get("tooth").textValue()
            : (entry.has("part") ? "-" + entry.get("part").textValue() : "") + "-" + entry.get("k").intValue();
        return entry.get("claim").textValue() + tail.replaceAll("[^A-Za-z0-9.-]", "_") + ".json";
    }

    /** Writes the results of a task; called in order. */
    void write(Task task, List<Result> results) throws IOException {
        for (var result : results) {
            if (result.certificate() != null) {
                var file = folder.resolve(result.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, Json.line(result.certificate()) + "\n");
                written++;
            } else {
                left++;
            }
            index.append(Json.line(result.entry())).append('\n');
        }
    }

    /** Writes the index. */
    void close() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(INDEX), index);
    }

    int written() {
        return written;
    }

    /** How many decided statements were left without a certificate. */
    int left() {
        return left;
    }
}
