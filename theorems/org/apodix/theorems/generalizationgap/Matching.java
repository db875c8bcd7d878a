package org.apodix.theorems.generalizationgap;

/** A model of the score-matching identities, G2. */
interface Matching { }
