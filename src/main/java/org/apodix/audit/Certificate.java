package org.apodix.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;
import org.apodix.expression.NotRecordedException;
import org.apodix.expression.Recording;
import org.apodix.expression.Step;

/**
 * The verdict of one statement on one instance with everything it rests on, for a checker that does not trust this program: one node per operation
 * with the enclosure claimed of it, the hypotheses, the conclusion. The format is on docs/certificates.md.
 *
 * <p>A certificate depends on instance and version alone. Its verdict follows from its own nodes: more digits are recorded until it does.
 */
public final class Certificate {

    public static final String FORMAT = "theorem-certificate/1";

    /** Digits of the enclosures, tried in this order. The last is far beyond what a verdict needs that is decided at all. */
    private static final List<Integer> DIGITS = List.of(20, 40, 80, 160, 320, 640);
    /** Of statements with integrals or suprema: few digits spare the checker most of its work. */
    private static final List<Integer> DIGITS_OF_SEARCHES = List.of(5, 8, 12, 16);
    /** Where such sides may touch: at last what {@link Conclusion} asks for, and what is lost on the way. */
    private static final List<Integer> DIGITS_OF_TOUCHING = List.of(5, 33, 42);
    /** Fractions longer than this become enclosures, unless that leaves the conclusion open; then they may have {@value #LONG_BITS} bits. */
    private static final int SHORT_BITS = 512;
    private static final int LONG_BITS = 20_000;
    /** What the checker reads in a minute or two. */
    private static final int MAX_STEPS = 190_000;

    private Certificate() { }

    /**
     * The certificate of a statement on an instance.
     *
     * @param instance the model as its family writes it
     * @param point    of a statement about a domain the point at which it fails, or null where it is proved; else null
     * @param tooth    the id of the tooth whose statement this is, or empty
     * @throws NotRecordedException if none is made: the message says why
     */
    public static <M> ObjectNode of(Claim<M> claim, Statement<M> statement, M model, List<Rational> point, ObjectNode instance, String tooth) {
        if (statement.everywhere() != null && point == null) {
            return proof(claim, statement, model, instance);
        }
        var given = tooth.isEmpty() ? given(claim, statement) : List.<Hypothesis<M>>of();
        var expressions = new ArrayList<>(statement.sides(model, point));
        given.stream().filter(h -> h.condition() == null).forEach(h -> expressions.addAll(List.of(h.left().in(model), h.right().in(model))));
        var draft = draft(claim, statement, instance, tooth);
        // long fractions are tried once, after the first enclosures: they decide equalities, and cost much
        if (point != null) {
            var json = draft.putObject("point");
            var variables = statement.everywhere().domain().apply(model).variables();
            for (int i = 0; i < point.size(); i++) {
                json.put(variables.get(i).name(), point.get(i).toString());
            }
        }
        boolean searched = expressions.stream().anyMatch(Expr::hasSearch);
        var ladder = !searched ? DIGITS : statement.attained().test(model) ? DIGITS_OF_TOUCHING : DIGITS_OF_SEARCHES;
        for (int digits : ladder) {
            for (int bits : !searched && digits == ladder.get(0) ? List.of(SHORT_BITS, LONG_BITS) : List.of(SHORT_BITS)) {
                var recording = recording(expressions, digits, bits);
                if (recording != null && conclude(draft, statement, model, given, recording)) {
                    return draft.put("sha256", Canonical.sha256(draft));
                }
            }
        }
        throw new NotRecordedException("the enclosures of " + ladder.get(ladder.size() - 1) + " digits do not decide it");
    }

    private static <M> ObjectNode proof(Claim<M> claim, Statement<M> statement, M model, ObjectNode instance) {
        var draft = draft(claim, statement, instance, "");
        var conclusion = draft.putObject("conclusion");
        draft.set("proof", ProofCertificate.of(statement, model, conclusion));
        draft.put("verdict", Verdict.PROVED.name());
        var given = given(claim, statement);
        var expressions = new ArrayList<Expr>();
        given.stream().filter(h -> h.condition() == null).forEach(h -> expressions.addAll(List.of(h.left().in(model), h.right().in(model))));
        for (int digits : DIGITS) {
            var recording = recording(expressions, digits, SHORT_BITS);
            if (recording != null && suppose(draft, given, recording, 0)) {
                return draft.put("sha256", Canonical.sha256(draft));
            }
        }
        throw new NotRecordedException("the enclosures of " + DIGITS.get(DIGITS.size() - 1) + " digits do not decide a hypothesis");
    }

