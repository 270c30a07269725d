package io.smartcrm.loyalty;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smartcrm.wire.Failure;

@AnalyzeClasses(packages = "io.smartcrm.loyalty", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.smartcrm.loyalty.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recordsDependOnJavaAndThisServiceOnly = classes()
            .that()
            .areRecords()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage("io.smartcrm.loyalty.."))
                    .or(equivalentTo(Failure.class)));

    @ArchTest
    static final ArchRule onlyEdgesSeeMessages = noClasses()
            .that()
            .haveNameNotMatching(".*(Grpc|Events|Client)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartcrm.proto..");

    @ArchTest
    static final ArchRule thePolicyIsPure = pure("rfm");

    @ArchTest
    static final ArchRule theLedgerIsPure = pure("ledger");

    @ArchTest
    static final ArchRule earningIsPure = pure("earning");

    @ArchTest
    static final ArchRule valueIsPure = pure("value");

    private static ArchRule pure(String feature) {
        String own = "io.smartcrm.loyalty." + feature + "..";
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage(own)));
    }
}
