package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger says of one claim: verdict counts over its statements and instances, and the tightest and loosest ones. */
public final class Tally {

    /** From the strongest to the weakest. */
    private static final List<Verdict> ORDER = List.of(Verdict.PROVED, Verdict.VERIFIED, Verdict.TOUCHING, Verdict.SUPPORTED,
        Verdict.UNDECIDED, Verdict.VACUOUS, Verdict.REFUTED);

    private final Claim<?> claim;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final Map<String, Map<Verdict, Integer>> byStatement = new LinkedHashMap<>();
    private int instances;
    private int decidedByDoubles;
    private int uninformative;
    private int attained;
    private Extreme tightest;
    private Extreme loosest;
    private Extreme refuted;
    private int teeth;
    private int bites;

    /** A verdict of a ledger line that stands out. */
    public record Extreme(LedgerLine line, ObjectNode verdict) {

        private BigDecimal tightness() {
            return new BigDecimal(verdict.get("tightness").get("lo").textValue());
        }
    }

    public Tally(Claim<?> claim) {
        this.claim = claim;
    }

    /** Counts a ledger line of this claim. */
    public void add(LedgerLine line) {
        instances++;
        for (var json : line.verdicts()) {
            var verdict = Verdict.valueOf(json.get("verdict").textValue());
            counts.merge(verdict, 1, Integer::sum);
            byStatement.computeIfAbsent(json.path("part").asText(), part -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
            if ("double".equals(json.path("level").asText()) && verdict.isDecided()) {
                decidedByDoubles++;
            }
            if (json.has("informative") && !json.get("informative").booleanValue()) {
                uninformative++;
            }
            var found = new Extreme(line, json);
            if (verdict == Verdict.REFUTED && refuted == null) {
                refuted = found;
            }
            // equalities are tight by nature, and so are bounds where they are attained: both are counted apart
            if (json.has("tightness") && "<=".equals(json.get("relation").textValue()) && verdict.isDecided()) {
                var ends = json.get("tightness");
                boolean equal = isOne(ends) || verdict == Verdict.TOUCHING;
                attained += equal ? 1 : 0;
                if (equal || !isPositive(ends) || isNegative(json.path("right"))) {
                    continue;
                }
                if (tightest == null || found.tightness().compareTo(tightest.tightness()) > 0) {
                    tightest = found;
                }
                if (loosest == null || found.tightness().compareTo(loosest.tightness()) < 0) {
                    loosest = found;
                }
            }
        }
    }

    /** Whether left/right is positive, so that it measures how far a bound is from attained. */
    private static boolean isPositive(JsonNode ends) {
        return isFinite(ends) && new BigDecimal(ends.get("lo").textValue()).signum() > 0;
    }

    /** Of two negative sides left/right grows with their distance: it measures nothing. */
    public static boolean isNegative(JsonNode ends) {
        return ends.path("hi").isTextual() && ends.get("hi").textValue().startsWith("-");
    }

    private static boolean isOne(JsonNode ends) {
        return isFinite(ends) && new BigDecimal(ends.get("lo").textValue()).compareTo(BigDecimal.ONE) == 0
            && new BigDecimal(ends.get("hi").textValue()).compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean isFinite(JsonNode ends) {
        return !ends.get("lo").textValue().endsWith("inf") && !ends.get("hi").textValue().endsWith("inf");
    }

    /** Counts a line of {@code teeth.jsonl} of this claim. */
    public void addTooth(ObjectNode tooth) {
        teeth++;
        if (Verdict.REFUTED.name().equals(tooth.get("verdict").get("verdict").textValue())) {
            bites++;
        }
    }

    public Claim<?> claim() {
        return claim;
    }

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** How many statements of how many instances were decided in favour. */
    public int decided() {
        return counts.entrySet().stream().filter(e -> e.getKey().isDecided()).mapToInt(Map.Entry::getValue).sum();
    }

    public int statements() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int instances() {
        return instances;
    }

    /** How many were decided in favour by double intervals alone. */
    public int decidedByDoubles() {
        return decidedByDoubles;
    }

    /** How many true bounds say nothing beyond what is known without them. */
    public int uninformative() {
        return uninformative;
    }

    /** How many bounds were attained: both sides equal. */
    public int attained() {
        return attained;
    }

    public int teeth() {
        return teeth;
    }

    /** How many teeth came out REFUTED, as they must. */
    public int bites() {
        return bites;
    }

    /** The inequality with the largest left/right that is not attained, or null. */
    public Extreme tightest() {
        return tightest;
    }

    /** The inequality with the smallest positive left/right, or null. */
    public Extreme loosest() {
        return loosest;
    }

    /** The first refutation, or null. */
    public Extreme refuted() {
        return refuted;
    }

    /** The parts that were tried and never decided, although not VACUOUS on all their instances. */
    public List<String> undecided() {
        return byStatement.entrySet().stream().filter(e -> e.getValue().keySet().stream().noneMatch(Verdict::isDecided)
            && !e.getValue().keySet().equals(Set.of(Verdict.VACUOUS))).map(Map.Entry::getKey).toList();
    }

    /** The parts that spoke of none of the instances, so that nothing is known of them. */
    public List<String> untried() {
        return claim.statements().stream().map(Statement::part).filter(part -> !byStatement.containsKey(part)).toList();
    }

    /** Green: something was decided, of every statement that was tried; nothing was refuted; there are teeth, and every one bit. */
    public boolean isGreen() {
        return decided() > 0 && undecided().isEmpty() && count(Verdict.REFUTED) == 0 && isArmed();
    }

    /** A claim without a tooth cannot show that its check bites. */
    public boolean isArmed() {
        return teeth > 0 && bites == teeth;
    }

    /** Whether this claim lets an audit end with exit code 0: decided or VACUOUS throughout, nothing refuted, every tooth bit. */
    public boolean isAcceptable() {
        return statements() > 0 && undecided().isEmpty() && count(Verdict.REFUTED) == 0 && bites == teeth;
    }

    /**
     * What a badge may name: the weakest over the statements of the strongest kind of verdict that each of them reached. So a claim
     * with a part that is only evidence is never shown as verified.
     */
    public Verdict strongest() {
        if (count(Verdict.REFUTED) > 0) {
            return Verdict.REFUTED;
        }
        return byStatement.values().stream().map(Tally::strongest).filter(verdict -> verdict != Verdict.VACUOUS)
            .max(Comparator.comparingInt(ORDER::indexOf)).orElse(Verdict.VACUOUS);
    }

    private static Verdict strongest(Map<Verdict, Integer> verdicts) {
        return ORDER.stream().filter(verdicts::containsKey).findFirst().orElse(Verdict.VACUOUS);
    }
}
