package org.apodix.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Bites;
import org.apodix.audit.Claim;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Judge;
import org.apodix.audit.Kind;
import org.apodix.audit.Ladder;
import org.apodix.audit.LedgerLine;
import org.apodix.audit.Parallel;
import org.apodix.audit.Relation;
import org.apodix.audit.Statement;
import org.apodix.audit.Tally;
import org.apodix.audit.Theorem;
import org.apodix.audit.Tooth;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Digits;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/**
 * Makes the view of one claim. The instances that are shown are read back from the ledger, judged again and enclosed again; a
 * ledger that says otherwise is refused.
 */
final class ClaimPage<M> {

    private final Theorem theorem;
    private final Claim<M> claim;
    private final ClaimRecord record;
    private final int planned;
    private final Ladder ladder;
    private final Bites bites;

    private ClaimPage(Theorem theorem, Claim<M> claim, ClaimRecord record, int planned, Ladder ladder, Bites bites) {
        this.theorem = theorem;
        this.claim = claim;
        this.record = record;
        this.planned = planned;
        this.ladder = ladder;
        this.bites = bites;
    }

    /**
     * The view of a claim.
     *
     * @param record  what the audit found, or null where the claim was not selected
     * @param planned how many instances the audit set out to try
     */
    static <M> ClaimView view(Theorem theorem, Claim<M> claim, ClaimRecord record, int planned, Ladder ladder, Bites bites) {
        boolean wasRun = record != null;
        return new ClaimPage<>(theorem, claim, wasRun ? record : new ClaimRecord(claim, Certificates.NONE), planned, ladder, bites).view(wasRun);
    }

    private ClaimView view(boolean wasRun) {
        return Parallel.both(this::instances, () -> Parallel.map(wasRun ? claim.teeth() : List.of(), this::tooth),
            (instances, teeth) -> view(wasRun, instances, teeth));
    }

    /** The instances that are shown with both sides; each may be null but the refutations. */
    private record Instances(List<InstanceView> refutations, InstanceView tightest, InstanceView loosest, InstanceView example) { }

    private Instances instances() {
        var tally = record.tally();
        var pins = Parallel.map(List.<Supplier<InstanceView>>of(() -> extreme(tally.tightest()), () -> extreme(tally.loosest()), () -> example(tally)),
            Supplier::get);
        return new Instances(refutations(), pins.get(0), pins.get(1), pins.get(2));
    }

    private ClaimView view(boolean wasRun, Instances instances, List<ToothView> teeth) {
        var tally = record.tally();
        var source = claim.provenance();
        return new ClaimView(claim.id(), Anchor.safe(claim.id()), Anchor.page(theorem.id(), claim.id()), claim.title(), Badge.of(tally), tally.isArmed(), wasRun,
            claim.statements().stream().map(s -> s.kind().toString()).distinct().collect(Collectors.joining(", ")), source.origin().words(), Prose.of(source.paperSays()), Prose.of(source.difference()), restsOn(),
            claim.hypotheses().stream().map(ClaimPage::words).toList(),
            IntStream.range(0, claim.statements().size()).mapToObj(this::statement).toList(), symbols(), Count.of(tally),
            tally.instances(), wasRun ? planned - tally.instances() : 0, instances.refutations(), instances.tightest(),
            instances.loosest(), instances.example(), byDoubles(tally), InstanceTable.of(record), Spread.of(record.lines()),
            (int) record.lines().stream().filter(InstanceTable::isEdge).count(), wasRun ? untried() : List.of(), reasons(),
            teeth, record.certificates());
    }

    private List<ClaimView.Link> restsOn() {
        return claim.restsOn().stream().map(id -> new ClaimView.Link(id, Anchor.safe(id),
            theorem.claims().stream().anyMatch(other -> other.id().equals(id)))).toList();
    }

    /** What no instance tried: statements that spoke of none, and families of instances that the claim could speak of. */
    private List<String> untried() {
        var words = new ArrayList<String>();
        record.tally().untried().forEach(part -> words.add(part.isEmpty() ? "the statement spoke of no instance" : "statement (" + part + ") spoke of no instance"));
        var tried = record.lines().stream().map(line -> line.instance().path("family").asText()).collect(Collectors.toSet());
        theorem.families().stream().filter(family -> claim.type().isAssignableFrom(family.type()) && !tried.contains(family.name()))
            .forEach(family -> words.add("no instance of the family " + family.name()));
        return words;
    }

