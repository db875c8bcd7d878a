package org.apodix.enclosure;

import java.util.List;

/** What the carriers share about log(e^x_1 + ... + e^x_n): the log of the empty sum has no value, and that of one term is the term. */
final class LogSumExp {

    private LogSumExp() { }

    /** Whether there is one term alone; none at all is rejected. */
    static boolean isOne(List<?> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the logarithm of an empty sum of exponentials: give one term or more");
        }
        return terms.size() == 1;
    }
}
