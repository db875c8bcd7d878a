package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Statement;
import org.apodix.audit.Tally;
import org.apodix.audit.Theorem;
import org.apodix.audit.Verdict;

/** The report as one JSON document, by {@code assets/report.schema.json}. Numbers are decimal strings, rounded outward. */
final class ReportJson {

    private static final String FORMAT = "apodix-report/1";

    private final Catalogue catalogue;
    private final AuditRecord audit;

    private ReportJson(Catalogue catalogue, AuditRecord audit) {
        this.catalogue = catalogue;
        this.audit = audit;
    }

    static ObjectNode document(Catalogue catalogue, AuditRecord audit, RunView run, List<TheoremView> views) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("$schema", "assets/report.schema.json").put("format", FORMAT).put("version", run.version()).put("command", run.command())
            .put("complete", run.complete());
        json.set("options", audit.options().json());
        var figures = json.putObject("run");
        for (var field : List.of("seconds", "threads", "java", "os")) {
            if (audit.run().path(field).isValueNode()) {
                figures.set(field, audit.run().get(field));
            }
        }
        var theorems = json.putArray("theorems");
        for (int i = 0; i < views.size(); i++) {
            theorems.add(new ReportJson(catalogue, audit).theorem(catalogue.theorems().get(i), views.get(i)));
        }
        return json;
    }

    private ObjectNode theorem(Theorem theorem, TheoremView view) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", theorem.id()).put("title", theorem.title()).put("summary", theorem.summary()).put("page", view.page());
        var paper = theorem.paper();
        json.putObject("paper").put("authors", paper.authors()).put("title", paper.title()).put("arxiv", paper.arxiv()).put("published", paper.published());
        var constants = json.putArray("constants");
        theorem.constants().forEach(constant -> constants.addObject().put("tex", constant.tex()).put("meaning", constant.meaning())
            .put("fixedBy", constant.fixedBy().words()));
        var claims = json.putArray("claims");
        for (int i = 0; i < view.claims().size(); i++) {
            claims.add(claim(theorem.claims().get(i), view.claims().get(i)));
        }
        var figures = json.putArray("figures");
        for (var figure : view.figures()) {
            var entry = figures.addObject().put("id", figure.id()).put("title", figure.title()).put("address", view.page() + "#" + figure.anchor());
            strings(entry, "claims", figure.claims());
            if (!figure.file().isEmpty()) {
                entry.put("csv", figure.file());
            }
            strings(entry, "leftOut", figure.leftOut());
        }
        var remarks = json.putArray("beyondThePaper");
        theorem.beyondThePaper().forEach(remark -> strings(remarks.addObject().put("text", remark.text()), "claims", remark.claims()));
        strings(json, "plannedClaims", theorem.plannedClaims());
        strings(json, "plannedFamilies", theorem.plannedFamilies());
        return json;
    }

    private ObjectNode claim(Claim<?> claim, ClaimView view) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", claim.name()).put("title", claim.title()).put("page", view.page());
        var record = audit.claims().get(claim.name());
        if (record != null) {
            json.put("fingerprint", catalogue.fingerprint(claim)); // much work: of what was audited only
        }
        json.putObject("provenance").put("origin", claim.provenance().origin().words()).put("paperSays", claim.provenance().paperSays())
            .put("difference", claim.provenance().difference());
        strings(json, "restsOn", claim.restsOn());
        strings(json, "hypotheses", claim.hypotheses().stream().map(hypothesis -> hypothesis.words()).toList());
        json.put("audited", record != null);
        var statements = json.putArray("statements");
        for (int i = 0; i < claim.statements().size(); i++) {
            statements.add(statement(claim.statements().get(i), record == null ? null : record.part(i)));
        }
        if (record == null) {
            return json;
        }
        var tally = record.tally();
        json.put("instances", tally.instances()).put("green", tally.isGreen()).put("armed", tally.isArmed());
        json.set("verdicts", verdicts(tally));
        json.put("uninformative", tally.uninformative()).put("decidedByDoubles", tally.decidedByDoubles());
        extreme(json, "tightest", tally.tightest(), record);
        extreme(json, "loosest", tally.loosest(), record);
        extreme(json, "refuted", tally.refuted(), record);
        certificates(json.putObject("certificates"), view.certificates());
        var teeth = json.putArray("teeth");
        for (var tooth : claim.teeth()) {
            var entry = teeth.addObject().put("id", tooth.id()).put("words", tooth.statement().words()).put("tex", tooth.statement().tex()).put("ours", tooth.ours());
            var verdict = record.tooth(tooth);
            entry.put("bites", Verdict.REFUTED.name().equals(verdict.path("verdict").asText())).put("verdict", verdict.path("verdict").asText());
            copy(verdict, entry, "left", "right");
        }
        return json;
    }

    private static void certificates(ObjectNode json, Checked checked) {
        json.put("written", checked.written()).put("without", checked.without());
        var levels = json.putObject("passed");
        checked.levels().forEach(levels::put);
        json.put("rejected", checked.rejected()).put("refused", checked.refused()).put("unchecked", checked.unchecked());
        strings(json, "checkers", checked.checkers());
    }

    private static ObjectNode statement(Statement<?> statement, Tally tally) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("part", statement.part()).put("words", statement.words()).put("tex", statement.tex()).put("kind", statement.kind().toString())
            .put("relation", statement.relation().symbol());
        strings(json, "hypotheses", statement.given().stream().map(hypothesis -> hypothesis.words()).toList());
        if (tally != null) {
            json.set("verdicts", verdicts(tally));
        }
        return json;
    }

    private static ObjectNode verdicts(Tally tally) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var verdict : Verdict.values()) {
            json.put(verdict.name(), tally.count(verdict));
        }
        return json;
    }

    private static void extreme(ObjectNode json, String name, Tally.Extreme extreme, ClaimRecord record) {
        if (extreme == null) {
            return;
        }
        var entry = json.putObject(name).put("k", extreme.line().k()).put("ledgerLine", record.ledgerLine(extreme.line().k())).put("origin", extreme.line().origin())
            .put("part", extreme.verdict().path("part").asText()).put("level", extreme.verdict().path("level").asText());
        entry.set("instance", extreme.line().instance());
        copy(extreme.verdict(), entry, "left", "right", "tightness");
    }

    private static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (var field : fields) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    private static ObjectNode strings(ObjectNode json, String name, List<String> values) {
        var list = json.putArray(name);
        values.forEach(list::add);
        return json;
    }
}
