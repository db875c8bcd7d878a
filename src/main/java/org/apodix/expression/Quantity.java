package org.apodix.expression;

import java.util.List;
import java.util.function.Function;

/**
 * A named quantity of an instance: the only definition of its name, its typesetting, its meaning and its value.
 *
 * @param <M> the type of the instance's model
 */
public final class Quantity<M> extends Formula<M> {

    private final String name;
    private final String tex;
    private final String meaning;
    private final Function<? super M, Expr> definition;

    private Quantity(String name, String tex, String meaning, Function<? super M, Expr> definition) {
        this.name = name;
        this.tex = tex;
        this.meaning = meaning;
        this.definition = definition;
    }

    /**
     * A quantity.
     *
     * @param name    as in the data files and on the command line
     * @param tex     the symbol, in LaTeX; a symbol that is not one letter stands in braces where it needs them
     * @param meaning the definition in words or LaTeX between dollar signs
     */
    public static <M> Quantity<M> of(String name, String tex, String meaning, Function<? super M, Expr> definition) {
        return new Quantity<>(name, tex, meaning, definition);
    }

    /** The same quantity of the models that have such a model, under a name of its own. */
    public <S> Quantity<S> of(Function<? super S, ? extends M> view, String suffix, String texSuffix) {
        return new Quantity<>(name + suffix, tex + texSuffix, meaning, model -> in(view.apply(model)));
    }

    @Override
    public <S> Quantity<S> from(Function<? super S, ? extends M> view) {
        return of(view, "", "");
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    @Override
    public Expr in(M model) {
        return Shared.of(this, model, () -> definition.apply(model));
    }

    @Override
    public String canonical() {
        return name;
    }

    @Override
    public List<Quantity<M>> quantities() {
        return List.of(this);
    }

    /** Whether the symbol has a plus or minus outside of all brackets. */
    private boolean isSum() {
        int depth = 0;
        for (int i = 0; i < tex.length(); i++) {
            char c = tex.charAt(i);
            depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && (c == '+' || c == '-')) {
                return true;
            }
        }
        return false;
    }

    @Override
    String tex(int context) {
        // a symbol with an operation inside is set like the formula it looks like
        boolean atom = !(context > 0 && isSum()) && !(context > 2 && (tex.contains("^") || tex.contains("frac") || tex.contains("\\sum")));
        return atom ? tex : "\\left(" + tex + "\\right)";
    }
}
