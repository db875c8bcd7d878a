package org.apodix.report;

/**
 * A false strengthening on its witness.
 *
 * @param relation how the sides are falsely said to compare, as one sign
 * @param ours  whether the project chose it
 * @param certificate address of its certificate from the front page, or empty
 * @param bites whether it came out REFUTED, as it must
 */
public record ToothView(String id, Prose words, String tex, String relation, boolean ours, boolean bites, String verdict, String certificate, InstanceView witness) { }
