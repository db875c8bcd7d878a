package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The checker's own tests, in its own language. */
class CheckerTest {

    @Test
    void theCheckersOwnTestsPass() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", "src/test/python/test_checker.py").redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no python3");
            return;
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("OK");
    }
}
