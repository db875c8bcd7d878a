package org.apodix.theorems.fisherkl;

/** A model that speaks of the kinetic flow between two times. */
public interface HasKineticFlow {

    KineticFlow kineticFlow();
}
