package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Independent computations over all cores, with their results in order. One may start others: whoever waits for a result computes meanwhile.
 *
 * <p>Every element is a piece of work of its own, because a few of them take most of the time.
 */
public final class Parallel {

    private Parallel() { }

    /**
     * The results for the elements, in their order.
     *
     * @throws RuntimeException what the first element, in their order, ended with that did not end well; whatever the others did
     */
    public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> function) {
        var tasks = elements.stream().map(element -> ForkJoinTask.adapt(attempt(element, function))).toList();
        var results = new ArrayList<R>(tasks.size());
        for (var task : ForkJoinTask.invokeAll(tasks)) {
            results.add(task.join().get());
        }
        return results;
    }

    /**
     * What follows from the results of two computations.
     *
     * @throws RuntimeException what the first of the two ended with that did not end well
     */
    public static <A, B, R> R both(Supplier<A> first, Supplier<B> second, BiFunction<? super A, ? super B, R> join) {
        var results = map(List.<Supplier<?>>of(first, second), Supplier::get);
        return join.apply(Parallel.<A>cast(results.get(0)), Parallel.<B>cast(results.get(1)));
    }

    @SuppressWarnings("unchecked")
    private static <A> A cast(Object result) {
        return (A) result;
    }

    /** A result, or the exception in its place. */
    private record Attempt<R>(R result, RuntimeException exception) {

        R get() {
            if (exception != null) {
                throw exception;
            }
            return result;
        }
    }

    private static <T, R> Callable<Attempt<R>> attempt(T element, Function<? super T, ? extends R> function) {
        return () -> {
            try {
                return new Attempt<>(function.apply(element), null);
            } catch (RuntimeException e) {
                return new Attempt<>(null, e);
            }
        };
    }
}
