package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments whose logarithm is hardest to round, from the public CORE-MATH lists; not run without that folder. */
class LogHardCasesTest {

    @Test
    void should_enclose_the_logarithm_of_every_hard_case() throws IOException {
        String folder = System.getProperty("apodix.testData", "");
        Path file = Path.of(folder, "core-math", "log-20000.wc");
        assumeTrue(!folder.isEmpty() && Files.exists(file), "the system property apodix.testData names no folder with hard cases");
        List<String> lines = Files.readAllLines(file);
        DyadicArithmetic coarse = new DyadicArithmetic(53);
        DyadicArithmetic fine = new DyadicArithmetic(256);
        int count = 0;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            double x = Double.parseDouble(line.strip());
            DyadicInterval argument = DyadicInterval.point(Dyadic.ofExact(x));
            DyadicInterval truth = fine.log(argument);
            DyadicInterval log = coarse.log(argument);
            assertThat(log.contains(truth)).as("log of %s: %s should contain %s", line, log, truth).isTrue();
            assertThat(log.width().shift(52)).as("one unit wide: log of %s", line).isLessThanOrEqualTo(log.magnitude());
            DoubleInterval doubles = DoubleArithmetic.INSTANCE.log(DoubleInterval.of(x, x));
            assertThat(doubles.toDyadic().contains(truth)).as("double log of %s", line).isTrue();
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(10_000);
    }
}
