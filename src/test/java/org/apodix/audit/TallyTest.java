package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.expression.Formula;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Claim<Integer> CLAIM = Claim.of("toy", "T1", "numbers", Integer.class, Provenance.derived("", ""))
        .atMost("", "nothing", Formula.number(0), Formula.number(1)).on(draw -> 1, List.of());

    private static Tally tally(String... verdicts) {
        var tally = new Tally(CLAIM);
        for (int k = 0; k < verdicts.length; k++) {
            tally.add(LedgerLine.of(Json.read("{\"claim\": \"toy/T1\", \"k\": " + k + ", \"origin\": \"random\", \"instance\": {}, \"verdicts\": ["
                + verdicts[k] + "]}", "line")));
        }
        return tally;
    }

    private static String verified(String left, String right, String tightness) {
        return "{\"relation\": \"<=\", \"verdict\": \"VERIFIED\", \"left\": {\"lo\": \"" + left + "\", \"hi\": \"" + left + "\"}, \"right\": {\"lo\": \"" + right
            + "\", \"hi\": \"" + right + "\"}, \"tightness\": {\"lo\": \"" + tightness + "\", \"hi\": \"" + tightness + "\"}}";
    }

    @Test
    void tightestAndLoosestAreThoseOfPositiveSides() {
        var tally = tally(verified("1", "2", "0.5"), verified("9", "10", "0.9"), verified("1", "4", "0.25"));
        assertThat(tally.tightest().line().k()).isEqualTo(1);
        assertThat(tally.loosest().line().k()).isEqualTo(2);
    }

    @Test
    void negativeSidesAreNeverTightest() {
        // -4 <= -1 is loose although left/right = 4
        var tally = tally(verified("-4", "-1", "4"), verified("1", "2", "0.5"));
        assertThat(tally.tightest().line().k()).isEqualTo(1);
        assertThat(tally.loosest().line().k()).isEqualTo(1);
        assertThat(tally(verified("-4", "-1", "4")).tightest()).isNull();
    }

    @Test
    void attainedBoundsAreCountedApart() {
        var tally = tally(verified("2", "2", "1"), verified("1", "2", "0.5"));
        assertThat(tally.attained()).isEqualTo(1);
        assertThat(tally.tightest().line().k()).isEqualTo(1);
    }
}
