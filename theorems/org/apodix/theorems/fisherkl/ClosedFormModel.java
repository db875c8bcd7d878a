package org.apodix.theorems.fisherkl;

/** What R13 speaks of: one run of the sampler (parts a, c, d and e), or the same data on finer and finer grids (part b). */
public sealed interface ClosedFormModel permits GaussianRun, Refinement, LawRun, ExactTruthRun { }
