package org.apodix.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Bernstein;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;

/** The convex hull of vertices v_0, ..., v_n; x = v_0 + t_1 (v_1 - v_0) + ... + t_n (v_n - v_0). */
record Simplex(List<List<Rational>> vertices) implements Cell {

    private static final int MOST_COEFFICIENTS = 100_000;

    @Override
    public int dimension() {
        return vertices.size() - 1;
    }

    @Override
    public List<Polynomial> coordinates() {
        int n = dimension();
        var coordinates = new ArrayList<Polynomial>();
        var origin = vertices.get(0);
        for (int i = 0; i < origin.size(); i++) {
            var x = Polynomial.constant(n, origin.get(i));
            for (int k = 0; k < n; k++) {
                x = x.plus(Polynomial.variable(n, k).times(vertices.get(k + 1).get(i).minus(origin.get(i))));
            }
            coordinates.add(x);
        }
        return coordinates;
    }

    @Override
    public List<List<Rational>> corners() {
        var corners = new ArrayList<List<Rational>>();
        corners.add(Collections.nCopies(dimension(), Rational.ZERO));
        for (int k = 0; k < dimension(); k++) {
            var corner = new ArrayList<>(corners.get(0));
            corner.set(k, Rational.ONE);
            corners.add(corner);
        }
        return corners;
    }

    @Override
    public List<Rational> center() {
        return Collections.nCopies(dimension(), Rational.of(1, dimension() + 1));
    }

    @Override
    public Bounds bounds(Polynomial p) {
        if (p.isAffine()) {
            return Bounds.of(atVertices(p));
        }
        // the simplex is part of the unit cube
        return Bernstein.sizeOnSimplex(p) > MOST_COEFFICIENTS ? box().bounds(p) : Bounds.of(Bernstein.onSimplex(p));
    }

    private Box box() {
        return new Box(Collections.nCopies(dimension(), Rational.ZERO), Collections.nCopies(dimension(), Rational.ONE));
    }

    private List<Rational> atVertices(Polynomial affine) {
        var values = new ArrayList<Rational>();
        values.add(affine.constantTerm());
        for (int k = 0; k < dimension(); k++) {
            values.add(affine.constantTerm().plus(Cell.slope(affine, k)));
        }
        return values;
    }

    @Override
    public List<Cell> halves(Polynomial p) {
        return halves();
    }

    @Override
    public List<Cell> halves() {
        var longest = Rational.ZERO;
        int first = -1;
        int second = -1;
        for (int i = 0; i < vertices.size(); i++) {
            for (int k = i + 1; k < vertices.size(); k++) {
                var length = squaredDistance(vertices.get(i), vertices.get(k));
                if (length.compareTo(longest) > 0) {
                    longest = length;
                    first = i;
                    second = k;
                }
            }
        }
        return first < 0 ? List.of() : cut(first, second, Rational.of(1, 2));
    }

    private static Rational squaredDistance(List<Rational> a, List<Rational> b) {
        var sum = Rational.ZERO;
        for (int i = 0; i < a.size(); i++) {
            var difference = a.get(i).minus(b.get(i));
            sum = sum.plus(difference.times(difference));
        }
        return sum;
    }

    /** The two simplices in which the point (1 - s) v_i + s v_k takes the place of v_k, and of v_i. */
    private List<Cell> cut(int i, int k, Rational s) {
        var point = new ArrayList<Rational>();
        for (int j = 0; j < vertices.get(i).size(); j++) {
            var from = vertices.get(i).get(j);
            point.add(from.plus(vertices.get(k).get(j).minus(from).times(s)));
        }
        return List.of(with(k, point), with(i, point));
    }

    private Simplex with(int k, List<Rational> point) {
        var changed = new ArrayList<>(vertices);
        changed.set(k, List.copyOf(point));
        return new Simplex(List.copyOf(changed));
    }

    @Override
    public List<Cell> cutAtTouching(Polynomial p) {
        var corners = corners();
        for (int i = 0; i < corners.size(); i++) {
            for (int k = i + 1; k < corners.size(); k++) {
                var s = Univariate.touching(Univariate.onSegment(p, corners.get(i), corners.get(k)));
                if (s != null) {
                    return cut(i, k, s);
                }
            }
        }
        return List.of();
    }

    /** At the zero on an edge whose ends have opposite signs: each part has one vertex less where p is not 0. */
    @Override
    public List<Cell> cut(Polynomial affine) {
        var values = atVertices(affine);
        for (int i = 0; i < values.size(); i++) {
            for (int k = i + 1; k < values.size(); k++) {
                if (values.get(i).signum() * values.get(k).signum() < 0) {
                    return cut(i, k, values.get(i).over(values.get(i).minus(values.get(k))));
                }
            }
        }
        return List.of();
    }
}
