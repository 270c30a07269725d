package io.smartcrm.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smartcrm.wire.Failure;

@AnalyzeClasses(packages = "io.smartcrm.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("io.smartcrm.gateway.(*)..").should().beFreeOfCycles();

    /** A gateway's records are its JSON, so they may say how they are written and described. */
    @ArchTest
    static final ArchRule RECORDS_DEPEND_ON_JAVA_AND_THEIR_OWN_DESCRIPTION_ONLY = classes()
            .that()
            .areRecords()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "io.smartcrm.gateway..",
                            "com.fasterxml.jackson..",
                            "org.eclipse.microprofile.openapi..",
                            "io.quarkus.runtime.annotations..")
                    .or(belongToAnyOf(Failure.class, Failure.Kind.class)));

    @ArchTest
    static final ArchRule ONLY_CLIENTS_AND_THEIR_MESSAGES_SEE_THE_WIRE = noClasses()
            .that()
            .haveNameNotMatching(".*(Client|Message)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartcrm.proto..");
}
