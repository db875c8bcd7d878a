package org.apodix.expression;

/** The operations with a matrix as result. */
enum MatrixOperator { ADD, SUBTRACT, MULTIPLY, SCALE, TRANSPOSE, INVERSE, STACK }