    private static <M> Prose words(Hypothesis<M> hypothesis) {
        var words = Prose.of(hypothesis.words());
        if (hypothesis.condition() != null) {
            return words;
        }
        var computed = "$" + hypothesis.left().tex() + " \\le " + hypothesis.right().tex() + "$";
        var isFormula = words.pieces().stream().allMatch(Prose.Piece::isTex);
        return Prose.of(isFormula ? computed : hypothesis.words() + ": " + computed);
    }

    private StatementView statement(int index) {
        var statement = claim.statements().get(index);
        var tally = record.part(index);
        return new StatementView(statement.part(), Prose.of(statement.words()), statement.tex(),
            statement.given().stream().map(ClaimPage::words).toList(), meaning(statement.kind()), Count.of(tally),
            statement.informative() == null ? "" : statement.informative().tex(), tally.uninformative(), tightness(tally.loosest()),
            tightness(tally.tightest()));
    }

    private static String meaning(Kind kind) {
        return switch (kind) {
            case EXACT -> "exact: an identity between two computed forms";
            case UNIFORM -> "uniform: for every point of a domain of the instance";
            case INSTANCE -> "instance: an inequality between numbers of one instance";
            case FITTED -> "fitted: a rate read off a sequence of instances; evidence, not proof";
            case STATISTICAL -> "statistical: true with a stated confidence; evidence, not proof";
        };
    }

    private List<ClaimView.Symbol> symbols() {
        var formulas = new ArrayList<Formula<M>>();
        for (var statement : claim.statements()) {
            addSides(statement, formulas);
        }
        claim.hypotheses().forEach(hypothesis -> addSides(hypothesis, formulas));
        claim.teeth().forEach(tooth -> addSides(tooth.statement(), formulas));
        var symbols = new LinkedHashMap<String, ClaimView.Symbol>();
        for (var formula : formulas) {
            for (Quantity<M> quantity : formula.quantities()) {
                symbols.putIfAbsent(quantity.name(),
                    new ClaimView.Symbol(quantity.tex(), quantity.name(), Prose.of(quantity.meaning())));
            }
        }
        return List.copyOf(symbols.values());
    }

    private static <M> void addSides(Statement<M> statement, List<Formula<M>> formulas) {
        formulas.add(statement.left());
        formulas.add(statement.right());
        statement.given().forEach(hypothesis -> addSides(hypothesis, formulas));
        if (statement.informative() != null) {
            formulas.add(statement.informative().less());
            formulas.add(statement.informative().more());
        }
    }

    private static <M> void addSides(Hypothesis<M> hypothesis, List<Formula<M>> formulas) {
        if (hypothesis.condition() == null) {
            formulas.add(hypothesis.left());
            formulas.add(hypothesis.right());
        }
    }

    /** For each refuted statement a shrunk refutation if there is one, and else the first. */
    private List<InstanceView> refutations() {
        var views = new ArrayList<InstanceView>();
        for (var statement : claim.statements()) {
            var lines = record.lines().stream().filter(line -> isRefuted(line, statement)).toList();
            if (lines.isEmpty()) {
                continue;
            }
            // the auditor shrinks toward the first refuted statement of a line
            var shrunk = lines.stream().filter(line -> line.shrunk() != null
                && claim.statements().stream().filter(other -> isRefuted(line, other)).findFirst().orElseThrow() == statement).findFirst();
            var line = shrunk.orElse(lines.get(0));
            views.add(shrunk.isPresent()
                ? instance(statement, line.shrunk(), "shrunk from instance " + line.k() + ", " + line.origin(), Verdict.REFUTED, "")
                : instance(statement, line.instance(), origin(line), Verdict.REFUTED,
                    ClaimRecord.verdict(line, statement).path("level").asText()));
        }
        return views;
    }

    private static boolean isRefuted(LedgerLine line, Statement<?> statement) {
        var verdict = ClaimRecord.verdict(line, statement);
        return verdict != null && Verdict.REFUTED.name().equals(verdict.get("verdict").textValue());
    }

    private InstanceView extreme(Tally.Extreme extreme) {
        if (extreme == null) {
            return null;
        }
        var part = extreme.verdict().path("part").asText("");
        var statement = claim.statements().stream().filter(s -> s.part().equals(part)).findFirst().orElseThrow();
        return instance(statement, extreme.line().instance(), origin(extreme.line()),
            Verdict.valueOf(extreme.verdict().get("verdict").textValue()), extreme.verdict().path("level").asText());
    }

    /** The first random instance with a decided verdict, or else the first edge, where nothing can be tight. */
    private InstanceView example(Tally tally) {
        if (tally.tightest() != null) {
            return null;
        }
        var decided = new ArrayList<Tally.Extreme>();
        for (var line : record.lines()) {
            line.verdicts().stream().filter(v -> Verdict.valueOf(v.get("verdict").textValue()).isDecided())
                .findFirst()
                .ifPresent(verdict -> decided.add(new Tally.Extreme(line, verdict)));
        }
        return extreme(decided.stream().filter(found -> found.line().origin().equals("random")).findFirst()
            .orElse(decided.isEmpty() ? null : decided.get(0)));
    }

