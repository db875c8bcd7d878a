package org.apodix.audit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Judgements of teeth, each judged once: a tooth and its witness never change. Of the teeth as objects: two that differ in a formula are equal in nothing cheap. */
public final class Bites {

    private final Judge judge;
    private final Map<Tooth<?>, Judgement> known = Collections.synchronizedMap(new IdentityHashMap<>());

    public Bites(Judge judge) {
        this.judge = judge;
    }

    public Judgement of(Tooth<?> tooth) {
        var judgement = known.get(tooth);
        if (judgement == null) {
            judgement = judge.bite(tooth);
            known.put(tooth, judgement);
        }
        return judgement;
    }
}
