package org.apodix.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apodix.enclosure.Rational;
import org.apodix.expression.NotRecordedException;
import org.apodix.expression.Program;
import org.apodix.proof.Cut;
import org.apodix.proof.Evidence;
import org.apodix.proof.Prover;

/**
 * The part of a certificate that holds a proof for every point of a domain: the two sides as a program of the variables, and how the domain was
 * divided. No value on a cell is written down: the checker computes both sides on every cell by itself.
 */
final class ProofCertificate {

    /** Cells that the search looks at. */
    private static final int MAX_CELLS = 3000;
    /** Operations on all cells: what the checker computes again in a minute. */
    private static final long MAX_OPERATIONS = 1_500_000;
    /** An operation on intervals and Taylor polynomials costs the checker as much as so many on polynomials. */
    private static final int COST_OF_ENCLOSURES = 20;
    private static final long MAX_TERMS = 40_000_000;

    /** Operations that the checker has in integrals and not in proofs. */
    private static final Set<String> UNPROVED = Set.of("log_sum_exp", "hull");

    private ProofCertificate() { }

    /**
     * The proof of a statement on an instance; the conclusion's sides are steps of its program.
     *
     * @throws NotRecordedException if none is written: the message says why
     */
    static <M> ObjectNode of(Statement<M> statement, M model, ObjectNode conclusion) {
        var domain = statement.everywhere().domain().apply(model);
        var left = statement.left().in(model);
        var right = statement.right().in(model);
        var program = Program.of(List.of(left, right), domain.variables());
        if (program.steps().stream().anyMatch(step -> UNPROVED.contains(step.operator()))) {
            throw new NotRecordedException("a proof about logarithms of sums of exponentials, or sets of numbers, is not written out");
        }
        var evidence = program.steps().size() > MAX_OPERATIONS ? null
            : new Prover(MAX_CELLS, MAX_TERMS).evidence(left, right, domain, statement.relation() == Relation.EQUAL);
        if (evidence == null) {
            throw new NotRecordedException("a proof on more than " + MAX_CELLS + " cells is not written out");
        }
        if (cost(evidence) * program.steps().size() > MAX_OPERATIONS) {
            throw new NotRecordedException("a proof that takes the checker more than a minute is not written out");
        }
        conclusion.put("relation", statement.relation().symbol()).put("left", program.outputs().get(0).place())
            .put("right", program.outputs().get(1).place());
        var json = JsonNodeFactory.instance.objectNode();
        var names = json.putArray("variables");
        domain.variables().forEach(variable -> names.add(variable.name()));
        var steps = json.putArray("program");
        program.steps().forEach(step -> steps.add(Certificate.node(step, 0)));
        return evidence(evidence, json);
    }

    /** How many cells are computed, each weighted with the cost of an operation there. */
    private static long cost(Evidence evidence) {
        var covers = new ArrayList<>(evidence.covers());
        evidence.summands().forEach(summand -> covers.add(summand.cover()));
        return covers.stream().flatMap(cover -> cover.cuts().stream()).mapToLong(ProofCertificate::cost).sum();
    }

    private static long cost(Cut cut) {
        return cut instanceof Cut.Leaf leaf ? leaf.reason() == Cut.Reason.SIGNS ? 1 : COST_OF_ENCLOSURES : 0;
    }

    private static ObjectNode evidence(Evidence evidence, ObjectNode json) {
        if (evidence.summands().isEmpty()) {
            var parts = json.putArray("domain");
            evidence.covers().forEach(cover -> parts.add(cover(cover)));
            return json;
        }
        var parts = json.putArray("sum");
        for (var summand : evidence.summands()) {
            parts.add(cover(summand.cover()).put("variable", summand.variable()).put("least", summand.least().toString()));
        }
        return json;
    }

    private static ObjectNode cover(Evidence.Covered cover) {
        var json = JsonNodeFactory.instance.objectNode();
        if (cover.isBox()) {
            numbers(json.putArray("lower"), cover.corners().get(0));
            numbers(json.putArray("upper"), cover.corners().get(1));
        } else {
            var vertices = json.putArray("vertices");
            cover.corners().forEach(corner -> numbers(vertices.addArray(), corner));
        }
        var cuts = json.putArray("cuts");
        cover.cuts().forEach(cut -> cut(cut, cuts.addObject()));
        return json;
    }

    private static void numbers(ArrayNode array, List<Rational> numbers) {
        numbers.forEach(number -> array.add(number.toString()));
    }

    private static void cut(Cut cut, ObjectNode json) {
        if (cut instanceof Cut.Across across) {
            json.put("across", across.variable()).put("at", across.at().toString());
        } else if (cut instanceof Cut.Edge edge) {
            json.putArray("edge").add(edge.from()).add(edge.to());
            json.put("at", edge.s().toString());
        } else if (cut instanceof Cut.Simplices) {
            json.put("simplices", true);
        } else {
            json.put("by", ((Cut.Leaf) cut).reason().toString().toLowerCase(Locale.ROOT));
        }
    }
}
