package org.apodix.expression;

/** The operations that read a number from matrices. */
enum MatrixReader { TRACE, DETERMINANT, INNER }
