// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Aggressor;
import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Product;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Quote;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.protocol.TickField;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.MarketToday;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            Parent loaded = ViewLoader.load(new LadderView(model, words, (code, price) -> {}), words);
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
        InstrumentSnapshot snapshot = morning(Feed.MINI).depth().snapshot();
        for (Look look : new Look[] {LIGHT, DARK}) {
            String theme = look.equals(LIGHT) ? "light" : "dark";
            LadderViewModel korean = picture("live-ko-" + theme, KOREAN, look, 360, 720, model -> model.show(snapshot));
            assertThat(korean.lines().completeness().get()).isEqualTo(LadderLines.Completeness.COMPLETE);
            picture("live-en-" + theme, ENGLISH, look, 360, 720, model -> model.show(snapshot));
        }
        picture("wide", KOREAN, DARK, 600, 900, model -> model.show(snapshot));
        picture("wide-en", ENGLISH, LIGHT, 460, 640, model -> model.show(snapshot));
        picture("asks-left", KOREAN, DARK, 460, 640, model -> {
            model.choose(set -> set.withAsksLeft(true));
            model.show(snapshot);
        });
        picture("usual", KOREAN, DARK, 307, 648, model -> model.show(snapshot));
        picture("least", KOREAN, LIGHT, 240, 500, model -> model.show(snapshot));
        picture("least-en", ENGLISH, DARK, 240, 500, model -> model.show(snapshot));
        picture("small", KOREAN, DARK, 280, 400, model -> model.show(snapshot));
        picture("green-up", ENGLISH, new Look(Theme.DARK, true), 360, 720, model -> model.show(snapshot));
    }

    @Test
    void withoutDepth() {
        InstrumentSnapshot snapshot = morning(Feed.MINI).snapshot();
        LadderViewModel off = picture("depth-off", KOREAN, LIGHT, 360, 640, model -> {
            model.session(session(LIVE, Optional.empty()));
            model.show(snapshot);
        });
        assertThat(off.lines().bookWanting().get()).isTrue();
        picture("depth-refused", ENGLISH, DARK, 307, 560, model -> {
            model.session(session(LIVE, Optional.of(new CodeState.Refused("OPSP8992", "no"))));
            model.show(snapshot);
        });
        picture("depth-no-room", KOREAN, DARK, 240, 560, model -> {
            model.session(session(LIVE, Optional.of(new CodeState.Refused("OPSP0008", "full"))));
            model.show(snapshot);
        });
    }

    private static final SessionState LIVE = new SessionState.Live(Feed.RECEIVED);

    private static SessionStatus session(SessionState state, Optional<CodeState> depth) {
        Contract contract = ProductTable.builtIn().contract(new InstrumentCode(Feed.MINI));
        return new SessionStatus(
                state,
                List.of(new CodeStatus(contract, new CodeState.Flowing(), Optional.of(Feed.RECEIVED), true, depth)),
                FeedCounters.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MarketToday.NOT_KNOWN);
    }

    @Test
    void staleAndOffline() {
        Feed feed = morning(Feed.MINI).depth();
        feed.trade(feed.snapshot().tick().last());
        picture("stale-levels", KOREAN, DARK, 460, 640, model -> {
            model.show(feed.snapshot());
            model.second(Feed.RECEIVED.plusSeconds(7));
        });
        picture("stale-levels-light", ENGLISH, LIGHT, 307, 560, model -> {
            model.show(feed.snapshot());
            model.second(Feed.RECEIVED.plusSeconds(137));
        });
        picture("offline", KOREAN, LIGHT, 360, 640, model -> {
            model.session(session(new SessionState.Connecting(3), Optional.of(new CodeState.Requested())));
            model.show(feed.depth().snapshot());
            model.second(Feed.RECEIVED.plusSeconds(44));
        });
    }

    @Test
    void burstAndFlash() {
        Feed feed = morning(Feed.MINI).depth();
        picture("burst", KOREAN, DARK, 360, 640, model -> {
            for (int ticks : new int[] {3, -2, 4, 1, -5, 6, 2}) {
                model.show(feed.trade(feed.snapshot().tick().last().plus(Price.ofHundredths(2L * ticks)))
                        .snapshot());
            }
            model.show(feed.depth().snapshot());
        });
        picture("flash", ENGLISH, LIGHT, 360, 400, model -> {
            model.show(feed.snapshot());
            Price edge = model.window().orElseThrow().lowest(1);
            model.show(feed.trade(edge).snapshot());
        });
    }

    @Test
    void auctionPrint() {
        Feed feed = morning(Feed.MINI).depth();
        TickField[] totals = {TickField.SHNU_CNTG_SMTN, TickField.SHNU_CNTG_CSNU, TickField.NTBY_CNTG_CSNU};
        List<String> now = feed.newest();
        feed.trade(
                feed.snapshot().tick().last(),
                totals,
                now.get(TickField.WIRE_ORDER.indexOf(totals[0])),
                now.get(TickField.WIRE_ORDER.indexOf(totals[1])),
                now.get(TickField.WIRE_ORDER.indexOf(totals[2])));
        LadderViewModel shown = picture("auction", KOREAN, LIGHT, 360, 560, model -> model.show(feed.snapshot()));
        assertThat(shown.lastTrade().side()).isEqualTo(Aggressor.NONE);
    }

    @Test
    void frozenUnderThePointer() {
        Feed feed = morning(Feed.MINI).depth();
        for (Words words : new Words[] {KOREAN, ENGLISH}) {
            LadderViewModel shown = picture("frozen-" + words.locale(), words, DARK, 360, 560, model -> {
                model.show(feed.snapshot());
                model.hold(true);
                model.point(6);
                for (int i = 0; i < 5; i++) {
                    model.show(feed.trade(feed.snapshot().tick().last().plus(Price.parse("0.02")))
                            .snapshot());
                }
            });
            assertThat(shown.isFrozen()).isTrue();
        }
        picture("frozen-away", KOREAN, LIGHT, 240, 420, model -> {
            model.show(feed.snapshot());
            model.hold(true);
            model.point(6);
            model.show(feed.trade(feed.snapshot().tick().last().minus(Price.parse("0.60")))
                    .snapshot());
        });
    }

    @Test
    void resetProfile() {
        Feed feed = morning(Feed.MINI);
        picture("reset", KOREAN, LIGHT, 360, 560, model -> {
            model.show(feed.snapshot());
            model.resetProfile();
            model.show(feed.run(Duration.ofMinutes(3)).depth().snapshot());
        });
        picture("reset-narrow", ENGLISH, DARK, 240, 420, model -> {
            model.show(feed.snapshot());
            model.resetProfile();
            model.show(feed.run(Duration.ofMinutes(1), n -> n % 9 != 0).depth().snapshot());
        });
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
            model.point(marked);
        });
    }

    /// Figures of four and five digits stay in their columns, at every width.
    @Test
    void manyContracts() {
        Contract contract = ProductTable.builtIn().contract(new InstrumentCode(Feed.MINI));
        SampleTick market = new SampleTick(contract, "1080.00");
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String price = "1080.%02d".formatted(2 * i);
            ticks.add(market.later(1).buy(price, 1_234L + 5_000L * (i % 3)));
            ticks.add(market.later(1).sell(price, 987L + 6_000L * (i % 4)));
        }
        InstrumentSnapshot traded = SampleSession.of(contract, ticks);
        Feed feed = morning(Feed.MINI);
        Price bid = feed.snapshot().tick().quote().bid().orElseThrow();
        List<Quote.Level> asks = new ArrayList<>();
        List<Quote.Level> bids = new ArrayList<>();
        for (int i = 0; i < Quote.LEVELS; i++) {
            asks.add(Feed.level(bid.plus(Price.ofHundredths(2L + 2L * i)), 1_234L + 4_000L * i, 123L * i));
            bids.add(Feed.level(bid.minus(Price.ofHundredths(2L * i)), 12_345L - 1_000L * i, 1_000L * i));
        }
        InstrumentSnapshot quoted = feed.depth(asks, bids, Duration.ZERO).snapshot();
        for (int width : new int[] {240, 284, 307, 346, 400, 460, 600}) {
            picture("many-traded-" + width, KOREAN, LIGHT, width, 520, model -> model.show(traded));
            picture("many-quoted-" + width, ENGLISH, DARK, width, 520, model -> model.show(quoted));
        }
    }

    @Test
    void grouped() {
        InstrumentSnapshot snapshot = morning(Feed.MINI).depth().snapshot();
        picture("grouping-5", KOREAN, LIGHT, 360, 720, model -> {
            model.show(snapshot);
            model.choose(set -> set.withGrouping(5));
        });
        picture("grouping-10", ENGLISH, DARK, 460, 900, model -> {
            model.show(snapshot);
            model.choose(set -> set.withGrouping(10));
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
        assertThat(partial.lines().completeness().get()).isEqualTo(LadderLines.Completeness.PARTIAL);
        Feed lossy = new Feed(Feed.MINI, 11, LocalTime.of(10, 12)).run(Duration.ofMinutes(20), n -> n % 300 != 77);
        LadderViewModel lost = picture("lossy", ENGLISH, DARK, 360, 640, model -> model.show(lossy.snapshot()));
        assertThat(lost.lines().completeness().get()).isEqualTo(LadderLines.Completeness.LOSSY);
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

    @Test
    void aDoubtfulTrade() {
        Feed feed = morning(Feed.MINI).depth();
        Price last = feed.snapshot().tick().last();
        InstrumentSnapshot snapshot =
                feed.trade(last, TickField.ACML_VOL, "9999999").snapshot();
        assertThat(picture("doubtful-ko", KOREAN, LIGHT, 360, 640, model -> model.show(snapshot))
                        .lastTrade()
                        .doubtful())
                .isTrue();
        picture("doubtful-en", ENGLISH, DARK, 307, 560, model -> model.show(snapshot));
    }
}
