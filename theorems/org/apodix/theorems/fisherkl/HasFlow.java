package org.apodix.theorems.fisherkl;

/** A model that speaks of the Ornstein-Uhlenbeck flow between two times. */
public interface HasFlow {

    GaussianFlow flow();
}
