package org.apodix.audit;

/** A paper, cited. */
public record Paper(String authors, String title, String arxiv, String published) { }
