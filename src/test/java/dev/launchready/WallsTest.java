package dev.launchready;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import dev.launchready.check.CheckRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The walls of the house. */
@AnalyzeClasses(packages = "dev.launchready", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String ROOT = "dev.launchready.";

    @ArchTest
    static final ArchRule model_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule score_and_report_know_model_and_catalog_only = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "score..", ROOT + "report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "check..",
                    ROOT + "probe..",
                    ROOT + "engine..",
                    ROOT + "session..",
                    ROOT + "detect..",
                    ROOT + "portal..",
                    ROOT + "run..",
                    ROOT + "cli..",
                    ROOT + "demo..");

    @ArchTest
    static final ArchRule a_family_knows_only_what_a_check_may_know = noClasses()
            .that()
            .resideInAPackage(ROOT + "check.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "catalog..",
                    ROOT + "engine..",
                    ROOT + "score..",
                    ROOT + "report..",
                    ROOT + "run..",
                    ROOT + "cli..",
                    ROOT + "demo..");

    @ArchTest
    static final ArchRule families_do_not_know_each_other = slices().matching(ROOT + "check.(*)..")
            .namingSlices("family $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage(ROOT + "check.face"));

    @ArchTest
    static final ArchRule a_check_knows_ports_but_no_library_behind_them = noClasses()
            .that()
            .resideInAPackage(ROOT + "check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..", "org.xbill..", "org.eclipse.jgit..", "com.fasterxml.jackson..", "picocli..");

    @ArchTest
    static final ArchRule okhttp_lives_in_its_probe = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "probe.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule dnsjava_lives_in_its_probe = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "probe.dns..", ROOT + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.xbill..");

    @ArchTest
    static final ArchRule jgit_lives_in_its_probe = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "probe.git..", ROOT + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule picocli_lives_in_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule jackson_lives_where_files_and_bodies_are_read_or_written = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "catalog..",
                    ROOT + "portal..",
                    ROOT + "probe..",
                    ROOT + "run..",
                    ROOT + "report..",
                    ROOT + "session..",
                    ROOT + "detect..",
                    ROOT + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule a_probe_knows_no_check = noClasses()
            .that()
            .resideInAPackage(ROOT + "probe..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "check..", ROOT + "engine..", ROOT + "cli..", ROOT + "report..", ROOT + "run..");

    @ArchTest
    static final ArchRule the_engine_knows_neither_command_line_nor_reports = noClasses()
            .that()
            .resideInAPackage(ROOT + "engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "cli..", ROOT + "report..", ROOT + "run..", ROOT + "demo..");

    @ArchTest
    static final ArchRule the_demo_is_known_to_the_command_line_alone = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "demo..", ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "demo..");

    @ArchTest
    static final ArchRule packages_form_no_cycles = slices().matching(ROOT + "(**)")
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    DescribedPredicate.describe(
                            "the registry, whose purpose is to name every check",
                            type -> type.isEquivalentTo(CheckRegistry.class)),
                    DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule no_package_is_a_drawer =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..");

    @ArchTest
    static final ArchRule only_the_command_line_prints_and_exits = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule only_engine_load_limiter_history_and_demo_own_threads = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "engine..",
                    ROOT + "probe.load..",
                    ROOT + "probe.http..",
                    ROOT + "probe.git..",
                    ROOT + "demo..",
                    ROOT + "cli..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "threads and executors",
                    type -> type.isEquivalentTo(Executors.class)
                            || type.isEquivalentTo(ExecutorService.class)
                            || type.isEquivalentTo(Executor.class)))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class);

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "demo..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule every_room_has_a_name_that_says_what_it_is =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Processor|Data|Info)");

    @ArchTest
    static final ArchRule every_package_says_what_it_is = classes()
            .that(DescribedPredicate.describe(
                    "are ours", type -> !type.getPackageName().endsWith("generated")))
            .should(new ArchCondition<JavaClass>("live in a package with a package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getPackage().tryGetPackageInfo().isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no package-info"));
                    }
                }
            });

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return JavaClass.Predicates.resideInAPackage(name + "..");
    }
}
