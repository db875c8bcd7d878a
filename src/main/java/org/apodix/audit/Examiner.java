package org.apodix.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Examines one claim on one instance: draw, judge, shrink what is refuted, write it down. */
public final class Examiner {

    private final Catalogue catalogue;
    private final Judge judge;
    private final Bites bites;
    private final long seed;

    public Examiner(Catalogue catalogue, Judge judge, long seed) {
        this.catalogue = catalogue;
        this.judge = judge;
        this.bites = new Bites(judge);
        this.seed = seed;
    }

    /** The ledger line of instance k of the claim. */
    public <M> LedgerLine examine(Claim<M> claim, int k) {
        var drawn = claim.instance(seed, k);
        var judgements = judge.judge(claim, drawn.model());
        var shrunk = drawn.choices().isEmpty() ? null : shrunk(claim, drawn, judgements);
        return new LedgerLine(claim.name(), k, drawn.origin(), write(claim, drawn.model()),
            judgements.stream().map(j -> LedgerLine.verdict(claim, j)).toList(), shrunk == null ? null : write(claim, shrunk));
    }

    Bites bites() {
        return bites;
    }

    /** The exact instance k of the claim. */
    public <M> ObjectNode instance(Claim<M> claim, int k) {
        return write(claim, claim.instance(seed, k).model());
    }

    /** The line of a tooth in {@code teeth.jsonl}: the verdict of the false statement on its witness. */
    public <M> ObjectNode bite(Claim<M> claim, Tooth<M> tooth) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("claim", claim.name()).put("tooth", tooth.id()).put("words", tooth.statement().words()).put("ours", tooth.ours());
        json.set("instance", write(claim, tooth.witness()));
        json.set("verdict", LedgerLine.verdict(claim, bites.of(tooth)));
        return json;
    }

    /** The smallest model found on which the same statement is refuted, or null where nothing is refuted. */
    private <M> M shrunk(Claim<M> claim, Claim.Drawn<M> drawn, List<Judgement> judgements) {
        for (var judgement : judgements) {
            if (judgement.verdict() == Verdict.REFUTED) {
                var refuted = judgement.statement();
                var choices = Shrinker.shrink(drawn.choices(), candidate -> isRefuted(claim, refuted, candidate));
                return claim.space().apply(Draw.replay(choices));
            }
        }
        return null;
    }

    /** Whether the statement is refuted on the instance of these choices; choices that make no instance do not count. */
    private <M> boolean isRefuted(Claim<M> claim, Statement<?> statement, List<Long> choices) {
        M model;
        try {
            model = claim.space().apply(Draw.replay(choices));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return false;
        }
        return judge.judge(claim, model).stream().anyMatch(j -> j.statement() == statement && j.verdict() == Verdict.REFUTED);
    }

    /** The model as its family writes it. */
    <M> ObjectNode write(Claim<M> claim, M model) {
        for (var family : catalogue.theorem(claim.theorem()).families()) {
            if (family.writes(model)) {
                return writeAs(family, model);
            }
        }
        throw new IllegalStateException("no family of " + claim.theorem() + " writes a " + model.getClass().getSimpleName());
    }

    private static <F> ObjectNode writeAs(Family<F> family, Object model) {
        return family.write(family.type().cast(model));
    }
}
