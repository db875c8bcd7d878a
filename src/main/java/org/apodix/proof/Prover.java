package org.apodix.proof;

import java.util.List;
import org.apodix.expression.Expr;

/**
 * Proves statements about all points of a domain, or finds a point where they fail. See docs/decisions/0011-proofs-for-all-inputs.md.
 *
 * <p>What is found depends on the statement, the domain and the budget alone. A budget counts work, never time.
 */
public final class Prover {

    private static final long DEFAULT_CELLS = 50_000;
    private static final long DEFAULT_TERMS = 40_000_000;

    private final long cells;
    private final long terms;

    /** A prover with the default budget. */
    public Prover() {
        this(DEFAULT_CELLS, DEFAULT_TERMS);
    }

    /**
     * A prover with a budget.
     *
     * @param cells the number of cells that it looks at
     * @param terms the number of products of terms of polynomials that it computes
     */
    public Prover(long cells, long terms) {
        this.cells = cells;
        this.terms = terms;
    }

    /** What the proof of left = right, or of left <= right, rests on, by the same search; null where there is no proof. */
    public Evidence evidence(Expr left, Expr right, Domain domain, boolean equality) {
        var sides = new Sides(left, right, domain.variables());
        var apart = new SumOfFunctions(sides, domain, new Budget(cells, terms));
        if (!equality && apart.run() instanceof Finding.Proved) {
            return new Evidence(List.of(), apart.evidence());
        }
        var search = equality ? new Identity(sides, domain, new Budget(cells, terms)) : new Inequality(sides, domain, new Budget(cells, terms));
        return search.run() instanceof Finding.Proved ? new Evidence(search.evidence(), List.of()) : null;
    }

    /** Whether left = right at every point of the domain. An identity between functions that are not rational on cells stays open. */
    public Finding equal(Expr left, Expr right, Domain domain) {
        return new Identity(new Sides(left, right, domain.variables()), domain, new Budget(cells, terms)).run();
    }

    /** Whether left <= right at every point of the domain. */
    public Finding atMost(Expr left, Expr right, Domain domain) {
        var sides = new Sides(left, right, domain.variables());
        var apart = new SumOfFunctions(sides, domain, new Budget(cells, terms)).run();
        return apart != null ? apart : new Inequality(sides, domain, new Budget(cells, terms)).run();
    }
}
