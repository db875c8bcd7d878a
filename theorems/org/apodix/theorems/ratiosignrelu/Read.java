package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import java.util.function.Supplier;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;

/** Fields that several families read. */
final class Read {

    private Read() { }

    static Rational positive(Fields fields, String name) {
        var value = fields.rational(name);
        if (value.signum() <= 0) {
            throw new BadInput("\"" + name + "\" is " + Fields.shorten(value.toString()) + "; it must be positive");
        }
        return value;
    }

    /** A list of at most {@code most} numbers. */
    static List<Rational> list(Fields fields, String name, int most) {
        var values = fields.rationals(name);
        if (values.size() > most) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; at most " + most + " are supported");
        }
        return values;
    }

    /** A list of exactly {@code size} numbers. */
    static List<Rational> list(Fields fields, String name, int size, String of) {
        var values = fields.rationals(name);
        if (values.size() != size) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; give one per " + of + ", " + size);
        }
        return values;
    }

    /** An object of the network package; what it rejects is bad input. */
    static <T> T checked(Supplier<T> object) {
        try {
            return object.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
