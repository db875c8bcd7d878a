package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheElementsWhicheverIsReadyFirst() {
        // the first elements are the most work
        assertThat(Parallel.map(NUMBERS, n -> BigInteger.TEN.pow((200 - n) * 20).toString().length()))
            .isEqualTo(NUMBERS.stream().map(n -> (200 - n) * 20 + 1).toList());
    }

    @Test
    void nothingGivesNothingAndANullStaysInItsPlace() {
        assertThat(Parallel.map(List.<Integer>of(), n -> n)).isEmpty();
        assertThat(Parallel.map(List.of(1, 2, 3), n -> n == 2 ? null : n)).containsExactly(1, null, 3);
    }

    @Test
    void oneComputationMayStartOthersToAnyDepth() {
        assertThat(Parallel.map(NUMBERS, n -> Parallel.map(NUMBERS, m -> Parallel.both(() -> n, () -> m, Integer::sum)).get(n)))
            .isEqualTo(NUMBERS.stream().map(n -> 2 * n).toList());
    }

    @Test
    void theFirstFailureInOrderIsTheOneThatIsSeenAndItIsTheSameObject() {
        var failures = NUMBERS.stream().map(n -> new BadInput("number " + n)).toList();
        for (int run = 0; run < 50; run++) {
            assertThatThrownBy(() -> Parallel.map(NUMBERS, n -> {
                if (n % 7 == 5) {
                    throw failures.get(n);
                }
                return n;
            })).isSameAs(failures.get(5));
        }
    }

    @Test
    void ofTwoComputationsTheFirstFailureIsSeen() {
        assertThatThrownBy(() -> Parallel.both(() -> {
            throw new BadInput("first");
        }, () -> {
            throw new BadInput("second");
        }, (a, b) -> a)).isInstanceOf(BadInput.class).hasMessage("first");
    }

    @Test
    void everyElementIsComputedOnce() {
        var counts = NUMBERS.stream().map(n -> new AtomicInteger()).toList();
        Parallel.map(NUMBERS, n -> counts.get(n).incrementAndGet());
        assertThat(counts).allMatch(count -> count.get() == 1);
    }

    @Test
    void twoComputationsRunAtTheSameTimeWhereThereAreTwoCores() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1 && ForkJoinPool.getCommonPoolParallelism() > 0);
        var both = new CountDownLatch(2);
        assertThat(Parallel.map(List.of(1, 2), n -> {
            both.countDown();
            try {
                return both.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                return false;
            }
        })).containsOnly(true);
    }
}
