package org.apodix;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import org.apodix.cli.Apodix;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom. The table is complete: a class of ours outside the listed packages is a violation, and
 * {@code org.apodix.theorems} is imported by nobody (the command line finds the theorems by {@link java.util.ServiceLoader}).
 */
@AnalyzeClasses(packages = "org.apodix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String OURS = "org.apodix..";
    private static final String ENCLOSURE = "org.apodix.enclosure..";
    private static final String EXPRESSION = "org.apodix.expression..";
    private static final String PROOF = "org.apodix.proof..";
    private static final String NETWORK = "org.apodix.network..";
    private static final String DIFFUSION = "org.apodix.diffusion..";
    private static final String AUDIT = "org.apodix.audit..";
    private static final String REPORT = "org.apodix.report..";
    private static final String CLI = "org.apodix.cli..";
    private static final String THEOREMS = "org.apodix.theorems..";

    @ArchTest
    static final ArchRule enclosure = mayImport(ENCLOSURE);

    @ArchTest
    static final ArchRule expression = mayImport(EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule proof = mayImport(PROOF, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule network = mayImport(NETWORK, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule diffusion = mayImport(DIFFUSION, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule audit = mayImport(AUDIT, PROOF, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule report = mayImport(REPORT, AUDIT, PROOF, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule cli = mayImport(CLI, REPORT, AUDIT, PROOF, DIFFUSION, NETWORK, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule theorems = mayImport(THEOREMS, AUDIT, PROOF, DIFFUSION, NETWORK, EXPRESSION, ENCLOSURE);

    @ArchTest
    static final ArchRule everyClassIsInTheTable = classes()
        .should().resideInAnyPackage(ENCLOSURE, EXPRESSION, PROOF, NETWORK, DIFFUSION, AUDIT, REPORT, CLI, THEOREMS)
        .allowEmptyShould(true);

    /** A verdict depends on the instance and the seed alone; only progress and reports may look at a clock. */
    @ArchTest
    static final ArchRule noTimeAndNoChance = noClasses()
        .that().resideOutsideOfPackages(REPORT, CLI)
        .and(not(resideInAPackage(AUDIT).and(describe("are clocks", c -> c.getSimpleName().endsWith("Clock")))))
        .should().accessTargetWhere(readsTime())
        .orShould().dependOnClassesThat(assignableTo(Random.class))
        .orShould().callMethod(Math.class, "random")
        .orShould().callMethod(StrictMath.class, "random")
        .allowEmptyShould(true);

    private static ArchRule mayImport(String room, String... others) {
        return noClasses().that().resideInAPackage(room)
            .should().dependOnClassesThat(
                resideInAPackage(OURS).and(not(resideInAPackage(room))).and(not(resideInAnyPackage(others))))
            .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTime() {
        Set<String> system = Set.of("currentTimeMillis", "nanoTime");
        return describe("the current time is read", access -> {
            JavaClass owner = access.getTargetOwner();
            return owner.isEquivalentTo(System.class) && system.contains(access.getName())
                || owner.getPackageName().equals("java.time") && access.getName().equals("now");
        });
    }

    /** Breaks every rule at once; it stands in the package {@code org.apodix}, which is in no row of the table. */
    private static final class Offender {

        static double chance() {
            return Math.random();
        }

        static int seeded() {
            return new Random(1).nextInt();
        }

        static long time() {
            return System.nanoTime() + System.currentTimeMillis() + java.time.Instant.now().getNano();
        }

        static void forbiddenImport() {
            Apodix.main(new String[0]);
        }
    }

    @Test
    void theRulesBite() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(mayImport("org.apodix", ENCLOSURE).evaluate(offender).hasViolation()).isTrue();
        assertThat(mayImport("org.apodix", CLI).evaluate(offender).hasViolation()).isFalse();
        assertThat(everyClassIsInTheTable.evaluate(offender).hasViolation()).isTrue();
        assertThat(noTimeAndNoChance.evaluate(offender).getFailureReport().getDetails())
            .anyMatch(line -> line.contains("nanoTime"))
            .anyMatch(line -> line.contains("currentTimeMillis"))
            .anyMatch(line -> line.contains("Instant.now"))
            .anyMatch(line -> line.contains("Math.random"))
            .anyMatch(line -> line.contains("java.util.Random"));
    }
}
