package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Arguments whose logarithm or erfc is hardest to round, from the public CORE-MATH lists; not run without that folder. */
class HardCasesTest {

    private static final List<DyadicArithmetic> COARSE =
            List.of(new DyadicArithmetic(53), new DyadicArithmetic(64), new DyadicArithmetic(113));
    private static final DyadicArithmetic FINE = new DyadicArithmetic(256);

    @Test
    void should_enclose_the_logarithm_of_every_hard_case() throws IOException {
        assertThat(run("log-20000.wc", Arithmetic::log, x -> DoubleArithmetic.INSTANCE.log(x))).isGreaterThanOrEqualTo(19_999);
    }

    @Test
    void should_enclose_erfc_of_every_hard_case() throws IOException {
        assertThat(run("erfc-10000.wc", Arithmetic::erfc, x -> DoubleArithmetic.INSTANCE.erfc(x))).isGreaterThanOrEqualTo(9_999);
    }

    private static int run(String name, BiFunction<Arithmetic<DyadicInterval>, DyadicInterval, DyadicInterval> function,
            UnaryOperator<DoubleInterval> filter) throws IOException {
        String folder = System.getProperty("apodix.testData", "");
        Path file = Path.of(folder, "core-math", name);
        assumeTrue(!folder.isEmpty() && Files.exists(file), "the system property apodix.testData names no folder with hard cases");
        int count = 0;
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            double x = Double.parseDouble(line.strip());
            DyadicInterval argument = DyadicInterval.point(Dyadic.ofExact(x));
            DyadicInterval truth = function.apply(FINE, argument);
            for (DyadicArithmetic coarse : COARSE) {
                DyadicInterval y = function.apply(coarse, argument);
                assertThat(y.contains(truth)).as("%s of %s: %s should contain %s", name, line, y, truth).isTrue();
                assertThat(y.width().shift(coarse.bits() - 1L)).as("one unit wide: %s of %s", name, line)
                        .isLessThanOrEqualTo(y.magnitude());
            }
            DoubleInterval doubles = filter.apply(DoubleInterval.of(x, x));
            assertThat(doubles.toDyadic().contains(truth)).as("double: %s of %s", name, line).isTrue();
            count++;
        }
        return count;
    }
}
