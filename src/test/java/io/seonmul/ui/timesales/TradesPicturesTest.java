// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Time and sales in each state, for a person to look at; no text may be cut off.
final class TradesPicturesTest {

    private static InstrumentSnapshot day(LongPredicate arrives) {
        DemoMarket market = new DemoMarket(5, List.of(new InstrumentCode("A05612")));
        market.run(Duration.ofMinutes(12), arrives);
        return market.snapshots().getFirst();
    }

    private static void snap(
            Consumer<TradesViewModel> state, Locale locale, Theme theme, int width, int height, String name) {
        Words words = new Words(locale);
        TradesViewModel model = new TradesViewModel(TradesSettings.DEFAULT, words);
        Parent root = Pictures.onFx(() -> {
            Parent loaded = ViewLoader.load(new TradesView(model, words, shown -> {}), words);
            state.accept(model);
            return loaded;
        });
        Pictures.snap(root, width, height, theme, "trades-" + name);
        assertThat(cut(root)).as(name).isEmpty();
    }

    private static List<String> cut(Parent root) {
        return Pictures.onFx(() -> root.lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled label && label.isVisible())
                .map(Labeled.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text text
                        && !label.getText().equals(text.getText()))
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void ofALivelyMarket() {
        InstrumentSnapshot day = day(number -> true);
        snap(model -> model.show(day), Locale.KOREAN, Theme.LIGHT, 660, 320, "live-ko-light");
        snap(model -> model.show(day), Locale.ENGLISH, Theme.DARK, 420, 500, "live-en-dark");
        snap(
                model -> {
                    model.choose(new TradesSettings(TradesSettings.Sides.BUYERS, 3, 5, true));
                    model.show(day);
                },
                Locale.KOREAN,
                Theme.DARK,
                300,
                420,
                "filtered-ko-dark-narrow");
        snap(
                model -> {
                    model.show(day);
                    model.scroll(40);
                },
                Locale.ENGLISH,
                Theme.LIGHT,
                300,
                420,
                "scrolled-en-light-narrow");
    }

    @Test
    void ofALossyFeed() {
        InstrumentSnapshot lossy = day(number -> number % 11 < 8);
        snap(model -> model.show(lossy), Locale.KOREAN, Theme.LIGHT, 420, 360, "lossy-ko-light");
        snap(
                model -> {
                    model.show(lossy);
                    model.pause(true);
                },
                Locale.ENGLISH,
                Theme.DARK,
                340,
                360,
                "paused-en-dark");
    }

    @Test
    void ofADoubtfulRecord() {
        InstrumentCode code = new InstrumentCode("A05612");
        DemoMarket market = new DemoMarket(5, List.of(code));
        market.run(Duration.ofMinutes(12));
        market.glitch(code);
        InstrumentSnapshot doubtful = market.snapshots().getFirst();
        snap(model -> model.show(doubtful), Locale.KOREAN, Theme.LIGHT, 340, 240, "doubtful-ko-light");
        snap(model -> model.show(doubtful), Locale.ENGLISH, Theme.DARK, 420, 240, "doubtful-en-dark");
    }

    @Test
    void ofNothing() {
        snap(model -> {}, Locale.KOREAN, Theme.LIGHT, 340, 240, "empty-ko-light");
        snap(model -> model.await(new InstrumentCode("A05612")), Locale.ENGLISH, Theme.DARK, 340, 240, "await-en-dark");
    }
}
