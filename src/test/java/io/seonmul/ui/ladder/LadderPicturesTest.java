// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Product;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/// The ladder in every state, for a person to look at, in `target/pictures/ladder-*.png`.
final class LadderPicturesTest {

    private static final Look LIGHT = new Look(Theme.LIGHT, false);
    private static final Look DARK = new Look(Theme.DARK, false);
    private static final Words KOREAN = new Words(Locale.KOREAN);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private static final Duration HOUR = Duration.ofHours(1);

    /// Renders once to be laid out, then lets the user act, then renders the picture.
    private static LadderViewModel picture(
            String name, Words words, Look look, int width, int height, Consumer<LadderViewModel> states) {
        LadderViewModel model = Pictures.onFx(() -> new LadderViewModel(words, LadderSettings.DEFAULT));
        Parent root = Pictures.onFx(() -> {
            Parent loaded = ViewLoader.load(new LadderView(model, words), words);
            model.second(Feed.RECEIVED);
            return loaded;
        });
        Pictures.snap(root, width, height, look, "ladder-" + name);
        Pictures.runOnFx(() -> states.accept(model));
        Path file = Pictures.snap(root, width, height, look, "ladder-" + name);
        assertThat(file).isNotEmptyFile();
        return model;
    }

    private static Feed morning(String code) {
        return new Feed(code, 11, LocalTime.of(8, 44)).run(HOUR);
    }

    @Test
    void empty() {
        LadderViewModel model = picture("empty", KOREAN, LIGHT, 360, 640, LadderViewModel::clear);
        assertThat(model.page().rows()).isEmpty();
        assertThat(model.window()).isEmpty();
    }

    @Test
    void live() {
        InstrumentSnapshot snapshot = morning(Feed.MINI).snapshot();
        for (Look look : new Look[] {LIGHT, DARK}) {
            String theme = look.equals(LIGHT) ? "light" : "dark";
            LadderViewModel korean = picture("live-ko-" + theme, KOREAN, look, 360, 720, model -> model.show(snapshot));
            assertThat(korean.completeness().get()).isEqualTo(LadderViewModel.Completeness.COMPLETE);
            picture("live-en-" + theme, ENGLISH, look, 360, 720, model -> model.show(snapshot));
        }
        picture("wide", KOREAN, DARK, 460, 900, model -> model.show(snapshot));
        picture("least", KOREAN, LIGHT, 300, 500, model -> model.show(snapshot));
        picture("small", KOREAN, DARK, 280, 400, model -> model.show(snapshot));
        picture("small-en", ENGLISH, LIGHT, 280, 400, model -> model.show(snapshot));
        picture("green-up", ENGLISH, new Look(Theme.DARK, true), 360, 720, model -> model.show(snapshot));
    }

    @Test
    void fadedAndHovered() {
        Feed feed = morning(Feed.K200);
        picture("hover", KOREAN, DARK, 360, 640, model -> {
            for (int frame = 0; frame < 20; frame++) {
                model.show(feed.run(Duration.ofMillis(400)).snapshot());
            }
            int marked = -1;
            for (int i = 0; i < model.page().rows().size(); i++) {
                marked = model.page().rows().get(i).marks.isEmpty() ? marked : i;
            }
            model.hover(marked);
        });
    }

    @Test
    void grouped() {
        InstrumentSnapshot snapshot = morning(Feed.MINI).snapshot();
        picture("grouping-5", KOREAN, LIGHT, 360, 720, model -> {
            model.show(snapshot);
            model.group(5);
        });
        picture("grouping-10", ENGLISH, DARK, 460, 900, model -> {
            model.show(snapshot);
            model.group(10);
        });
    }

    @Test
    void withoutQuote() {
        Feed feed = morning(Feed.MINI);
        TickField[] quote = {TickField.FUTS_ASKP1, TickField.FUTS_BIDP1, TickField.ASKP_RSQN1, TickField.BIDP_RSQN1};
        feed.trade(feed.snapshot().tick().last(), quote, "0.00", "0.00", "0", "0");
        picture("no-quote", KOREAN, LIGHT, 360, 640, model -> model.show(feed.snapshot()));
    }

    @Test
    void nearTheUpperStage() {
        Feed feed = morning(Feed.K200);
        Price stage = feed.snapshot().limits().stages().getFirst().upper();
        Price last = stage.minus(Price.parse("0.25"));
        feed.trade(
                last,
                new TickField[] {
                    TickField.FUTS_HGPR,
                    TickField.FUTS_ASKP1,
                    TickField.FUTS_BIDP1,
                    TickField.DYNM_MXPR,
                    TickField.DYNM_LLAM,
                    TickField.HTS_THPR
                },
                stage.toString(),
                last.plus(Price.parse("0.05")).toString(),
                last.toString(),
                last.plus(Price.parse("0.35")).toString(),
                last.minus(Price.parse("0.35")).toString(),
                stage.toString());
        picture("near-limit", KOREAN, DARK, 360, 640, model -> model.show(feed.snapshot()));
    }

    @Test
    void partialAndLossy() {
        Feed joined = new Feed(Feed.MINI, 11, LocalTime.of(10, 12)).run(Duration.ofMinutes(20));
        LadderViewModel partial =
                picture("joined-mid", KOREAN, LIGHT, 360, 640, model -> model.show(joined.snapshot()));
        assertThat(partial.completeness().get()).isEqualTo(LadderViewModel.Completeness.PARTIAL);
        Feed lossy = new Feed(Feed.MINI, 11, LocalTime.of(10, 12)).run(Duration.ofMinutes(20), n -> n % 300 != 77);
        LadderViewModel lost = picture("lossy", ENGLISH, DARK, 360, 640, model -> model.show(lossy.snapshot()));
        assertThat(lost.completeness().get()).isEqualTo(LadderViewModel.Completeness.LOSSY);
    }

    @Test
    void scrolledAway() {
        InstrumentSnapshot snapshot = morning(Feed.MINI).snapshot();
        picture("scrolled", KOREAN, LIGHT, 360, 640, model -> {
            model.hold(true);
            model.show(snapshot);
            model.scroll(-40);
        });
        picture("scrolled-en-small", ENGLISH, DARK, 280, 400, model -> {
            model.hold(true);
            model.show(snapshot);
            model.scroll(40);
        });
        Feed moving = morning(Feed.MINI);
        picture("moved", KOREAN, DARK, 360, 640, model -> {
            model.show(moving.snapshot());
            model.show(moving.trade(moving.snapshot().tick().last().plus(Price.parse("0.40")))
                    .snapshot());
        });
    }

    @Test
    void unknownTickSize() {
        Contract contract = new Contract(new InstrumentCode("AA4612"), Product.unknown("AA4"));
        InstrumentSnapshot snapshot =
                new Feed(contract, 3, LocalTime.of(8, 44)).run(HOUR).snapshot();
        picture("tick-unknown", KOREAN, LIGHT, 360, 640, model -> model.show(snapshot));
    }
}
