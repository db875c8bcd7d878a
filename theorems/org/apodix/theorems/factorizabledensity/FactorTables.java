package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * A product of positive factors of pairs (and triples) of binary coordinates, and a second one with the same scopes: F1(b), F9(a) and (b).
 *
 * @param scopes    per factor its coordinates, as bits
 * @param factors   per factor its values; the lowest coordinate of the scope is the lowest bit of the place
 * @param perturbed the second factors
 */
record FactorTables(int d, List<Integer> scopes, List<List<Rational>> factors, List<List<Rational>> perturbed) implements Factored {

    static final Quantity<FactorTables> REBUILT = Quantity.of("rebuilt", "\\textstyle\\sum_x|p(x)-\\prod_A\\psi_A(x_A)|", "over all states",
        t -> Expr.of(t.first().rebuilt()));
    static final Quantity<FactorTables> OUTSIDE = Quantity.of("outside", "\\textstyle\\sum_x\\sum_{A\\not\\subseteq I\\,\\forall I}|\\psi_A(x_A)-1|",
        "over the sets that no factor has", t -> Expr.of(t.first().outside(t.scopes)));
    static final Quantity<FactorTables> EFFECTIVE = Quantity.of("d_eff", "d_{\\rm eff}(p)", "$\\max\\{|A|:\\psi_A\\not\\equiv1\\}$",
        t -> Expr.of(t.first().effectiveDimension()));
    static final Quantity<FactorTables> LARGEST = Quantity.of("largest_scope", "\\max_I|I|", "coordinates of the largest factor",
        t -> Expr.of(t.scopes.stream().mapToInt(Integer::bitCount).max().orElse(0)));
    static final Quantity<FactorTables> K = Quantity.of("K", "K", "factors", t -> Expr.of(t.scopes.size()));
    static final Quantity<FactorTables> ABSOLUTE = Quantity.of("abs_difference", "\\max_x|\\textstyle\\prod a_i-\\prod b_i|", "",
        t -> Expr.of(t.largest(false)));
    static final Quantity<FactorTables> ABSOLUTE_BOUND = Quantity.of("abs_bound", "KM^{K-1}\\max_i|a_i-b_i|", "$M$ bounds all values", t ->
        Expr.of(t.most()).pow(t.scopes.size() - 1).times(t.scopes.size()).times(Expr.of(t.distance())));
    static final Quantity<FactorTables> NO_POWER = Quantity.of("abs_bound_1", "K\\max_i|a_i-b_i|", "", t ->
        Expr.of(t.distance()).times(t.scopes.size()));
    static final Quantity<FactorTables> RELATIVE = Quantity.of("rel_difference", "\\max_x\\frac{|\\prod b_i-\\prod a_i|}{|\\prod a_i|}", "",
        t -> Expr.of(t.largest(true)));
    static final Quantity<FactorTables> OMEGA = Quantity.of("omega", "\\textstyle\\prod(1+\\rho_i)-1", "$\\rho_i=\\max|b_i/a_i-1|$", t ->
        Expr.of(t.ratios().stream().map(Rational.ONE::plus).reduce(Rational.ONE, Rational::times).minus(Rational.ONE)));
    static final Quantity<FactorTables> LARGEST_RATIO = Quantity.of("rho", "\\max_i\\rho_i", "", t ->
        Expr.of(t.ratios().stream().reduce(Rational.ZERO, Rational::max)));
    static final Quantity<FactorTables> VARIATION = Quantity.of("tv", "TV(p,\\hat p/Z)", "both tables normalized", t ->
        Expr.of(t.first().totalVariation(t.second())));

    static final InstanceFamily<FactorTables> FAMILY = new InstanceFamily<>("tables", FactorTables.class,
        Set.of("D", "scopes", "factors", "perturbed"), t -> true, FactorTables::read, (t, json) -> {
            InstanceFamily.put(json.put("D", t.d), "scopes", t.scopes.stream().map(Rational::of).toList());
            InstanceFamily.put(json, "factors", flat(t.factors));
            InstanceFamily.put(json, "perturbed", flat(t.perturbed));
        }, List.of(EFFECTIVE, LARGEST, ABSOLUTE, ABSOLUTE_BOUND, RELATIVE, OMEGA, VARIATION));

    private static FactorTables read(Fields fields) {
        int d = fields.integer("D", 1, 9);
        var scopes = new ArrayList<Integer>();
        for (var scope : fields.rationals("scopes")) {
            if (!scope.isInteger() || scope.signum() <= 0 || scope.compareTo(Rational.of(1L << d)) >= 0
                || Integer.bitCount(scope.numerator().intValueExact()) > 3) {
                throw new BadInput("\"scopes\" contains " + Fields.shorten(scope.toString()) + "; a scope is a number from 1 to " + ((1 << d) - 1)
                    + " whose one to three bits are its coordinates");
            }
            scopes.add(scope.numerator().intValueExact());
        }
        if (scopes.size() > 12) {
            throw new BadInput("\"scopes\" has " + scopes.size() + " entries; at most 12 are supported");
        }
        return new FactorTables(d, List.copyOf(scopes), read(fields, "factors", scopes), read(fields, "perturbed", scopes));
    }

