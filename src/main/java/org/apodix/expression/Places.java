package org.apodix.expression;

/** The places of nodes in an order: a map from nodes, as objects, to numbers from 0 on. A table with open addressing, half full at most. */
final class Places {

    private static final int FIRST_SIZE = 64;
    private static final int GOLDEN = 0x9E3779B1;

    private Node[] keys = new Node[FIRST_SIZE];
    private int[] places = new int[FIRST_SIZE];
    private int size;

    /** The place of the node, or -1. */
    int of(Node node) {
        int slot = slot(node);
        return keys[slot] == null ? -1 : places[slot];
    }

    boolean contains(Node node) {
        return keys[slot(node)] != null;
    }

    /** Puts a node that is not contained at the next place. */
    void add(Node node) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(node);
        keys[slot] = node;
        places[slot] = size++;
    }

    int size() {
        return size;
    }

    /** The nodes in their order. */
    Node[] nodes() {
        var nodes = new Node[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != null) {
                nodes[places[slot]] = keys[slot];
            }
        }
        return nodes;
    }

    /** Where the node is, or where it would be put. */
    private int slot(Node node) {
        int last = keys.length - 1;
        // eight nodes that were made together stay together, near in memory; such groups are scattered (Knuth, TAOCP 6.4: the golden ratio)
        int group = (node.serial() >>> 3) * GOLDEN;
        int slot = ((group ^ group >>> 15) << 3 | node.serial() & 7) & last;
        while (keys[slot] != null && keys[slot] != node) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    private void grow() {
        var old = keys;
        var oldPlaces = places;
        keys = new Node[2 * old.length];
        places = new int[2 * old.length];
        for (int k = 0; k < old.length; k++) {
            if (old[k] != null) {
                int slot = slot(old[k]);
                keys[slot] = old[k];
                places[slot] = oldPlaces[k];
            }
        }
    }
}
