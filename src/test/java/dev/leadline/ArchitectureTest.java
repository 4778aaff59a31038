package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: data flows one way, and no room knows a later one. */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy("dev.leadline.platform..")
            .layer("workspace")
            .definedBy("dev.leadline.workspace..")
            .layer("access")
            .definedBy("dev.leadline.access..")
            .layer("statistics")
            .definedBy("dev.leadline.statistics..")
            .layer("intake")
            .definedBy("dev.leadline.intake..")
            .layer("ledger")
            .definedBy("dev.leadline.ledger..")
            .layer("analysis")
            .definedBy("dev.leadline.analysis..")
            .layer("decision")
            .definedBy("dev.leadline.decision..")
            .layer("demo")
            .definedBy("dev.leadline.demo..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("workspace")
            .mayOnlyAccessLayers("platform")
            .whereLayer("access")
            .mayOnlyAccessLayers("platform", "workspace")
            .whereLayer("statistics")
            .mayNotAccessAnyLayer()
            .whereLayer("intake")
            .mayOnlyAccessLayers("platform", "workspace", "access")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("platform", "workspace", "access", "statistics")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("platform", "workspace", "access", "statistics", "ledger")
            .whereLayer("decision")
            .mayOnlyAccessLayers("platform", "workspace", "access", "statistics", "ledger", "analysis")
            .whereLayer("demo")
            .mayOnlyAccessLayers("platform", "workspace", "access", "intake");

    @ArchTest
    static final ArchRule STATISTICS_ARE_PURE = classes()
            .that()
            .resideInAPackage("dev.leadline.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.leadline.statistics..",
                    "java..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..",
                    "org.hipparchus..");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("dev.leadline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RECORDS_ARE_NOT_READ_AS_ENTITIES_BY_THE_ANALYSIS = noClasses()
            .that()
            .resideInAnyPackage("dev.leadline.ledger..", "dev.leadline.analysis..", "dev.leadline.decision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule TRANSACTIONS_START_IN_SERVICES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule NATIVE_SQL_PASSES_ONE_GATE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.leadline.workspace..", "dev.leadline.platform.database..")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.access.KeyDirectory")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager");

    @ArchTest
    static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");
}
