package org.apodix.theorems.generalizationgap;

/** A model of the modes-shift statements, G12. */
interface Modes { }
