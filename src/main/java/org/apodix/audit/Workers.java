package org.apodix.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work over several threads with its results in order. */
final class Workers {

    /** Results computed ahead of the one to be taken next, per thread. */
    private static final int AHEAD = 16;

    private Workers() { }

    /** What is done with a result, in the order of the tasks. */
    interface Sink<T, R> {

        void accept(T task, R result) throws IOException;
    }

    /** Does the work of all tasks and hands each result to the sink, in the order of the tasks. */
    static <T, R> void inOrder(List<T> tasks, int threads, Function<T, R> work, Sink<T, R> sink) throws IOException {
        var pool = Executors.newFixedThreadPool(threads, job -> {
            var thread = new Thread(job, "audit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ArrayDeque<Future<R>>();
            int next = 0;
            for (var task : tasks) {
                while (next < tasks.size() && running.size() < threads * AHEAD) {
                    var ahead = tasks.get(next++);
                    running.add(pool.submit(() -> work.apply(ahead)));
                }
                sink.accept(task, get(running.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R get(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the audit was interrupted; --resume continues it", e);
        }
    }
}
