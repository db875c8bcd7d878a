package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** What people read about a claim that was audited: one line, and more only where something is wrong. */
final class ClaimPrinter {

    private static final int TIGHTNESS_DIGITS = 6;

    private final Catalogue catalogue;
    private final Path folder;
    private final Options options;
    private final int nameWidth;

    ClaimPrinter(Catalogue catalogue, List<Claim<?>> claims, Path folder, Options options) {
        this.catalogue = catalogue;
        this.nameWidth = claims.stream().mapToInt(claim -> claim.name().length()).max().orElse(1);
        this.folder = folder;
        this.options = options;
    }

    List<String> lines(Tally tally, double seconds) {
        var lines = new ArrayList<String>();
        lines.add(line(tally, seconds));
        if (tally.refuted() != null) {
            lines.addAll(Refutation.of(catalogue, tally.claim(), tally.refuted().line(), options).lines());
        }
        if (tally.bites() < tally.teeth()) {
            blunt(tally).forEach(lines::add);
        }
        return lines;
    }

    /** Each verdict kind is counted apart, and only those that occurred are named. */
    static String counts(Tally tally) {
        return Stream.of(Verdict.values()).filter(v -> tally.count(v) > 0).map(v -> v + " " + tally.count(v))
            .collect(Collectors.joining(", "));
    }

    private String line(Tally tally, double seconds) {
        var teeth = tally.teeth() == 0 ? "unarmed" : "teeth " + tally.bites() + "/" + tally.teeth();
        var tightest = tally.tightest() == null ? "" : "tightest " + Text.certified(tally.tightest().verdict().get("tightness"), TIGHTNESS_DIGITS)
            + " (k=" + tally.tightest().line().k() + ")";
        var silent = tally.uninformative() == 0 ? "" : "  " + tally.uninformative() + " true but uninformative";
        return String.format("%-" + nameWidth + "s  %-42s  %-9s  %-27s  %7s", tally.claim().name(), counts(tally), teeth, tightest, Text.seconds(seconds)) + silent;
    }

    /** The teeth that did not bite, from the file that the audit wrote before its first instance. */
    private List<String> blunt(Tally tally) {
        try {
            return Files.readString(folder.resolve("teeth.jsonl")).lines().map(line -> Json.read(line, "teeth.jsonl"))
                .filter(tooth -> tooth.get("claim").textValue().equals(tally.claim().name()))
                .filter(tooth -> !tooth.get("verdict").get("verdict").textValue().equals(Verdict.REFUTED.name()))
                .map(ClaimPrinter::blunt).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String blunt(JsonNode tooth) {
        return "  the tooth \"" + tooth.get("tooth").textValue() + "\" did not bite: it must be REFUTED and is "
            + tooth.get("verdict").get("verdict").textValue() + ": " + tooth.get("words").textValue();
    }
}
