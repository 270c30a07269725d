package io.smartcrm.forecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.smartcrm.forecast", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("io.smartcrm.forecast.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recordsAndPureCoresDependOnJavaAndThisServiceOnly = classes()
            .that()
            .areRecords()
            .or()
            .resideInAnyPackage("..forecasting..", "..accuracy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.smartcrm.forecast..");

    @ArchTest
    static final ArchRule onlyEdgesSeeTheWire = noClasses()
            .that()
            .haveNameNotMatching(".*(Grpc|Events|Client)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartcrm.proto..");
}