    private static String tightness(Tally.Extreme extreme) {
        return extreme == null ? "" : Ends.digits(extreme.verdict().path("tightness"), Digits.RATIO);
    }

    /** The claim reduced to one statement: what is judged again, and no more. */
    private Claim<M> only(Statement<M> statement) {
        return new Claim<>(claim.theorem(), claim.id(), claim.title(), claim.type(), claim.provenance(), claim.restsOn(), claim.hypotheses(),
            List.of(statement), List.of(), List.of(), claim.space());
    }

    private InstanceView instance(Statement<M> statement, ObjectNode json, String origin, Verdict expected, String level) {
        var model = model(json);
        var judgement = new Judge(ladder).judge(only(statement), model).stream().findFirst().orElse(null);
        if (judgement == null || judgement.verdict() != expected) {
            throw new BadInput("the ledger says " + expected + " of " + claim.name() + " on " + origin + ", but judged again it is "
                + (judgement == null ? "none of its instances" : judgement.verdict()) + "; audit again to report it");
        }
        return new InstanceView(statement.part(), origin, Sides.of(statement, model, judgement, ladder),
            InstanceView.decided(level.isEmpty() ? judgement.level() : level, judgement.proof()),
            InstanceView.replay(theorem.id(), claim.id(), write(model)));
    }

    private ToothView tooth(Tooth<M> tooth) {
        var recorded = record.toothVerdict(tooth);
        var judgement = bites.of(tooth);
        if (!judgement.verdict().name().equals(recorded)) {
            throw new BadInput("teeth.jsonl says " + recorded + " of the tooth \"" + tooth.id() + "\" of " + claim.name()
                + ", but judged again it is " + judgement.verdict() + "; audit again to report it");
        }
        var witness = new InstanceView("", "witness", Sides.of(tooth.statement(), tooth.witness(), judgement, ladder),
            InstanceView.decided(judgement.level(), judgement.proof()), InstanceView.fields(write(tooth.witness())));
        return new ToothView(tooth.id(), Prose.of(tooth.statement().words()), tooth.statement().tex(), sign(tooth.statement().relation()), tooth.ours(),
            judgement.verdict() == Verdict.REFUTED, judgement.verdict().name(), record.certificate(tooth), witness);
    }

    private static String sign(Relation relation) {
        return switch (relation) {
            case AT_MOST -> "\u2264";
            case EQUAL -> "=";
            case FIT -> "\u2208";
        };
    }

    private M model(ObjectNode json) {
        var fields = new Fields(json);
        for (var family : theorem.families()) {
            // one name may stand for several families, or one family for several kinds of models
            if (family.name().equals(fields.family()) && (claim.type().isAssignableFrom(family.type()) || family.type().isAssignableFrom(claim.type()))) {
                var model = family.read(fields);
                if (claim.type().isInstance(model)) {
                    return claim.type().cast(model);
                }
            }
        }
        throw new BadInput("the ledger has an instance of the family \"" + Fields.shorten(fields.family()) + "\", of which "
            + claim.name() + " does not speak; audit again to report it");
    }

    private ObjectNode write(M model) {
        for (var family : theorem.families()) {
            if (family.writes(model)) {
                return writeAs(family, model);
            }
        }
        throw new IllegalStateException("no family of " + theorem.id() + " writes a " + model.getClass().getSimpleName());
    }

    private static <F> ObjectNode writeAs(Family<F> family, Object model) {
        return family.write(family.type().cast(model));
    }

    private List<ClaimView.Reason> reasons() {
        var counts = new LinkedHashMap<Map.Entry<String, String>, Integer>();
        for (var line : record.lines()) {
            for (var verdict : line.verdicts()) {
                if (verdict.has("reason")) {
                    counts.merge(Map.entry(verdict.get("verdict").asText(), verdict.get("reason").asText()), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
            .map(e -> new ClaimView.Reason(e.getKey().getKey(), Prose.of(e.getKey().getValue()), e.getValue())).toList();
    }

    private static String byDoubles(Tally tally) {
        return tally.decided() == 0 ? "nothing was decided"
            : tally.decidedByDoubles() + " of " + tally.decided() + " decided verdicts ("
                + 100L * tally.decidedByDoubles() / tally.decided() + " %)";
    }

    private static String origin(LedgerLine line) {
        return "instance " + line.k() + ", " + line.origin();
    }
}
