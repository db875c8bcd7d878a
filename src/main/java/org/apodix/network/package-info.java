/**
 * Feed-forward networks with exact rational weights: put together, counted, evaluated, drawn, written to files.
 *
 * <p>Start with {@link org.apodix.network.Network}: hidden {@link org.apodix.network.Layer}s, each an {@link org.apodix.network.AffineMap} of sparse {@link
 * org.apodix.network.Row}s and an {@link org.apodix.network.Activation}, then an affine output map. Networks are put together by {@code then}, {@code beside} and
 * {@code stackedOn}; {@code at} evaluates one on any carrier of arithmetic, {@code on} makes its outputs expressions, about which {@link
 * org.apodix.expression} computes and {@code org.apodix.proof} proves.
 *
 * <p>The blocks of the theorems:
 * <ul>
 * <li>SignReLU, exact on a stated set: {@link org.apodix.network.SignReluGates}, {@link org.apodix.network.DivisionGate}, {@link
 *     org.apodix.network.QuotientNetwork}, {@link org.apodix.network.RidgePolynomial}, {@link org.apodix.network.RationalFunctionNetwork};
 * <li>ReLU, deep, with a proved error: {@link org.apodix.network.SawtoothSquare}, {@link org.apodix.network.SawtoothProduct}, {@link
 *     org.apodix.network.SquaringChain}, {@link org.apodix.network.KuhnInterpolation}, {@link org.apodix.network.TaylorNetwork}, {@link
 *     org.apodix.network.ChainNetwork};
 * <li>ReLU, of one hidden layer: {@link org.apodix.network.PiecewiseLinear}, {@link org.apodix.network.ShallowBlocks}.
 * </ul>
 *
 * <p>What is made from a network: {@link org.apodix.network.Figures} (depth, width, weights, norms), {@link org.apodix.network.SharedWeight}, {@link
 * org.apodix.network.WeightTable}, {@link org.apodix.network.Drawing}, {@link org.apodix.network.NetworkJson}, {@link org.apodix.network.OnnxModel} with the
 * rounding errors of {@link org.apodix.network.FloatErrors}.
 */
package org.apodix.network;
