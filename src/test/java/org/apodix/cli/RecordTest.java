package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record that is kept with the sources, and what is noticed when it is stale. */
class RecordTest {

    private static final Path COMMITTED = Path.of("reports", "record.json");

    @TempDir
    Path folder;

    private ObjectNode recorded;

    @BeforeEach
    void record() throws IOException {
        var record = new Record(folder.resolve("record.json"));
        var options = new Options("1", List.of(), 1, 1, Options.DEFAULT_ENGINE, 100, "test");
        record.write(options, Toy.right().select(List.of()).stream().map(Tally::new).toList());
        recorded = (ObjectNode) record.claims();
    }

    @Test
    void theCommittedRecordIsOfTheseClaims() throws IOException {
        assertThat(COMMITTED).as("the committed record").exists();
        var claims = Catalogue.load().select(List.of());
        assertThat(Record.differences(claims, Json.read(Files.readString(COMMITTED), "record").path("claims")))
            .as("run ./apodix audit --record, and commit reports/record.json with the change").isEmpty();
    }

    @Test
    void theSameClaimsDoNotDiffer() {
        assertThat(recorded.size()).isPositive();
        assertThat(Record.differences(Toy.right().select(List.of()), recorded)).isEmpty();
    }

    @Test
    void aClaimOfAnotherFormDiffers() {
        assertThat(Record.differences(Toy.broken().select(List.of()), recorded)).isNotEmpty().allSatisfy(line -> assertThat(line).contains("in another form"));
    }

    @Test
    void newAndLostClaimsDiffer() {
        var name = recorded.fieldNames().next();
        var value = recorded.remove(name);
        recorded.set("toy/Z9", value);
        assertThat(Record.differences(Toy.right().select(List.of()), recorded)).contains(name + " is not in the record", "toy/Z9 is recorded, and there is no such claim");
    }
}
