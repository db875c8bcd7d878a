package org.apodix.report;

/**
 * A false strengthening on its witness.
 *
 * @param ours  whether the project chose it
 * @param bites whether it came out REFUTED, as it must
 */
public record ToothView(String id, Prose words, String tex, boolean ours, boolean bites, String verdict, InstanceView witness) { }
