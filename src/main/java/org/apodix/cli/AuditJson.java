package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** An audit as one JSON document. */
final class AuditJson {

    private final Catalogue catalogue;

    AuditJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String document(Options options, List<Tally> tallies, List<String> planned) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("options", options.json());
        var claims = json.putArray("claims");
        tallies.forEach(tally -> claims.add(claim(tally, options)));
        var names = json.putArray("planned");
        planned.forEach(names::add);
        return Json.pretty(json);
    }

    private ObjectNode claim(Tally tally, Options options) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", tally.claim().name()).put("title", tally.claim().title());
        json.set("verdicts", verdicts(tally));
        json.put("instances", tally.instances()).put("decidedByDoubles", tally.decidedByDoubles())
            .put("uninformative", tally.uninformative()).put("teeth", tally.teeth()).put("bites", tally.bites());
        if (tally.tightest() != null) {
            var tightest = json.putObject("tightest").put("k", tally.tightest().line().k());
            tightest.set("tightness", tally.tightest().verdict().get("tightness"));
            tightest.set("instance", tally.tightest().line().instance());
        }
        if (tally.refuted() != null) {
            json.set("refuted", Refutation.of(catalogue, tally.claim(), tally.refuted().line(), options).json());
        }
        return json.put("green", tally.isGreen());
    }

    /** All seven counts, each apart. */
    static ObjectNode verdicts(Tally tally) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var verdict : Verdict.values()) {
            json.put(verdict.name(), tally.count(verdict));
        }
        return json;
    }
}
