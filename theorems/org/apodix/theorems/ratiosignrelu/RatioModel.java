package org.apodix.theorems.ratiosignrelu;

/** An instance that the ratio lemma speaks of: step functions, or a denominator that comes too close to 0. */
sealed interface RatioModel permits StepInstance, SpikeInstance { }
