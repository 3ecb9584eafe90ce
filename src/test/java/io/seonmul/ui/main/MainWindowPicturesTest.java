// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AuditReport;
import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.protocol.Rejection;
import io.seonmul.session.CodeState;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.SessionState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.StagedCodes;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The window in its states, to be looked at by a person in `target/pictures`.
final class MainWindowPicturesTest {
    private static final List<InstrumentCode> CODES =
            WindowUnderTest.codes("A01612", "A05612", "A05701", "A06612", "A01703", "A05702");
    private static final DemoMarket MARKET = new DemoMarket(7, CODES);
    private static final DemoMarket LOSSY = new DemoMarket(7, CODES);

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(105));
        LOSSY.run(Duration.ofMinutes(100));
        LOSSY.run(Duration.ofMinutes(5), number -> number % 400 != 0);
    }

    /// What a session would have counted that received all of `market`, and could not read some records of another.
    private static FeedCounters counters(DemoMarket market, long rejected) {
        List<AuditReport> audits =
                market.snapshots().stream().map(InstrumentSnapshot::audit).toList();
        long records = sum(audits, AuditReport::records);
        return new FeedCounters(
                records,
                records,
                0,
                sum(audits, AuditReport::contracts),
                sum(audits, AuditReport::lostContracts),
                sum(audits, AuditReport::lostTrades),
                rejected,
                0,
                0,
                12,
                1,
                0,
                37,
                0,
                0,
                0,
                0,
                sum(audits, AuditReport::unknownLosses));
    }

    private static long sum(List<AuditReport> audits, ToLongFunction<AuditReport> figure) {
        return audits.stream().mapToLong(figure).sum();
    }

    @Test
    void everyLanguageAndTheme() {
        for (Language language : Language.values()) {
            for (Theme theme : Theme.values()) {
                snap("window-live-" + language + "-" + theme, language, new Look(theme, false), 1440, 900);
            }
        }
    }

    @Test
    void small() {
        snap("window-small", Language.KOREAN, new Look(Theme.LIGHT, false), 1024, 680);
        snap("window-smallest", Language.ENGLISH, new Look(Theme.LIGHT, false), 700, 400);
        snap("window-1280", Language.ENGLISH, new Look(Theme.DARK, true), 1280, 720);
    }

    @Test
    void strongContrastAndEverySize() {
        for (Theme theme : Theme.values()) {
            snap("window-contrast-" + theme, Language.KOREAN, new Look(theme, false, true, 100), 1440, 900);
        }
        for (int percent : List.of(90, 150)) {
            snap("window-size-" + percent, Language.KOREAN, new Look(Theme.LIGHT, false, false, percent), 1600, 1000);
        }
    }

    @Test
    void largeTextInASmallWindow() {
        for (Language language : Language.values()) {
            for (int percent : List.of(115, 130)) {
                enlarged(language, Theme.LIGHT, percent, 1024, 700);
            }
            enlarged(language, Theme.DARK, 150, 1280, 720);
            enlarged(language, Theme.LIGHT, 150, 1050, 600);
        }
    }

    private static void enlarged(Language language, Theme theme, int percent, int width, int height) {
        snap(
                "window-" + width + "-" + percent + "-" + language,
                language,
                new Look(theme, false, false, percent),
                width,
                height);
    }

    @Test
    void everyLayout() {
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1600, 900)) {
                test.window.show();
                test.show(MARKET);
                for (Command layout : List.of(Command.LAYOUT_LADDERS, Command.LAYOUT_CHARTS, Command.LAYOUT_USUAL)) {
                    test.window.run(layout);
                    test.window.second();
                    assertThat(test.snap("window-" + layout)).isNotEmptyFile();
                }
            }
        });
    }

    @Test
    void everyStateOfTheLink() {
        List<SessionState> states = List.of(
                new SessionState.Offline(),
                new SessionState.Connecting(2),
                new SessionState.Stale(DemoMarket.CLOCK.minusSeconds(6)),
                new SessionState.Waiting(FailureReason.LINK_LOST, "1006", 3, DemoMarket.CLOCK.plusSeconds(12)),
                new SessionState.Failed(FailureReason.KEYS_REFUSED, "EGW00103"));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1280, 720)) {
                test.session.counters = counters(MARKET, 0);
                test.window.show();
                test.show(MARKET);
                for (SessionState state : states) {
                    test.session.state = state;
                    test.window.second();
                    assertThat(test.snap("window-" + state.getClass().getSimpleName()))
                            .isNotEmptyFile();
                }
            }
        });
    }

    @Test
    void lossy() {
        snap("window-lossy", Language.KOREAN, new Look(Theme.LIGHT, false), 1440, 900, LOSSY, test -> {
            test.session.counters = counters(LOSSY, 2);
            test.session.rejection = Optional.of(
                    new Rejection(Rejection.Problem.FIELD, List.of("H0IFCNT0", "FUTS_PRPR", "points"), "abc"));
            test.session.codes.put(CODES.get(1), new CodeState.Quiet(DemoMarket.CLOCK.minusSeconds(95)));
            test.session.codes.put(CODES.get(2), new CodeState.Stalled(DemoMarket.CLOCK.minusSeconds(240)));
            test.session.depths.put(CODES.get(1), new CodeState.Refused("OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"));
            test.session.depths.put(CODES.get(2), StagedCodes.NO_ROOM);
            test.session.depths.put(CODES.get(3), new CodeState.Requested());
            test.session.codes.put(CODES.get(3), new CodeState.Registered(DemoMarket.CLOCK.minusSeconds(4)));
            test.session.codes.put(CODES.get(4), new CodeState.Requested());
            test.session.codes.put(CODES.get(5), new CodeState.Refused("OPSP8992", "SUBSCRIBE ERROR : invalid tr_key"));
        });
    }

    @Test
    void empty() {
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT;
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1280, 720)) {
                test.window.show();
                assertThat(test.snap("window-empty")).isNotEmptyFile();
            }
        });
    }

    @Test
    void everyRegistrationTaken() {
        List<InstrumentCode> full = Stream.of("A01", "A05", "A06", "A04")
                .flatMap(product -> IntStream.range(0, 12)
                        .mapToObj(month -> new InstrumentCode(String.format("%s7%02d", product, 1 + month))))
                .limit(41)
                .toList();
        DemoMarket market = new DemoMarket(7, full);
        market.run(Duration.ofMinutes(20));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(full, Optional.of(full.get(3)));
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1440, 900)) {
                test.session.counters = counters(market, 0);
                test.window.show();
                test.show(market);
                assertThat(test.snap("window-41-codes")).isNotEmptyFile();
                test.window.run(Command.TABLE);
                test.window.second();
                assertThat(test.snap("window-41-codes-table")).isNotEmptyFile();
            }
        });
    }

    @Test
    void burst() {
        DemoMarket market = new DemoMarket(9, CODES);
        market.run(Duration.ofMinutes(40));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.get(1)));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1440, 900)) {
                test.session.counters = counters(market, 0);
                test.window.show();
                test.window.run(Command.TRADES);
                test.show(market);
                for (int frame = 0; frame < 20; frame++) {
                    market.run(Duration.ofSeconds(3));
                    market.snapshots().forEach(test.board::publish);
                    test.window.onFrame();
                }
                test.window.second();
                assertThat(test.snap("window-burst")).isNotEmptyFile();
            }
        });
    }

    /// The K200 future walks to its first static stage, a minute a step, while the others stay where they are.
    @Test
    void nearAndAtALimit() {
        Contract contract = SampleSession.contract(CODES.getFirst().toString());
        SampleTick walk = new SampleTick(contract, "1000.00");
        List<Tick> ticks = new ArrayList<>(List.of(walk.buy("1000.00", 1)));
        walk(walk, ticks, 1077);
        InstrumentSnapshot near = SampleSession.of(contract, ticks);
        snap(
                "window-near-limit",
                Language.ENGLISH,
                new Look(Theme.DARK, false),
                1440,
                900,
                MARKET,
                test -> test.instead = Optional.of(near));
        walk(walk, ticks, 1080);
        InstrumentSnapshot at = SampleSession.of(contract, ticks);
        snap(
                "window-at-limit",
                Language.KOREAN,
                new Look(Theme.LIGHT, false),
                1440,
                900,
                MARKET,
                test -> test.instead = Optional.of(at));
    }

    private static void walk(SampleTick walk, List<Tick> ticks, int to) {
        while (ticks.getLast().last().points() < to) {
            double next = Math.min(to, ticks.getLast().last().points() + 2);
            ticks.add(walk.later(60).buy(String.format("%.2f", next), 3));
        }
    }

    @Test
    void smallWindows() {
        for (Language language : Language.values()) {
            for (Theme theme : Theme.values()) {
                Pictures.runOnFx(() -> {
                    UiSettings settings =
                            UiSettings.DEFAULT.withLanguage(language).withLook(new Look(theme, false));
                    try (WindowUnderTest test = new WindowUnderTest(settings, false, 1024, 680)) {
                        test.window.show();
                        for (Command command : List.of(Command.SETTINGS, Command.SHORTCUTS)) {
                            test.window.run(command);
                            Stage shown = (Stage) Window.getWindows().getLast();
                            Pictures.snap(shown.getScene(), "window-" + command + "-" + language + "-" + theme);
                        }
                    }
                });
            }
        }
    }

    private static void snap(String name, Language language, Look look, int width, int height) {
        snap(name, language, look, width, height, MARKET, test -> {});
    }

    private static void snap(
            String name,
            Language language,
            Look look,
            int width,
            int height,
            DemoMarket market,
            Consumer<WindowUnderTest> stage) {
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT
                    .withLanguage(language)
                    .withLook(look)
                    .withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, width, height)) {
                test.session.counters = counters(market, 0);
                stage.accept(test);
                test.window.show();
                test.show(market);
                assertThat(test.snap(name)).isNotEmptyFile();
            }
        });
    }
}