    private static <M> List<Hypothesis<M>> given(Claim<M> claim, Statement<M> statement) {
        var all = new ArrayList<>(claim.hypotheses());
        all.addAll(statement.given());
        return all;
    }

    private static Recording recording(List<Expr> expressions, int digits, int exactBits) {
        try {
            return Recording.of(expressions, digits, exactBits, MAX_STEPS);
        } catch (UndefinedException e) {
            return null; // more digits may prove that it is defined
        }
    }

    private static <M> ObjectNode draft(Claim<M> claim, Statement<M> statement, ObjectNode instance, String tooth) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("claim", claim.name());
        if (!tooth.isEmpty()) {
            json.put("tooth", tooth);
        } else if (!statement.part().isEmpty()) {
            json.put("part", statement.part());
        }
        json.put("fingerprint", claim.fingerprint()).put("kind", statement.kind().toString());
        json.put("provenance", claim.provenance().origin().words());
        json.put("statement", statement.tex()).put("words", statement.words());
        json.set("instance", instance);
        return json;
    }

    /** Fills in what follows from a recording; false where its enclosures leave the conclusion or a hypothesis open. */
    private static <M> boolean conclude(ObjectNode draft, Statement<M> statement, M model, List<Hypothesis<M>> given, Recording recording) {
        var left = recording.outputs().get(0);
        var right = recording.outputs().get(1);
        var conclusion = new Conclusion(statement, left, right, statement.attained().test(model), draft.has("tooth"));
        if (conclusion.verdict() == null || draft.has("point") && conclusion.verdict() != Verdict.REFUTED) {
            return false; // one point shows nothing but a counterexample
        }
        if (!suppose(draft, given, recording, 2)) {
            return false;
        }
        draft.set("conclusion", conclusion.json());
        draft.put("verdict", conclusion.verdict().name());
        return true;
    }

    /** Fills in the hypotheses, whose sides are the outputs from {@code first} on, and the nodes; false where one is left open. */
    private static <M> boolean suppose(ObjectNode draft, List<Hypothesis<M>> given, Recording recording, int first) {
        var hypotheses = draft.putArray("hypotheses");
        int next = first;
        for (var hypothesis : given) {
            var json = hypotheses.addObject().put("words", hypothesis.words());
            if (hypothesis.condition() == null) {
                var less = recording.outputs().get(next++);
                var more = recording.outputs().get(next++);
                if (less.upper().compareTo(more.lower()) > 0) {
                    return false;
                }
                json.put("left", less.place()).put("right", more.place());
            }
        }
        var nodes = draft.putArray("nodes");
        recording.steps().forEach(step -> nodes.add(node(step, recording.digits())));
        return true;
    }

    /** A step; of a program, whose steps claim nothing, the digits are of no use. */
    static ObjectNode node(Step step, int digits) {
        var json = JsonNodeFactory.instance.objectNode().put("op", step.operator());
        if (!step.operands().isEmpty()) {
            var places = json.putArray("args");
            step.operands().forEach(operand -> places.add(operand.place()));
        }
        if (step.operator().equals("power")) {
            json.put("exponent", step.exponent());
        }
        if (step.operator().startsWith("matrix_")) {
            json.put("entry", step.exponent());
        }
        if (step.operator().equals("input")) {
            json.put("number", step.exponent());
        }
        if (!step.body().isEmpty()) {
            var body = json.putArray("body");
            step.body().forEach(inner -> body.add(node(inner, digits)));
        }
        if (step.lower() == null) {
            return json; // a step of a program claims nothing
        }
        return step.isExact() ? json.put("value", step.lower().toString()) : json.put("lo", Decimals.lower(step.lower(), digits)).put("hi", Decimals.upper(step.upper(), digits));
    }
}
