package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apodix.audit.BadInput;
import org.apodix.audit.Json;

/**
 * What a checker found of certificates: {@code certificates/receipts.jsonl}. It is believed as it stands, but of the files alone that it read: a file that was
 * changed has none.
 *
 * @param byHash by the SHA-256 of the bytes of the file that was checked
 */
record Receipts(Map<String, Receipt> byHash) {

    private static final String FILE = "receipts.jsonl";
    /** From bad to good: of several receipts of one certificate the worst counts. */
    private static final List<String> OUTCOMES = List.of("rejected", "refused", "L0", "L1", "L2");

    /**
     * @param outcome     the level that was established, or {@code rejected} or {@code refused}
     * @param certificate the hash of the contents, which a checker that passes it has computed
     * @param claim       the statement that it certifies, as the checker prints it; empty where it did not pass
     */
    record Receipt(String outcome, String checker, String certificate, String claim) {

        private boolean isOf(String hash, String statement) {
            return !outcome.startsWith("L") || certificate.equals(hash) && claim.equals(statement);
        }
    }

    static Receipts read(Path folder) throws IOException {
        var receipts = new HashMap<String, Receipt>();
        var file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            int number = 0;
            for (var text : Files.readAllLines(file)) {
                var place = "line " + ++number + " of " + file;
                var json = Json.read(text, place);
                var hash = json.path("file_sha256");
                var receipt = receipt(json, place);
                if (!hash.isNull()) {
                    receipts.merge(hash.asText(), receipt, Receipts::worse);
                }
            }
        }
        return new Receipts(Map.copyOf(receipts));
    }

    private static Receipt receipt(JsonNode json, String place) {
        boolean passed = json.path("result").asText().equals("passed");
        var outcome = json.path(passed ? "level" : "result").asText();
        if (!OUTCOMES.contains(outcome) || passed != outcome.startsWith("L") || !json.path("checker").isTextual() || !json.has("file_sha256")) {
            throw new BadInput(place + " is no receipt of a checker: it needs file_sha256, result, checker and, where it passed, level; write the file again by"
                + " python3 checker/check.py --receipts, or remove it");
        }
        return new Receipt(outcome, json.get("checker").textValue(), json.path("sha256").asText(), json.path("claim").asText());
    }

    private static Receipt worse(Receipt a, Receipt b) {
        return OUTCOMES.indexOf(a.outcome()) <= OUTCOMES.indexOf(b.outcome()) ? a : b;
    }

    /**
     * The receipt of a file as it is, or null. One that passed has to be of the certificate that belongs there: a copy of another one has none.
     *
     * @param hash      the hash of the certificate's contents
     * @param statement what it certifies: {@code fisher-kl/R3(lower)}
     */
    Receipt of(Path file, String hash, String statement) throws IOException {
        var receipt = byHash.isEmpty() ? null : byHash.get(sha256(file));
        return receipt != null && receipt.isOf(hash, statement) ? receipt : null;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }
}
