package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R15: everything is additive over independent coordinates and does not see rotations, so no constant knows the dimension. */
final class SymmetryClaims {

    private static final Quantity<RotatedRun> SCORE = Quantity.of("score", "z\\cdot r^{\\mu}(x)",
        "score of the data, $x=(1,2,\\dots)$, $z=(1,1,\\dots)$", RotatedRun::scoreComponent);
    private static final Quantity<RotatedRun> ROTATED_SCORE = Quantity.of("score_rotated", "Oz\\cdot r^{O\\mu}(Ox)",
        "score of the rotated data at the rotated point", RotatedRun::rotatedScoreComponent);
    private static final Quantity<RotatedRun> OFF_DIAGONAL = Quantity.of("off_diagonal", "\\textstyle\\sum_{i\\ne k}\\Sigma_{ik}^2",
        "of the rotated covariance", RotatedRun::offDiagonal);

    private SymmetryClaims() { }

    static List<Claim<?>> claims() {
        var builder = Claim.of(FisherKl.ID, "R15", "tensorization and rotation", RotatedRun.class, Provenance.derived("",
                "the same data as independent coordinates, coordinate by coordinate, and rotated, as one correlated law"))
            .restsOn("R1");
        for (var quantity : List.of(OuQuantities.H0, OuQuantities.I0, OuQuantities.SUM_I, OuQuantities.CHAIN_EI, OuQuantities.PATH_EI,
            OuQuantities.TRUTH_EI, OuQuantities.TRUTH_TW)) {
            builder.equal(quantity.name(), "sum over coordinates = value of the rotated law", independent(quantity), rotated(quantity));
        }
        builder.equal("score", "the score of the rotated law is the rotated score", ROTATED_SCORE, SCORE);
        var witness = instance("4/5", 5, List.of("1", "-1/2"), List.of("1/5", "3"), List.of(List.of(1, 2)));
        return List.of(builder
            .ownToothEqual("one-percent", "rotation changes the Fisher information by one per cent", independent(OuQuantities.I0).scaled(101, 100),
                rotated(OuQuantities.I0), witness)
            .ownToothEqual("swapped", "both schemes have the same output", independent(OuQuantities.TRUTH_EI), rotated(OuQuantities.TRUTH_TW), witness)
            .ownToothEqual("unrotated", "the rotated law has independent coordinates", OFF_DIAGONAL, Formula.number(0), witness)
            .ownToothEqual("score-percent", "the rotated score is one per cent larger", ROTATED_SCORE, SCORE.scaled(101, 100), witness)
            .on(RotatedFamily::draw, List.of(
                new Edge<>("no rotation", instance("9/10", 6, List.of("0", "1"), List.of("1", "1/4"), List.of())),
                new Edge<>("unit covariance", instance("3/4", 4, List.of("1", "2", "-1"), List.of("1", "1", "1"), List.of(List.of(1, 1, 1)))),
                new Edge<>("two reflections", instance("1/2", 3, List.of("1", "0", "0"), List.of("1e-4", "1", "50"),
                    List.of(List.of(1, -1, 2), List.of(2, 1, 0)))))));
    }

    private static Quantity<RotatedRun> independent(Quantity<OuRun> quantity) {
        return quantity.of((RotatedRun r) -> r.independent(), "_sum", "(\\otimes_i\\mu_i)");
    }

    private static Quantity<RotatedRun> rotated(Quantity<OuRun> quantity) {
        return quantity.of((RotatedRun r) -> r.rotated(), "_rotated", "(O\\mu)");
    }

    private static RotatedRun instance(String q, int steps, List<String> mean, List<String> variances, List<List<Integer>> reflections) {
        return new RotatedRun(new RotatedRun.Instance(Rational.parse(q), steps, mean.stream().map(Rational::parse).toList(),
            variances.stream().map(Rational::parse).toList(), reflections));
    }
}
