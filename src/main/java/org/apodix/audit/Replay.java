package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Recording;

/**
 * What a certificate claims beside what this program finds when it computes the same statement of the same instance anew.
 *
 * @param name    the claim, with its part or tooth
 * @param claimed the verdict of the certificate
 * @param found   the verdict found now
 * @param overlap whether each side found meets the one claimed; of a proof for every point of a domain, whether it is the one found
 */
public record Replay(String name, Verdict claimed, Verdict found, DyadicInterval left, DyadicInterval right, boolean overlap) {

    private static final int DIGITS = 20;
    private static final int BITS = 256;

    /** Whether the certificate says what is found. */
    public boolean agrees() {
        return overlap && claimed == found;
    }

    /**
     * Computes the statement of a certificate anew.
     *
     * @throws BadInput if it is no certificate of this version's claims, or its hash does not belong to it
     */
    public static Replay of(JsonNode json, String source, Catalogue catalogue, Ladder ladder) {
        if (!(json instanceof ObjectNode certificate) || !certificate.path("format").asText().equals(Certificate.FORMAT)) {
            throw new BadInput(source + " is no certificate of the format " + Certificate.FORMAT + "; give a file that an audit wrote into certificates/");
        }
        if (!certificate.path("sha256").asText().equals(Canonical.sha256(certificate))) {
            throw new BadInput("the hash in " + source + " does not belong to its contents: it was changed after it was written; audit again");
        }
        var claim = claim(certificate, source, catalogue);
        if (!certificate.path("fingerprint").asText().equals(claim.fingerprint())) {
            throw new BadInput(source + " was written for another version of " + claim.name() + ": its fingerprint is no longer that of the claim; audit again");
        }
        return replay(claim, certificate, source, catalogue, ladder);
    }

    private static Claim<?> claim(ObjectNode certificate, String source, Catalogue catalogue) {
        var name = certificate.path("claim").asText();
        return catalogue.theorems().stream().flatMap(theorem -> theorem.claims().stream()).filter(claim -> claim.name().equals(name)).findFirst()
            .orElseThrow(() -> new BadInput(source + " speaks of the claim \"" + Fields.shorten(name) + "\", which is not built; ./apodix list shows those that are"));
    }

    private static <M> Replay replay(Claim<M> claim, ObjectNode certificate, String source, Catalogue catalogue, Ladder ladder) {
        var judge = new Judge(ladder);
        var model = model(claim, certificate, source, catalogue);
        var tooth = certificate.path("tooth").asText();
        var part = certificate.path("part").asText();
        Judgement judgement;
        Statement<M> statement;
        if (!tooth.isEmpty()) {
            var known = claim.teeth().stream().filter(t -> t.id().equals(tooth)).findFirst()
                .orElseThrow(() -> new BadInput(source + " speaks of the tooth \"" + Fields.shorten(tooth) + "\", which " + claim.name() + " has not"));
            statement = known.statement();
            judgement = judge.bite(new Tooth<>(known.id(), known.ours(), statement, model));
        } else {
            statement = claim.statements().stream().filter(s -> s.part().equals(part)).findFirst()
                .orElseThrow(() -> new BadInput(source + " speaks of the part \"" + Fields.shorten(part) + "\", which " + claim.name() + " has not"));
            judgement = judge.judge(claim, model).stream().filter(j -> j.statement() == statement).findFirst()
                .orElseThrow(() -> new BadInput("the statement of " + source + " does not speak of its instance"));
        }
        var name = claim.name() + (tooth.isEmpty() ? part.isEmpty() ? "" : "(" + part + ")" : " tooth " + tooth);
        if (certificate.has("proof")) {
            return proof(name, certificate, source, statement, model, judgement);
        }
        var point = statement.everywhere() == null ? null : point(certificate, source);
        if (point != null && point.size() != statement.everywhere().domain().apply(model).variables().size()) {
            throw new BadInput("the point in " + source + " has " + point.size() + " coordinates, which is not the number of variables of its statement");
        }
        var sides = Enclosed.of(statement.sides(model, point), DIGITS, ladder).stream().map(Enclosed::interval).toList();
        return new Replay(name, verdict(certificate, source), judgement.verdict(), sides.get(0), sides.get(1),
            meets(certificate, "left", sides.get(0), source) && meets(certificate, "right", sides.get(1), source));
    }

    /** A proof: it is made anew, and its sides are those at the point that the judgement names. */
    private static <M> Replay proof(String name, ObjectNode certificate, String source, Statement<M> statement, M model, Judgement judgement) {
        if (statement.everywhere() == null || judgement.verdict() != Verdict.PROVED) {
            throw new BadInput(source + " holds a proof of a statement that is not proved now");
        }
        var conclusion = JsonNodeFactory.instance.objectNode();
        var found = ProofCertificate.of(statement, model, conclusion);
        return new Replay(name, verdict(certificate, source), judgement.verdict(), judgement.left(), judgement.right(),
            found.equals(certificate.get("proof")) && conclusion.equals(certificate.get("conclusion")));
    }

    /** The point of a counterexample: the sides belong to it. */
    private static List<Rational> point(ObjectNode certificate, String source) {
        var point = new ArrayList<Rational>();
        try {
            certificate.path("point").forEach(value -> point.add(Rational.parse(value.asText())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadInput("the point in " + source + " is no list of exact numbers");
        }
        return point;
    }

    private static <M> M model(Claim<M> claim, ObjectNode certificate, String source, Catalogue catalogue) {
        var fields = new Fields(certificate.path("instance"));
        var families = catalogue.theorem(claim.theorem()).families();
        var model = families.stream().filter(family -> family.name().equals(fields.family())).findFirst().map(family -> (Object) family.read(fields)).orElse(null);
        if (!claim.type().isInstance(model)) {
            throw new BadInput("the instance of " + source + " is none that " + claim.name() + " speaks of");
        }
        return claim.type().cast(model);
    }

    private static Verdict verdict(ObjectNode certificate, String source) {
        var text = certificate.path("verdict").asText();
        return List.of(Verdict.values()).stream().filter(v -> v.name().equals(text)).findFirst()
            .orElseThrow(() -> new BadInput(source + " has the unknown verdict \"" + Fields.shorten(text) + "\""));
    }

    private static boolean meets(ObjectNode certificate, String side, DyadicInterval found, String source) {
        var node = certificate.path("nodes").path(certificate.path("conclusion").path(side).asInt(-1));
        var lower = Objects.requireNonNullElse(node.get("lo"), node.path("value")).asText();
        var upper = Objects.requireNonNullElse(node.get("hi"), node.path("value")).asText();
        try {
            var claimed = DyadicInterval.of(Recording.end(lower), BITS).hull(DyadicInterval.of(Recording.end(upper), BITS));
            return claimed.intersects(found);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadInput("the " + side + " side of " + source + " has no claimed ends");
        }
    }
}
