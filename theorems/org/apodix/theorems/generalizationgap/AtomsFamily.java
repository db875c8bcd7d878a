package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code atoms}: a law of features with finitely many atoms and a rational Gram matrix. */
final class AtomsFamily implements Family<Atoms> {

    private static final int MOST_ATOMS = 8;
    private static final int MOST_DRAWS = 100_000;

    @Override
    public String name() {
        return "atoms";
    }

    @Override
    public Class<Atoms> type() {
        return Atoms.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("gram", "a", "p", "m"));
    }

    @Override
    public Atoms read(Fields fields) {
        var p = fields.rationals("p");
        int k = p.size();
        if (k > MOST_ATOMS) {
            throw new BadInput("\"p\" has " + k + " atoms; at most " + MOST_ATOMS + " are supported");
        }
        if (!Simple.isDistribution(p)) {
            throw new BadInput("\"p\" is " + Fields.shorten(p.toString()) + "; it must be positive numbers of sum 1");
        }
        var matrix = fields.matrix("gram", k, k);
        if (!matrix.isSymmetric() || !isSemidefinite(rows(matrix))) {
            throw new BadInput("\"gram\" is " + Fields.shorten(rows(matrix).toString()) + "; a matrix of scalar products is symmetric and positive semidefinite");
        }
        var a = fields.rows("a");
        Simple.requireLength(a, "a", k);
        a.forEach(row -> Simple.requireLength(row, "a", a.get(0).size()));
        int m = fields.integer("m", 1, 16);
        if (Math.pow(k, m) > MOST_DRAWS) {
            throw new BadInput("\"m\" is " + m + " with " + k + " atoms; all " + k + "^" + m + " draws are enumerated, at most " + MOST_DRAWS);
        }
        fields.requireNoOthers();
        return new Atoms(rows(matrix), a, p, m);
    }

    private static List<List<Rational>> rows(org.apodix.enclosure.Matrix<Rational> matrix) {
        var rows = new ArrayList<List<Rational>>();
        for (int i = 0; i < matrix.rows(); i++) {
            var row = new ArrayList<Rational>();
            for (int j = 0; j < matrix.columns(); j++) {
                row.add(matrix.at(i, j));
            }
            rows.add(row);
        }
        return rows;
    }

    /** By elimination: no negative pivot, and a zero pivot only in a row of zeros. */
    private static boolean isSemidefinite(List<List<Rational>> gram) {
        int n = gram.size();
        var s = new Rational[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s[i][j] = gram.get(i).get(j);
            }
        }
        for (int k = 0; k < n; k++) {
            if (s[k][k].signum() < 0) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                if (s[k][k].isZero()) {
                    if (!s[i][k].isZero()) {
                        return false;
                    }
                    continue;
                }
                var factor = s[i][k].over(s[k][k]);
                for (int j = k + 1; j < n; j++) {
                    s[i][j] = s[i][j].minus(factor.times(s[k][j]));
                }
            }
        }
        return true;
    }

    @Override
    public ObjectNode write(Atoms atoms) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putRows(json, "gram", atoms.gram());
        Simple.putRows(json, "a", atoms.a());
        Simple.put(json, "p", atoms.p());
        json.put("m", atoms.width());
        return json;
    }

    @Override
    public List<Quantity<Atoms>> quantities(Atoms atoms) {
        return List.of(DiscreteClaims.VARIANCE);
    }

    /** Up to 3 atoms and 4 features; the Gram matrix is that of integer vectors of the plane. */
    static Atoms draw(Draw draw) {
        int k = draw.integer(1, 3);
        int r = draw.integer(1, 2);
        var vectors = draw.list(k, z -> z.list(2, x -> Rational.of(x.integer(-3, 3))));
        var gram = new ArrayList<List<Rational>>();
        for (var left : vectors) {
            gram.add(vectors.stream().map(right -> Simple.dot(left, right)).toList());
        }
        var weights = draw.list(k, z -> Rational.of(z.integer(1, 6)));
        var total = weights.stream().reduce(Rational.ZERO, Rational::plus);
        return new Atoms(gram, draw.list(k, z -> z.list(r, x -> x.rational(-3, 3, 3))),
            weights.stream().map(x -> x.over(total)).toList(), draw.integer(1, 4));
    }
}
