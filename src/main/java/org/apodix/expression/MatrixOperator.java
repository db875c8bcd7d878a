package org.apodix.expression;

/** The operations with a matrix as result. */
enum MatrixOperator { ADD, SUBTRACT, MULTIPLY, SCALE, TRANSPOSE, INVERSE, EXPONENTIAL, PHI1, STACK }
