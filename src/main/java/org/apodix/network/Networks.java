package org.apodix.network;

/** Networks put together from equal parts. */
final class Networks {

    private Networks() { }

    /** (x_1, ..., x_k) -> (part(x_1), ..., part(x_k)). */
    static Network copies(int count, Network part) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " copies of a network: give 1 or more");
        }
        var all = part;
        for (int k = 1; k < count; k++) {
            all = all.beside(part);
        }
        return all;
    }
}
