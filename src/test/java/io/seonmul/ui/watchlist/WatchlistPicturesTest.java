// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.CodeState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.StagedCodes;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The watchlist in its states, to be looked at by a person in `target/pictures`.
final class WatchlistPicturesTest {

    private static final List<InstrumentCode> FULL = Stream.of("A01", "A05", "A06", "A04", "A08", "AA4")
            .flatMap(product -> Stream.of("612", "701", "703", "706", "709", "712", "803")
                    .map(month -> new InstrumentCode(product + month)))
            .limit(41)
            .toList();
    private static final List<InstrumentCode> SEVEN =
            StagedWatchlist.codes("A01612", "A05612", "A05701", "A06612", "A01703", "A05702", "A06703");
    private static final DemoMarket MARKET = new DemoMarket(7, FULL);
    private static final WatchlistSettings TABLE = WatchlistSettings.DEFAULT.withForm(WatchlistSettings.Form.TABLE);

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(40));
        MARKET.run(Duration.ofMinutes(5), number -> number % 300 != 0);
    }

    private static WatchlistSettings sorted(String column, boolean descending) {
        return TABLE.withSorting(Optional.of(new WatchlistSettings.Sorting(column, descending)));
    }

    @Test
    void cards() {
        snap("watch-cards", Locale.KOREAN, Theme.LIGHT, 396, 400, SEVEN, WatchlistSettings.DEFAULT, staged -> {});
        snap(
                "watch-cards-narrow",
                Locale.ENGLISH,
                Theme.DARK,
                232,
                400,
                SEVEN,
                WatchlistSettings.DEFAULT,
                staged -> {});
        snap(
                "watch-cards-sorted",
                Locale.ENGLISH,
                Theme.LIGHT,
                396,
                400,
                SEVEN,
                sorted("ACML_VOL", true).withForm(WatchlistSettings.Form.CARDS),
                staged -> {});
    }

    @Test
    void everyStateOfDepth() {
        for (WatchlistSettings settings :
                List.of(WatchlistSettings.DEFAULT, TABLE.withColumns(List.of("STATE", "DEPTH_STATE", "FUTS_PRPR")))) {
            snap(
                    "watch-depth-" + settings.form(),
                    Locale.KOREAN,
                    Theme.LIGHT,
                    396,
                    440,
                    SEVEN,
                    settings.withDepth(SEVEN.get(2), false),
                    staged -> {
                        staged.depths.put(SEVEN.get(0), StagedCodes.NO_ROOM);
                        staged.depths.put(
                                SEVEN.get(1), new CodeState.Refused("OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"));
                        staged.depths.put(SEVEN.get(3), new CodeState.Requested());
                        staged.depths.put(SEVEN.get(4), new CodeState.Registered(DemoMarket.CLOCK));
                        staged.codes.put(SEVEN.get(5), new CodeState.Stalled(DemoMarket.CLOCK));
                        staged.codes.put(SEVEN.get(6), new CodeState.Refused("OPSP8992", "invalid tr_key"));
                    });
        }
    }

    @Test
    void table() {
        snap("watch-table", Locale.KOREAN, Theme.LIGHT, 396, 400, SEVEN, TABLE, staged -> {});
        snap("watch-table-narrow", Locale.KOREAN, Theme.DARK, 232, 400, SEVEN, TABLE, staged -> {});
        snap("watch-table-wide", Locale.ENGLISH, Theme.DARK, 1100, 400, SEVEN, TABLE, staged -> {});
        snap(
                "watch-table-41",
                Locale.KOREAN,
                Theme.LIGHT,
                900,
                620,
                FULL,
                sorted("FUTS_PRDY_CTRT", true),
                staged -> FULL.forEach(code -> staged.depths.put(code, StagedCodes.NO_ROOM)));
        snap("watch-table-41-wide", Locale.KOREAN, Theme.DARK, 1280, 620, FULL, sorted("NAME", false), staged -> {});
    }

    @Test
    void everyColumn() {
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            List<String> keys = Pictures.onFx(() -> new StagedWatchlist(locale, SEVEN, TABLE)
                    .model.columns().listed().stream().map(WatchColumn::key).toList());
            for (int from = 0; from < keys.size(); from += 18) {
                List<String> some = keys.subList(from, Math.min(keys.size(), from + 18));
                snap(
                        "watch-columns-" + locale + "-" + from / 18,
                        locale,
                        Theme.LIGHT,
                        1500,
                        300,
                        SEVEN,
                        TABLE.withColumns(some),
                        staged -> {});
            }
        }
    }

    @Test
    void chooser() {
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Pictures.runOnFx(() -> {
                Words words = new Words(locale);
                StagedWatchlist staged = new StagedWatchlist(locale, SEVEN, TABLE);
                Parent root = ViewLoader.load(new ColumnsView(staged.model.columns(), words), words);
                Theme theme = locale.equals(Locale.KOREAN) ? Theme.LIGHT : Theme.DARK;
                assertThat(Pictures.snap(root, 560, 520, theme, "watch-chooser-" + locale))
                        .isNotEmptyFile();
            });
        }
    }

    private static void snap(
            String name,
            Locale locale,
            Theme theme,
            int width,
            int height,
            List<InstrumentCode> codes,
            WatchlistSettings settings,
            Consumer<StagedWatchlist> stage) {
        Pictures.runOnFx(() -> {
            StagedWatchlist staged = new StagedWatchlist(locale, codes, settings);
            stage.accept(staged);
            Words words = new Words(locale);
            Parent root = ViewLoader.load(new WatchlistView(staged.model, words, removal -> {}), words);
            staged.show(MARKET.snapshots());
            staged.pass(Ranking.INTERVAL);
            staged.model.paintNow();
            Path file = Pictures.snap(root, width, height, new Look(theme, false), name);
            assertThat(file).isNotEmptyFile();
        });
    }
}
