package org.apodix.report;

/**
 * A false strengthening on its witness.
 *
 * @param ours  whether the project chose it
 * @param certificate address of its certificate from the front page, or empty
 * @param bites whether it came out REFUTED, as it must
 */
public record ToothView(String id, Prose words, String tex, boolean ours, boolean bites, String verdict, String certificate, InstanceView witness) { }