    private static List<List<Rational>> read(Fields fields, String name, List<Integer> scopes) {
        var values = fields.rationals(name);
        int size = scopes.stream().mapToInt(scope -> 1 << Integer.bitCount(scope)).sum();
        if (values.size() != size) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; the scopes need " + size + ", all tables one after the other");
        }
        for (var value : values) {
            if (value.signum() <= 0) {
                throw new BadInput("\"" + name + "\" contains " + Fields.shorten(value.toString()) + "; factors must be positive");
            }
        }
        var tables = new ArrayList<List<Rational>>();
        int from = 0;
        for (var scope : scopes) {
            int to = from + (1 << Integer.bitCount(scope));
            tables.add(List.copyOf(values.subList(from, to)));
            from = to;
        }
        return List.copyOf(tables);
    }

    private static List<Rational> flat(List<List<Rational>> tables) {
        return tables.stream().flatMap(List::stream).toList();
    }

    BinaryTable first() {
        return product(factors);
    }

    BinaryTable second() {
        return product(perturbed);
    }

    private BinaryTable product(List<List<Rational>> tables) {
        var values = new ArrayList<Rational>();
        for (int state = 0; state < 1 << d; state++) {
            var value = Rational.ONE;
            for (int i = 0; i < scopes.size(); i++) {
                value = value.times(tables.get(i).get(place(state, scopes.get(i))));
            }
            values.add(value);
        }
        return new BinaryTable(List.copyOf(values));
    }

    /** The bits of the state that the scope has, packed. */
    private static int place(int state, int scope) {
        int place = 0;
        int bit = 0;
        for (int i = 0; scope >> i != 0; i++) {
            if ((scope >> i & 1) == 1) {
                place |= (state >> i & 1) << bit++;
            }
        }
        return place;
    }

    private Rational largest(boolean relative) {
        var a = first();
        var b = second();
        var most = Rational.ZERO;
        for (int state = 0; state < 1 << d; state++) {
            var difference = b.at(state).minus(a.at(state)).abs();
            most = most.max(relative ? difference.over(a.at(state)) : difference);
        }
        return most;
    }

    private Rational most() {
        return flat(factors).stream().reduce(Rational.ZERO, Rational::max).max(flat(perturbed).stream().reduce(Rational.ZERO, Rational::max));
    }

    private Rational distance() {
        var a = flat(factors);
        var b = flat(perturbed);
        var most = Rational.ZERO;
        for (int k = 0; k < a.size(); k++) {
            most = most.max(a.get(k).minus(b.get(k)).abs());
        }
        return most;
    }

    /** rho_i = max |b_i/a_i - 1|, per factor. */
    List<Rational> ratios() {
        var ratios = new ArrayList<Rational>();
        for (int i = 0; i < factors.size(); i++) {
            var most = Rational.ZERO;
            for (int k = 0; k < factors.get(i).size(); k++) {
                most = most.max(perturbed.get(i).get(k).over(factors.get(i).get(k)).minus(Rational.ONE).abs());
            }
            ratios.add(most);
        }
        return ratios;
    }

    boolean isCloserThanOne() {
        return ratios().stream().allMatch(rho -> rho.compareTo(Rational.ONE) < 0);
    }

    /** One factor with these two constant values, K times: K scopes of one coordinate pair. */
    static FactorTables constant(int k, Rational a, Rational b) {
        return new FactorTables(2, Collections.nCopies(k, 3), Collections.nCopies(k, Collections.nCopies(4, a)),
            Collections.nCopies(k, Collections.nCopies(4, b)));
    }

    /** A chain, star, cycle or triangle with positive random factors on D <= 5, perturbed by up to 1/4 of each value, or by anything. */
    static FactorTables draw(Draw draw) {
        int d = draw.integer(2, 5);
        int shape = draw.integer(0, 3);
        var scopes = new ArrayList<Integer>();
        for (int i = 1; i < d; i++) {
            scopes.add(1 << i | (shape == 1 ? 1 : 1 << i - 1));
        }
        if (shape == 2 && d > 2) {
            scopes.add(1 << d - 1 | 1);
        }
        if (shape == 3 && d > 2) {
            scopes.add(7);
        }
        var factors = new ArrayList<List<Rational>>();
        var perturbed = new ArrayList<List<Rational>>();
        boolean close = !draw.yes();
        for (var scope : scopes) {
            var table = draw.list(1 << Integer.bitCount(scope), each -> Rational.of(each.integer(1, 12), each.integer(1, 6)));
            factors.add(List.copyOf(table));
            perturbed.add(table.stream().map(value -> value.times(close ? Rational.ONE.plus(Rational.of(draw.integer(-10, 10), 40))
                : Rational.of(draw.integer(1, 12), 6))).toList());
        }
        return new FactorTables(d, List.copyOf(scopes), List.copyOf(factors), List.copyOf(perturbed));
    }
}
