// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.ui.chart.DrawnLevel;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.limits.AlertSettings;
import io.seonmul.ui.limits.Telling;
import io.seonmul.ui.main.Desk;
import io.seonmul.ui.main.DeskPart;
import io.seonmul.ui.main.DeskSettings;
import io.seonmul.ui.main.Dividers;
import io.seonmul.ui.main.LinkGroup;
import io.seonmul.ui.main.Links;
import io.seonmul.ui.main.NamedDesk;
import io.seonmul.ui.main.PaneKind;
import io.seonmul.ui.main.PaneSettings;
import io.seonmul.ui.main.PaneSlot;
import io.seonmul.ui.main.UiSettings;
import io.seonmul.ui.main.WindowBounds;
import io.seonmul.ui.watchlist.WatchlistSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordTreeTest {
    private static final Desk DESK = new Desk(
            new DeskPart.Split(
                    DeskPart.Axis.ACROSS,
                    0.3,
                    Optional.of(1_440),
                    List.of(
                            new DeskPart.Tabs(List.of(slot(1, PaneKind.WATCHLIST), slot(2, PaneKind.TRADES)), 1),
                            new DeskPart.Tabs(List.of(slot(3, PaneKind.CHART)), 0))),
            List.of(new Desk.Detached(
                    new DeskPart.Tabs(List.of(slot(4, PaneKind.LADDER)), 0),
                    new WindowBounds(1, 2, 300, 400, false),
                    Optional.of(new Desk.Home(List.of(1, 2), Optional.of(Side.LEFT), 0.4, Optional.of(900))))));

    private static final UiSettings SETTINGS = new UiSettings(
            Language.ENGLISH,
            new Look(Theme.DARK, true),
            List.of(new InstrumentCode("A05612"), new InstrumentCode("A01612")),
            Optional.of(new InstrumentCode("A01612")),
            new WatchlistSettings(
                    WatchlistSettings.Form.TABLE,
                    List.of("FUTS_PRPR", "VWAP"),
                    Optional.of(new WatchlistSettings.Sorting("VWAP", true)),
                    List.of(new InstrumentCode("A05612"))),
            new Dividers(0.2, 0.4, 0.5, 0.6),
            PaneSettings.DEFAULT,
            Optional.of(new WindowBounds(-10, 20.5, 1_280, 720, true)),
            Optional.of(new WindowBounds(1_300, 40, 900, 600, false)),
            new AlertSettings(
                    List.of(
                            AlertRule.lastCrosses(new InstrumentCode("A05612"), Price.parse("1080.30")),
                            AlertRule.lastCrosses(new InstrumentCode("A01612"), Price.parse("432.05"))
                                    .withEnabled(false)),
                    true,
                    new Telling(true, false, true),
                    new Telling(false, false, true)),
            new DeskSettings(
                    Optional.of(DESK),
                    new Links(LinkGroup.B, List.of(new Links.Linked(LinkGroup.A, new InstrumentCode("A01612")))),
                    List.of(new NamedDesk("아침", DESK)),
                    List.of("THEME")),
            List.of(new DrawnLevel(new InstrumentCode("A05612"), 108_050)));

    @Test
    void everythingTheWindowRemembersSurvivesAFile() throws IOException {
        assertThat(throughJson(SETTINGS)).isEqualTo(SETTINGS);
        assertThat(throughJson(UiSettings.DEFAULT)).isEqualTo(UiSettings.DEFAULT);
    }

    private static UiSettings throughJson(UiSettings settings) throws IOException {
        String text = JSON.std.asString(RecordTree.of(settings));
        return RecordTree.read(JSON.std.mapFrom(text), UiSettings.DEFAULT);
    }

    @Test
    void aCodeIsWrittenAsItsText() {
        assertThat(RecordTree.of(SETTINGS)).containsEntry("codes", List.of("A05612", "A01612"));
    }

    @Test
    void whatIsMissingOrWrongCostsItselfOnly() throws IOException {
        UiSettings read = RecordTree.read(
                JSON.std.mapFrom("{\"language\":\"KLINGON\",\"look\":{\"theme\":\"DARK\",\"greenUp\":1},"
                        + "\"codes\":[\"A05612\",\"no code\"],\"selected\":null,\"dividers\":[],"
                        + "\"window\":{\"x\":1,\"y\":2},\"unknown\":{}}"),
                SETTINGS);

        assertThat(read)
                .isEqualTo(new UiSettings(
                        Language.ENGLISH,
                        new Look(Theme.DARK, true),
                        List.of(new InstrumentCode("A05612")),
                        Optional.empty(),
                        SETTINGS.watchlist(),
                        SETTINGS.dividers(),
                        SETTINGS.panes(),
                        SETTINGS.window(),
                        SETTINGS.health(),
                        SETTINGS.alerts(),
                        SETTINGS.desk(),
                        SETTINGS.levels()));
    }

    @Test
    void theNewestSettingsAreOnTheDiskAfterTheClose(@TempDir Path folder) throws IOException {
        try (Remembered remembered = new Remembered(new SettingsStore(folder), line -> {})) {
            assertThat(remembered.loaded()).isEqualTo(UiSettings.DEFAULT);
            for (int i = 0; i < 100; i++) {
                remembered.keep(UiSettings.DEFAULT.withLanguage(Language.ENGLISH));
                remembered.keep(SETTINGS);
            }
        }

        try (Remembered again = new Remembered(new SettingsStore(folder), line -> {})) {
            assertThat(again.loaded()).isEqualTo(SETTINGS);
            assertThat(again.warning()).isEmpty();
        }
        // A file has no empty values.
        assertThat(new SettingsStore(folder).load().values())
                .isEqualTo(JSON.std.mapFrom(JSON.std.asString(Map.of("window", RecordTree.of(SETTINGS)))));
    }

    @Test
    void aPartOfADeskThatNobodyKnowsIsLeftOut() throws IOException {
        String text = JSON.std
                .asString(RecordTree.of(SETTINGS))
                .replace("\"TRADES\"", "\"HOROSCOPE\"")
                .replace("\"LADDER\"", "7");

        Desk read = RecordTree.read(JSON.std.mapFrom(text), UiSettings.DEFAULT)
                .desk()
                .desk()
                .orElseThrow();

        assertThat(read.main().panes()).containsExactly(slot(1, PaneKind.WATCHLIST), slot(3, PaneKind.CHART));
        assertThat(read.detached())
                .singleElement()
                .satisfies(window -> assertThat(window.part().panes()).isEmpty());
    }

    @Test
    void aDeskOfAnEarlierVersionIsReadWithoutLengths() throws IOException {
        String text = JSON.std
                .asString(RecordTree.of(SETTINGS))
                .replace(",\"of\":1440", "")
                .replace(",\"of\":900", "");
        assertThat(text).doesNotContain("\"of\"");

        Desk read = RecordTree.read(JSON.std.mapFrom(text), UiSettings.DEFAULT)
                .desk()
                .desk()
                .orElseThrow();

        assertThat(read.main().panes()).isEqualTo(DESK.main().panes());
        assertThat(read.main()).isInstanceOfSatisfying(DeskPart.Split.class, split -> {
            assertThat(split.at()).isEqualTo(0.3);
            assertThat(split.of()).isEmpty();
        });
    }

    private static PaneSlot slot(int id, PaneKind kind) {
        return new PaneSlot(
                id,
                kind,
                LinkGroup.C,
                Optional.of(new InstrumentCode("A05612")).filter(code -> id > 2),
                PaneSettings.DEFAULT);
    }
}
