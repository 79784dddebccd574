package dev.parley.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.core.customer.Contact;
import dev.parley.core.review.Session;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The arrows between the parts, and what each part may not do. Each rule first says of how many classes it speaks: a
 * rule that looks at nothing is always green.
 */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parley");

    private static final String CORE = "dev.parley.core..";
    private static final String STORAGE = "dev.parley.storage..";
    private static final String MAIL = "dev.parley.mail..";
    private static final String SLACK = "dev.parley.slack..";
    private static final String APP = "dev.parley.app..";

    @Test
    void coreKnowsOnlyTheJdkAndItself() {
        check(
                CORE,
                40,
                classes()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(CORE, "java..", "javax.crypto..", "org.jspecify.annotations.."));
    }

    @Test
    void coreHasNoClockNoChanceAndNoEnvironment() {
        check(CORE, 40, noClasses().that().resideInAPackage(CORE).should(new CallsTheWorld()));
    }

    @Test
    void coreDoesNoInputOrOutputAndStartsNoThreads() {
        check(
                CORE,
                40,
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.net..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.sql..",
                                "java.util.logging.."));
    }

    @Test
    void rulesDoNotKnowTheUseCasesOrTheirPorts() {
        check(
                CORE,
                40,
                noClasses()
                        .that(resideInAPackage(CORE)
                                .and(not(resideInAnyPackage("dev.parley.core.desk..", "dev.parley.core.port.."))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.parley.core.desk..", "dev.parley.core.port.."));
    }

    /** A login is the proof that somebody is logged in; whoever could make a session could make one. */
    @Test
    void c26OnlyStorageMakesTheSessionsThatALoginIsMadeOf() {
        check(
                "dev.parley..",
                60,
                noClasses()
                        .that()
                        .resideOutsideOfPackages(STORAGE, "dev.parley.testkit..")
                        .should()
                        .callConstructor(
                                Session.class, long.class, Contact.class, Instant.class, Instant.class, Instant.class));
    }

    @Test
    void theFeaturesOfCoreFormNoCircle() {
        check(CORE, 40, slices().matching("dev.parley.core.(*)..").should().beFreeOfCycles());
    }

    @Test
    void thePackagesOfEachOtherModuleFormNoCircle() {
        check(MAIL, 10, slices().matching("dev.parley.mail.(*)..").should().beFreeOfCycles());
        check(APP, 8, slices().matching("dev.parley.app.(*)..").should().beFreeOfCycles());
    }

    @Test
    void theMailAdapterKnowsNeitherStorageNorSpringNorTheApp() {
        check(
                MAIL,
                10,
                noClasses()
                        .that()
                        .resideInAPackage(MAIL)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(STORAGE, APP, "org.springframework..", "java.sql.."));
    }

    @Test
    void theSlackAdapterKnowsNeitherStorageNorSpringNorTheApp() {
        check(
                SLACK,
                20,
                noClasses()
                        .that()
                        .resideInAPackage(SLACK)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(STORAGE, MAIL, APP, "org.springframework..", "java.sql.."));
    }

    @Test
    void storageKnowsNeitherAdaptersNorTheApp() {
        check(
                STORAGE,
                4,
                noClasses()
                        .that()
                        .resideInAPackage(STORAGE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(MAIL, SLACK, APP, "jakarta.mail..", "org.springframework.context.."));
    }

    @Test
    void onlyTheAppIsWiredBySpring() {
        check(
                "dev.parley..",
                60,
                noClasses()
                        .that()
                        .resideOutsideOfPackage(APP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework.beans..",
                                "org.springframework.boot..",
                                "org.springframework.context..",
                                "org.springframework.stereotype.."));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        assertThat(MAIN.stream().mapToInt(type -> type.getFields().size()).sum())
                .as("fields looked at")
                .isGreaterThan(100);
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource")
                .check(MAIN);
    }

    @Test
    void nothingWritesToTheConsoleButTheCommandLine() {
        check(
                "dev.parley..",
                60,
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.parley.app.cli..")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.parley.testkit.simulate.Simulate")
                        .should(new CallsTheWorld.Console()));
    }

    @Test
    void noNameIsAHelperOrAManager() {
        check(
                "dev.parley..",
                60,
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Service"));
    }

    /** Of what an adapter is made is nobody's business; its doors are public, and values (records). */
    @Test
    void mostOfAnAdapterIsHidden() {
        assertPublicShare(MAIL, 10, 0.60);
    }

    private static void assertPublicShare(String of, int classesMin, double shareMax) {
        var all = MAIN.stream()
                .filter(type -> resideInAPackage(of).test(type) && type.isTopLevelClass() && hasBehaviour(type))
                .toList();
        var open = all.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
        assertThat(all).as("classes in %s", of).hasSizeGreaterThanOrEqualTo(classesMin);
        assertThat((double) open.size() / all.size())
                .as("share of public classes in %s: %s", of, open)
                .isLessThanOrEqualTo(shareMax);
    }

    private static boolean hasBehaviour(JavaClass type) {
        return !type.isInterface() && !type.isRecord() && !type.isEnum();
    }

    private static void check(String packages, int classesMin, ArchRule rule) {
        Predicate<JavaClass> looked = resideInAPackage(packages);
        assertThat(MAIN.stream().filter(looked).count())
                .as("classes in %s that the rule looks at", packages)
                .isGreaterThanOrEqualTo(classesMin);
        rule.check(MAIN);
    }
}
