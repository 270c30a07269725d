package io.smartcrm.customer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.grpc.GrpcService;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.annotation.security.RolesAllowed;

@AnalyzeClasses(packages = "io.smartcrm.customer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> WORDS_OF_THE_WIRE = describe(
            "failures, ids and page tokens",
            type -> type.isEquivalentTo(Failure.class)
                    || type.isEquivalentTo(Failure.Kind.class)
                    || type.isEquivalentTo(PageToken.class)
                    || type.isEquivalentTo(TimeOrderedId.class));

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.smartcrm.customer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recordsDependOnJavaAndThisServiceOnly = classes()
            .that()
            .areRecords()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage("io.smartcrm.customer.."))
                    // The parser of order files is part of their pure core.
                    .or(resideInAPackage("de.siegmar.fastcsv.."))
                    .or(WORDS_OF_THE_WIRE));

    @ArchTest
    static final ArchRule onlyEdgesSeeMessages = noClasses()
            .that()
            // With what is nested in them.
            .haveNameNotMatching(".*(Grpc|Events|Client)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartcrm.proto..");

    @ArchTest
    static final ArchRule everyCallNamesItsRoles = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(GrpcService.class)
            .and()
            .arePublic()
            .and()
            .doNotHaveModifier(JavaModifier.STATIC)
            .and()
            .doNotHaveModifier(JavaModifier.BRIDGE)
            .should()
            .beAnnotatedWith(RolesAllowed.class);
}
