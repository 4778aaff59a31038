package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The house: data flows one way, and no room knows a later one. */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What a statement can be run with that does not pass the gate; entities and their queries have Hibernate's filter. */
    private static final DescribedPredicate<JavaClass> OPEN_CONNECTIONS = DescribedPredicate.describe(
            "open connections or run native SQL",
            type -> type.getPackageName().startsWith("org.hibernate.query")
                    || Set.of(
                                    "javax.sql.DataSource",
                                    "java.sql.DriverManager",
                                    "java.sql.Connection",
                                    "io.agroal.api.AgroalDataSource",
                                    "io.quarkus.hibernate.orm.panache.Panache",
                                    "jakarta.persistence.EntityManager",
                                    "jakarta.persistence.EntityManagerFactory",
                                    "jakarta.persistence.NamedNativeQuery",
                                    "jakarta.persistence.NamedNativeQueries",
                                    "org.hibernate.Session",
                                    "org.hibernate.SessionFactory",
                                    "org.hibernate.StatelessSession")
                            .contains(type.getName()));

    private static final ArchCondition<JavaClass> HAVE_A_TENANT_ID = new ArchCondition<>("have a @TenantId") {
        @Override
        public void check(JavaClass entity, ConditionEvents events) {
            boolean has = entity.getAllFields().stream()
                    .anyMatch(field -> field.isAnnotatedWith("org.hibernate.annotations.TenantId"));
            events.add(new SimpleConditionEvent(entity, has, entity.getName()));
        }
    };

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
            .resideOutsideOfPackage("dev.leadline.platform.database..")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.workspace.WorkspaceSql")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.workspace.SqlStatement")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.access.KeyDirectory")
            .should()
            .dependOnClassesThat(OPEN_CONNECTIONS);

    @ArchTest
    static final ArchRule EVERY_ENTITY_IS_OF_A_TENANT = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.workspace.WorkspaceEntity")
            .should(HAVE_A_TENANT_ID);

    @ArchTest
    static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");
}
