package org.apodix.audit;

/** An edge instance: tried first, before the random ones. */
public record Edge<M>(String label, M model) { }
