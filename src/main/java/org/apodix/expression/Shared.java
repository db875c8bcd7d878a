package org.apodix.expression;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Within a scope, a quantity of a model is one expression however often it is asked for. So the statements of a claim share what they
 * speak of, and it is built and enclosed once.
 *
 * <p>A definition is a function of its model: to share changes no value and no fingerprint. A scope belongs to one thread.
 */
public final class Shared {

    private static final ThreadLocal<Shared> SCOPE = new ThreadLocal<>();

    /** By model, then by quantity; both as objects. */
    private final Map<Object, Map<Quantity<?>, Expr>> known = new IdentityHashMap<>();

    private Shared() { }

    /** Does the work in a scope: in the one around it, where there is one. */
    public static <T> T within(Supplier<T> work) {
        if (SCOPE.get() != null) {
            return work.get();
        }
        SCOPE.set(new Shared());
        try {
            return work.get();
        } finally {
            SCOPE.remove();
        }
    }

    /** The expression of the quantity of the model; outside of a scope it is built anew. */
    static <M> Expr of(Quantity<M> quantity, M model, Supplier<Expr> definition) {
        var scope = SCOPE.get();
        if (scope == null) {
            return definition.get();
        }
        var ofModel = scope.known.computeIfAbsent(model, m -> new IdentityHashMap<>());
        var expression = ofModel.get(quantity);
        if (expression == null) {
            expression = definition.get(); // may ask for other quantities
            ofModel.put(quantity, expression);
        }
        return expression;
    }
}
