package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apodix.audit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real audit in a process of its own, killed in the middle. */
class KillTest {

    private static final String[] AUDIT = {"audit", "fisher-kl/R3", "fisher-kl/R7", "--instances", "120", "--seed", "7"};

    @TempDir
    Path folder;

    private Process start(Path out, String... more) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), Apodix.class.getName()));
        command.addAll(List.of(AUDIT));
        command.addAll(List.of("--out", out.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile()).start();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aKilledAuditIsResumedToTheBytesOfAnUndisturbedOne() throws Exception {
        var killed = folder.resolve("killed");
        var ledger = killed.resolve("ledger.jsonl");
        var process = start(killed, "--threads", "1");
        while (process.isAlive() && (!Files.exists(ledger) || Files.size(ledger) < 4000)) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        var left = Files.readAllBytes(ledger);
        var run = Json.read(Files.readString(killed.resolve("run.json")), "run.json");

        assertThat(start(killed, "--resume", "--threads", "2").waitFor()).as(output()).isZero();
        assertThat(start(folder.resolve("whole"), "--threads", "4").waitFor()).as(output()).isZero();

        var whole = Files.readAllBytes(folder.resolve("whole").resolve("ledger.jsonl"));
        assertThat(left.length).as("bytes at the kill").isBetween(4000, whole.length - 1);
        assertThat(run.get("complete").booleanValue()).isFalse();
        assertThat(ledger).hasBinaryContent(whole);
        assertThat(killed.resolve("teeth.jsonl")).hasSameBinaryContentAs(folder.resolve("whole").resolve("teeth.jsonl"));
        assertThat(Json.read(Files.readString(killed.resolve("run.json")), "run.json").get("complete").booleanValue()).isTrue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }
}
