// SPDX-License-Identifier: Apache-2.0
package io.seonmul;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.seonmul.market.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that a class file can be held to: who may know whom, and what nobody may do.
final class HouseRulesTest {
    private static final String ROOT = "io.seonmul";
    private static final Path CLASSES = Path.of("target", "classes");

    /// Which other rooms a room may use. Panels are all of `ui` but `ui.fx` and `ui.draw`.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "market", Set.of(),
            "protocol", Set.of("market"),
            "session", Set.of("protocol", "market"),
            "tape", Set.of("protocol"),
            "history", Set.of("market"),
            "export", Set.of("market", "protocol"),
            "exchange", Set.of("protocol", "market"),
            "ui.draw", Set.of(),
            "ui.fx", Set.of("market", "ui.draw"),
            "ui", Set.of("market", "protocol", "ui.fx", "ui.draw", "session", "export"));

    /// Rooms of their own inside of `ui`, which is otherwise one room of panels.
    private static final Set<String> TOOLS_OF_PANELS = Set.of("ui.fx", "ui.draw");

    private static final Set<String> TIMES_OF_DAY = Set.of(LocalTime.class.getName(), "int", "long");

    private static final JavaClasses HOUSE =
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages(ROOT);

    @Test
    void everyClassLivesInARoom() {
        Set<String> rooms = new TreeSet<>(MAY_USE.keySet());
        rooms.add("app");
        classes()
                .should(new ArchCondition<>("live in one of the rooms " + rooms) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean known = rooms.contains(room(type)) || isModuleInfo(type);
                        events.add(new SimpleConditionEvent(type, known, type.getName()));
                    }
                })
                .because("a new room needs its line in the table of who may use whom")
                .check(HOUSE);
    }

    @Test
    void arrowsPointOneWay() {
        MAY_USE.forEach((room, mayUse) -> {
            DescribedPredicate<JavaClass> inRoom =
                    describe("live in " + room, type -> room(type).equals(room));
            DescribedPredicate<JavaClass> foreign = describe(
                    "live in another room than " + mayUse,
                    type -> type.getPackageName().startsWith(ROOT)
                            && !isModuleInfo(type)
                            && !room(type).equals(room)
                            && !mayUse.contains(room(type)));
            check(
                    noClasses()
                            .that(inRoom)
                            .should(dependOnClassesThat(foreign))
                            .because(
                                    "events flow one way, so that each room can be understood and tested without those above it"));
        });
    }

    @Test
    void roomsAndPanelsHaveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package")
                .check(HOUSE);
    }

    @Test
    void panelsKnowNoOtherPanelButTheMainWindowKnowsAll() {
        check(classes()
                .that(describe("are panels", HouseRulesTest::isPanel))
                .should(new ArchCondition<>("know no other panel") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isPanel(dependency.getTargetClass())
                                        && !dependency
                                                .getTargetClass()
                                                .getPackage()
                                                .equals(type.getPackage()))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .because("a panel must be shown, moved and tested alone; ui.main puts them together"));
    }

    @Test
    void panelsSeeTheSessionsServiceAndStateOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .dependOnClassesThat(resideInAPackage("..session..")
                        .and(describe(
                                "are links, policies or clients",
                                type -> type.getSimpleName().matches(".*(Link|Policy|Client)"))))
                .because("how the monitor is connected is the session's own business"));
    }

    @Test
    void panelsSeeTheWiresNamesOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .dependOnClassesThat(resideInAPackage("..protocol..")
                        .and(describe(
                                "are more than the table of fields and what a rejection says",
                                type -> !type.getName().matches(".*\\.protocol\\.(TickField|Rejection)(\\$.*)?"))))
                .because(
                        "the record inspector names the wire's fields, and the status bar says in the user's language why a"
                                + " text was rejected; how they are read is the protocol's business"));
    }

    @Test
    void marketUsesTheLanguageOnly() {
        DescribedPredicate<JavaClass> outsideOfJavaBase = describe(
                "are outside of java.base",
                type -> !type.getPackageName().startsWith(ROOT)
                        && !type.getPackageName().startsWith("org.jspecify")
                        && !isInJavaBase(type.getBaseComponentType()));
        check(noClasses()
                .that()
                .resideInAPackage("..market..")
                .should()
                .dependOnClassesThat(outsideOfJavaBase)
                .because("the vocabulary outlives every library"));
    }

    @Test
    void librariesStayInTheirRooms() {
        Map<String, List<String>> rooms = Map.of(
                "javafx..", List.of("ui", "ui.fx", "ui.draw", "app"),
                "atlantafx..", List.of("ui", "ui.fx", "app"),
                "org.controlsfx..", List.of("ui", "ui.fx", "app"),
                "org.kordamp..", List.of("ui", "ui.fx", "app"),
                "jakarta.websocket..", List.of("session"),
                "org.glassfish..", List.of("session"),
                "org.java_websocket..", List.of("exchange"),
                "com.sun.net.httpserver..", List.of("exchange"),
                // The user's own product table is CSV too, and what files a user has is app's business.
                "de.siegmar..", List.of("export", "app"),
                "picocli..", List.of("app"));
        rooms.forEach((library, allowed) -> check(noClasses()
                .that(describe(
                        "live outside of " + allowed, type -> !allowed.contains(room(type)) && !isModuleInfo(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library behind one door can be replaced")));
    }

    @Test
    void onlyTheBrushPutsTextAndBoxesOnACanvas() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ui.draw..")
                .should()
                .accessTargetWhere(describe(
                        "writes, fills a rectangle or clips",
                        access -> isOf(
                                access,
                                "javafx.scene.canvas.GraphicsContext",
                                "fillText|strokeText|fillRect|fillRoundRect|clearRect|clip")))
                .because("what goes past ui.draw is not seen by the test that finds text over text"));
    }

    @Test
    void onlyTheFramePumpHandsOverToTheScreen() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ui.fx..")
                .should()
                .accessTargetWhere(describe(
                        "is Platform.runLater", access -> isOf(access, "javafx.application.Platform", "runLater")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.animation.AnimationTimer")
                .because("one hand-off per frame costs codes x 60; one per event builds seconds of backlog"));
    }

    @Test
    void viewModelsKnowNoView() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
                        .or(resideInAPackage(ROOT + "..")
                                .and(describe(
                                        "are views or canvases",
                                        type -> type.getSimpleName().matches(".*(View|Canvas)")))))
                .because("a view model is tested without a toolkit"));
    }

    @Test
    void nothingBlocksOnAnotherThread() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.concurrent.locks..")
                        .or(describe(
                                "are synchronizers",
                                type -> type.getName()
                                        .matches("java\\.util\\.concurrent\\."
                                                + "(CountDownLatch|CyclicBarrier|Phaser|Semaphore|Exchanger)"))))
                .because("between threads go immutable values through one mailbox and one board"));
    }

    @Test
    void nothingIsSynchronized() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> guilty = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(HouseRulesTest::entersAMonitor)
                    .map(CLASSES::relativize)
                    .map(Path::toString)
                    .toList();
            assertThat(guilty).as("classes with a synchronized method or block").isEmpty();
        }
    }

    @Test
    void timeIsInjected() {
        check(noClasses()
                .that(describe("live outside of app", type -> !room(type).equals("app")))
                .should()
                .accessTargetWhere(describe("asks the computer for the time", HouseRulesTest::readsAClock))
                .because("replay, the fast clock of the exchange and the tests bring their own InstantSource"));
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        check(noClasses()
                .that(describe("live outside of app", type -> !room(type).equals("app")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("stdout is read by programs, and an error is logged once, where it is handled"));
    }

    @Test
    void namesSayWhatAThingIs() {
        Pattern empty = Pattern.compile(".*(Manager|Helper|Utils?|Handler|Impl|Data|Info)");
        check(classes()
                .that(describe("have names", type -> !type.isAnonymousClass() && !isModuleInfo(type)))
                .should(new ArchCondition<>("not be named Manager, Helper, Util, Handler, Impl, Data or Info") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean good = !empty.matcher(type.getSimpleName()).matches();
                        events.add(new SimpleConditionEvent(type, good, type.getName()));
                    }
                })
                .because("such a name hides that nobody knew what the class is"));
    }

    @Test
    void classesAreFinalOrSealed() {
        check(classes()
                .that(describe(
                        "are ordinary classes",
                        type -> !type.isInterface()
                                && !type.isEnum()
                                && !type.isAnonymousClass()
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && !isModuleInfo(type)
                                && !type.isAssignableTo(Enum.class)))
                .should(new ArchCondition<>("be final or sealed") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed();
                        events.add(new SimpleConditionEvent(type, closed, type.getName()));
                    }
                })
                .because("a switch over a family must stay exhaustive, and nothing here is made to be overridden"));
    }

    /// Rooms come into being one after another: a rule about a room that is not there yet has nothing to say.
    @Test
    void nobodyAsksTheCalendarForATimeOfDayAlone() {
        check(methods()
                .that()
                .areDeclaredIn(TradingCalendar.class)
                .and()
                .areNotPrivate()
                .should()
                .notHaveRawParameterTypes(describe(
                        "a time of day",
                        types -> types.stream().anyMatch(type -> TIMES_OF_DAY.contains(type.getName()))))
                .because("hours belong to a date, a session and a contract: on a Saturday 10:00 is no hour at all"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (name.length() <= ROOT.length()) {
            return name;
        }
        String inside = name.substring(ROOT.length() + 1);
        return TOOLS_OF_PANELS.stream()
                .filter(tool -> inside.equals(tool) || inside.startsWith(tool + "."))
                .findFirst()
                .orElseGet(() -> inside.replaceAll("\\..*", ""));
    }

    private static boolean isPanel(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".ui.")
                && !TOOLS_OF_PANELS.contains(room(type))
                && !type.getPackageName().equals(ROOT + ".ui.main");
    }

    private static boolean isModuleInfo(JavaClass type) {
        return type.getSimpleName().equals("module-info")
                || type.getSimpleName().equals("package-info");
    }

    private static boolean isInJavaBase(JavaClass type) {
        return type.isPrimitive() || type.reflect().getModule().equals(Object.class.getModule());
    }

    private static boolean isOf(JavaAccess<?> access, String owner, String namePattern) {
        AccessTarget target = access.getTarget();
        return target.getOwner().getName().equals(owner) && target.getName().matches(namePattern);
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        boolean now = access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now
                || isOf(access, "java.lang.System", "currentTimeMillis")
                || isOf(access, InstantSource.class.getName(), "system")
                || isOf(access, Clock.class.getName(), "system.*");
    }

    private static boolean entersAMonitor(Path file) {
        try {
            return ClassFile.of().parse(file).methods().stream()
                    .anyMatch(method -> method.flags().has(AccessFlag.SYNCHRONIZED)
                            || method.code()
                                    .map(code -> code.elementStream().anyMatch(MonitorInstruction.class::isInstance))
                                    .orElse(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
