package org.apodix.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs an audit: every selected claim on its instances, over several threads, into a ledger in claim and instance order.
 *
 * <p>The threads only change how fast the lines come: each line depends on the options and its place alone, and lines are
 * written in order. By the engine {@code both} the ledger is that of {@code dyadic}; then a part of it is computed again with both
 * carriers ({@link Recheck}).
 */
public final class Auditor {

    private final Catalogue catalogue;
    private final Options options;
    private final Examiner examiner;
    private final Recheck recheck;

    public Auditor(Catalogue catalogue, Options options) {
        this(catalogue, options, Engine.of(options.engine()).ladder(options.maxDigits()));
    }

    Auditor(Catalogue catalogue, Options options, Ladder ladder) {
        this.catalogue = catalogue;
        this.options = options;
        this.examiner = new Examiner(catalogue, new Judge(ladder.alone()), options.seed());
        this.recheck = ladder.second() == null ? null : new Recheck(new Judge(ladder), options.seed());
    }

    /** The judgements of teeth of this audit, for its report. */
    public Bites bites() {
        return examiner.bites();
    }

    /** A claim and an instance number, in ledger order. */
    private record Task(Claim<?> claim, int k) { }

    /**
     * Runs the audit into {@code folder}: {@code teeth.jsonl} first, then {@code ledger.jsonl} line by line.
     *
     * @param resume whether to go on after the lines that the ledger has already; they must be the first ones of this audit
     * @return one tally per claim, in order
     * @throws Disagreement by the engine {@code both}, where the carriers contradict each other
     */
    public List<Tally> run(Path folder, int threads, boolean resume, AuditListener listener) throws IOException {
        var claims = catalogue.select(options.selectors());
        var tallies = new LinkedHashMap<String, Tally>();
        claims.forEach(claim -> tallies.put(claim.name(), new Tally(claim)));
        Files.createDirectories(folder);
        new CertificateStore(examiner, options, folder).clear();
        bite(claims, threads, folder.resolve("teeth.jsonl"), tallies);

        var ledgerFile = folder.resolve("ledger.jsonl");
        var done = resume && Files.exists(ledgerFile) ? Ledger.read(ledgerFile) : List.<LedgerLine>of();
        var tasks = new ArrayList<Task>();
        claims.forEach(claim -> {
            for (int k = 0; k < options.instances(); k++) {
                tasks.add(new Task(claim, k));
            }
        });
        requirePrefix(done, tasks);
        try (var ledger = resume && Files.exists(ledgerFile) ? Ledger.resume(ledgerFile, done) : Ledger.start(ledgerFile)) {
            for (int i = 0; i < done.size(); i++) {
                record(tasks.get(i), done.get(i), tallies, listener);
            }
            examine(tasks.subList(done.size(), tasks.size()), threads, ledger, tallies, listener);
        }
        if (recheck != null) {
            recheck(tallies.values(), threads, listener);
        }
        return List.copyOf(tallies.values());
    }

    private void examine(List<Task> tasks, int threads, Ledger ledger, Map<String, Tally> tallies, AuditListener listener)
            throws IOException {
        Workers.inOrder(tasks, threads, task -> examiner.examine(task.claim(), task.k()), (task, line) -> {
            ledger.append(line);
            record(task, line, tallies, listener);
        });
    }

    private void recheck(Collection<Tally> tallies, int threads, AuditListener listener) throws IOException {
        var instances = new ArrayList<Task>();
        tallies.forEach(tally -> recheck.chosen(tally).forEach(k -> instances.add(new Task(tally.claim(), k))));
        Workers.inOrder(List.copyOf(tallies), threads, tally -> recheck.teeth(tally.claim()), (tally, teeth) -> { });
        Workers.inOrder(instances, threads, task -> recheck.instance(task.claim(), task.k()), (task, k) -> { });
        listener.rechecked(instances.size(), tallies.stream().mapToInt(Tally::teeth).sum());
    }

    /** Writes the certificates of an audit that {@link #run} completed. */
    public void certify(List<Tally> tallies, Path folder, int threads, AuditListener listener) throws IOException {
        var store = new CertificateStore(examiner, options, folder);
        var tasks = store.tasks(tallies, Ledger.read(folder.resolve("ledger.jsonl")));
        Workers.inOrder(tasks, threads, store::certify, store::write);
        store.close();
        listener.certified(store.written(), store.left());
    }

    private void record(Task task, LedgerLine line, Map<String, Tally> tallies, AuditListener listener) {
        var tally = tallies.get(line.claim());
        tally.add(line);
        listener.examined(task.claim(), task.k(), options.instances());
        if (task.k() == options.instances() - 1) {
            listener.finished(tally);
        }
    }

    private void bite(List<Claim<?>> claims, int threads, Path file, Map<String, Tally> tallies) throws IOException {
        var text = new StringBuilder();
        var bites = new ArrayList<Bite<?>>();
        claims.forEach(claim -> bites.addAll(bites(claim)));
        Workers.inOrder(bites, threads, bite -> bite.with(examiner), (bite, tooth) -> {
            tallies.get(bite.claim().name()).addTooth(tooth);
            text.append(Json.line(tooth)).append('\n');
        });
        Files.writeString(file, text);
    }

    /** A tooth of a claim. */
    private record Bite<M>(Claim<M> claim, Tooth<M> tooth) {

        ObjectNode with(Examiner examiner) {
            return examiner.bite(claim, tooth);
        }
    }

    private static <M> List<Bite<M>> bites(Claim<M> claim) {
        return claim.teeth().stream().map(tooth -> new Bite<>(claim, tooth)).toList();
    }

    private void requirePrefix(List<LedgerLine> done, List<Task> tasks) {
        for (int i = 0; i < done.size(); i++) {
            if (i >= tasks.size() || !done.get(i).claim().equals(tasks.get(i).claim().name()) || done.get(i).k() != tasks.get(i).k()
                || !done.get(i).instance().equals(examiner.instance(tasks.get(i).claim(), tasks.get(i).k()))) {
                throw new BadInput("line " + (i + 1) + " of the ledger is no line of this audit; run it without --resume to start anew");
            }
        }
    }
}
