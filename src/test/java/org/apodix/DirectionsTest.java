package org.apodix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of exchanged rounding directions: it can be printed, and what is excused in it is there. */
class DirectionsTest {

    private static String list(String... classes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-B", "src/test/mutation/directions.py", "--list"));
        command.addAll(List.of(classes));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no python3");
            return "";
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    @Test
    void everyExcusedDirectionIsOneOfTheSources() throws Exception {
        assertThat(list().lines()).hasSizeGreaterThan(900).allMatch(line -> line.contains(" -> "));
    }

    @Test
    void commentsTextsAndImportsAreLeftAlone() throws Exception {
        assertThat(list("Rounding").lines()).containsExactly(
            "Rounding.java:6  Rounding.  DOWN -> UP  UP,",
            "Rounding.java:8  Rounding.UP  UP -> DOWN  DOWN;",
            "Rounding.java:12  Rounding.opposite  DOWN -> UP  return this == UP ? UP : DOWN;",
            "Rounding.java:12  Rounding.opposite  UP -> DOWN  return this == DOWN ? DOWN : DOWN;",
            "Rounding.java:12  Rounding.opposite  DOWN -> UP  return this == DOWN ? UP : UP;");
    }
}
