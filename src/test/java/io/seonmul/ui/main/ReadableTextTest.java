// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.Sheet;
import io.seonmul.ui.chart.ChartPlot;
import io.seonmul.ui.chart.DrawnLevel;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every text of every pane can be read, in both languages, in every size of the look and of the window: none stands
/// over another, none leaves its clip, none is half under a box.
final class ReadableTextTest {
    private static final List<InstrumentCode> CODES =
            WindowUnderTest.codes("A01612", "A05612", "A05701", "A06612", "A01703", "A05702");
    private static final DemoMarket MARKET = new DemoMarket(7, CODES);

    /// Lines of the user so near each other, the last price and the base price that their texts would meet.
    private static final List<DrawnLevel> NEAR_LINES = LongStream.of(
                    107_770, 107_780, 107_795, 107_830, 108_180, 120_000)
            .mapToObj(price -> new DrawnLevel(CODES.getFirst(), price))
            .toList();

    /// Where the pointer is in the chart, as a share of its width, for each size of the look.
    private static final List<Double> POINTERS = List.of(0.05, 0.95, 0.5, 0.05, 0.95);

    private static final int[][] WINDOWS = {{1920, 1080}, {1440, 900}, {1280, 720}};

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(100));
        MARKET.run(Duration.ofMinutes(5), number -> number % 100 != 0);
    }

    @ParameterizedTest
    @EnumSource
    void noTextStandsOverAnother(Language language) {
        Map<String, String> faults = new TreeMap<>();
        for (int[] size : WINDOWS) {
            for (int percent : Look.SIZES) {
                UiSettings settings = UiSettings.DEFAULT
                        .withLanguage(language)
                        .withLook(new Look(Theme.LIGHT, false, false, percent))
                        .withCodes(CODES, Optional.of(CODES.getFirst()))
                        .withLevels(NEAR_LINES);
                // The Headless platform cannot paint a window larger than its screen: there must be no pulse between.
                Pictures.runOnFx(() -> {
                    try (Sheet sheet = new Sheet();
                            WindowUnderTest test = new WindowUnderTest(settings, false, size[0], size[1])) {
                        test.window.show();
                        String where = language + " " + percent + "% " + size[0];
                        everyPane(test, sheet, POINTERS.get(Look.SIZES.indexOf(percent)), where, faults);
                        if (size[0] == 1280 && (percent == 100 || percent == 150)) {
                            otherDesks(test, sheet, where, faults);
                        }
                    }
                });
            }
        }
        assertThat(faults.values()).as("texts that cannot be read").isEmpty();
    }

    private static void everyPane(
            WindowUnderTest test, Sheet sheet, double pointer, String where, Map<String, String> faults) {
        judge(test, sheet, where + " cards", faults);
        test.window.run(Command.TABLE);
        test.window.run(Command.TRADES);
        judge(test, sheet, where + " table", faults);
        // Where there is little room the chart may be a tab that is not seen.
        ChartPlot.of(test.stage.getScene()).ifPresent(chart -> {
            chart.point(pointer);
            judge(test, sheet, where + " pointer at " + pointer, faults);
        });
    }

    private static void otherDesks(WindowUnderTest test, Sheet sheet, String where, Map<String, String> faults) {
        for (Command layout : List.of(Command.LAYOUT_LADDERS, Command.LAYOUT_CHARTS)) {
            test.window.run(layout);
            judge(test, sheet, where + " " + layout, faults);
        }
    }

    private static void judge(WindowUnderTest test, Sheet sheet, String where, Map<String, String> faults) {
        test.show(MARKET);
        layOut(test);
        for (String fault : sheet.faults(test.stage.getScene())) {
            faults.putIfAbsent(fault.replaceAll("\\[.*?]", "").replaceAll("[0-9]+", "9"), where + ": " + fault);
        }
    }

    /// The chart is the largest picture of the window, also in a small one, and its scale can be read.
    @ParameterizedTest
    @EnumSource
    void theChartHasItsShare(Language language) {
        for (int[] size : WINDOWS) {
            Pictures.runOnFx(() -> {
                UiSettings settings =
                        UiSettings.DEFAULT.withLanguage(language).withCodes(CODES, Optional.of(CODES.getFirst()));
                try (Sheet sheet = new Sheet();
                        WindowUnderTest test = new WindowUnderTest(settings, false, size[0], size[1])) {
                    test.window.show();
                    test.show(MARKET);
                    layOut(test);
                    ChartPlot chart = ChartPlot.of(test.stage.getScene()).orElseThrow();
                    assertThat(chart.priceHeight()).isGreaterThanOrEqualTo((size[1] <= 720 ? 0.4 : 0.25) * size[1]);
                    assertThat(chart.priceLabels(sheet)).hasSizeGreaterThanOrEqualTo(5);
                }
            });
        }
    }

    private static void layOut(WindowUnderTest test) {
        Parent root = test.stage.getScene().getRoot();
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
    }
}
