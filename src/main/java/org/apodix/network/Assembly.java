package org.apodix.network;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/** Ways of putting many networks together. */
final class Assembly {

    private Assembly() { }

    /** (x_1, ..., x_n) -> (f_1(x_1), ..., f_n(x_n)); the networks need the same activations, layer by layer. */
    static Network beside(List<Network> networks) {
        return joined(networks, Network::beside);
    }

    /** x -> (f_1(x), ..., f_n(x)); the networks need the same activations, layer by layer. */
    static Network stacked(List<Network> networks) {
        return joined(networks, Network::stackedOn);
    }

    /** By halves, so that no map is copied more than log n times. */
    private static Network joined(List<Network> networks, BinaryOperator<Network> join) {
        int size = networks.size();
        return size == 1 ? networks.get(0)
            : join.apply(joined(networks.subList(0, size / 2), join), joined(networks.subList(size / 2, size), join));
    }

    /** The network with {@code layers} more ReLU layers, which pass its outputs on: the same function where these are not negative. */
    static Network carried(Network network, int layers) {
        return IntStream.range(0, layers).boxed().reduce(network, (n, k) -> n.activated(Activation.RELU), (a, b) -> b);
    }

    static Row row(Rational bias, Rational... weights) {
        return Row.of(List.of(weights), bias);
    }
}
