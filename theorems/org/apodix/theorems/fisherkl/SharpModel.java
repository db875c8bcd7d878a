package org.apodix.theorems.fisherkl;

/** What R12 speaks of: data of vanishing variance (part a), many separated Gaussians in many dimensions (part b), or
 * uniform data (part c). */
public sealed interface SharpModel permits Shrinking, SimplexMixture, UniformEdge { }
