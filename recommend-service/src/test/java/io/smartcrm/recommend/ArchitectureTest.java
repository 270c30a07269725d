package io.smartcrm.recommend;

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

@AnalyzeClasses(packages = "io.smartcrm.recommend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORES = {
        "io.smartcrm.recommend.collaborative..",
        "io.smartcrm.recommend.latent..",
        "io.smartcrm.recommend.basket..",
        "io.smartcrm.recommend.habit..",
        "io.smartcrm.recommend.content..",
        "io.smartcrm.recommend.hybrid..",
        "io.smartcrm.recommend.evaluation..",
        "io.smartcrm.recommend.recognition..",
        "io.smartcrm.recommend.graph.."
    };

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("io.smartcrm.recommend.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RECORDS_DEPEND_ON_JAVA_AND_THEIR_SERVICE_ONLY = classes()
            .that()
            .areRecords()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.smartcrm.recommend..")
                    .or(belongToAnyOf(Failure.class, Failure.Kind.class)));

    @ArchTest
    static final ArchRule ONLY_EDGES_SEE_THE_WIRE = noClasses()
            .that()
            .haveNameNotMatching(".*(Grpc|Events|Client)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartcrm.proto..");

    @ArchTest
    static final ArchRule CORES_ARE_PURE = classes()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..").or(resideInAnyPackage(CORES)));
}
