package org.apodix.theorems.fisherkl;

/** What R12 speaks of: data of vanishing variance (part a), or many separated Gaussians in many dimensions (part b). */
public sealed interface SharpModel permits Shrinking, SimplexMixture { }
