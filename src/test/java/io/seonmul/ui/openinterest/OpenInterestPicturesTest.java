// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The panel in each state, for a person to look at; no text may be cut off at its usual size.
final class OpenInterestPicturesTest {

    private static final InstrumentSnapshot NEXT = SampleSession.of(
            SampleSession.contract("A01703"),
            List.of(new SampleTick(SampleSession.contract("A01703"), "1100.00").buy("1101.35", 1)));

    private static Parent snap(
            Optional<InstrumentSnapshot> snapshot, Locale locale, Theme theme, int width, int height, String name) {
        return snap(OpenInterestSettings.DEFAULT, snapshot, locale, theme, width, height, name);
    }

    private static Parent snap(
            OpenInterestSettings settings,
            Optional<InstrumentSnapshot> snapshot,
            Locale locale,
            Theme theme,
            int width,
            int height,
            String name) {
        Words words = new Words(locale);
        OpenInterestViewModel model = new OpenInterestViewModel(settings, words);
        model.watched(NEXT);
        Parent root = Pictures.onFx(() -> {
            Parent loaded = ViewLoader.load(new OpenInterestView(model, words), words);
            snapshot.ifPresent(model::show);
            return loaded;
        });
        Pictures.snap(root, width, height, theme, "openinterest-" + name);
        return root;
    }

    /// Labels whose text is shortened in the layout.
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
    void ofALivelyDay() {
        Optional<InstrumentSnapshot> day =
                Optional.of(SampleSession.of("A01612", LocalTime.of(8, 45), Duration.ofHours(3)));
        assertThat(cut(snap(day, Locale.KOREAN, Theme.LIGHT, 420, 300, "live-ko-light")))
                .isEmpty();
        assertThat(cut(snap(day, Locale.ENGLISH, Theme.LIGHT, 420, 300, "live-en-light")))
                .isEmpty();
        snap(day, Locale.KOREAN, Theme.DARK, 420, 300, "live-ko-dark");
        assertThat(cut(snap(day, Locale.ENGLISH, Theme.DARK, 800, 480, "live-en-dark-large")))
                .isEmpty();
        snap(day, Locale.KOREAN, Theme.LIGHT, 320, 220, "live-ko-small");
    }

    @Test
    void ofBasisAndMispricing() {
        OpenInterestSettings basis = OpenInterestSettings.DEFAULT.withBasis(true);
        Optional<InstrumentSnapshot> day =
                Optional.of(SampleSession.of("A01612", LocalTime.of(8, 45), Duration.ofHours(1)));
        assertThat(cut(snap(basis, day, Locale.KOREAN, Theme.LIGHT, 420, 300, "basis-ko-light")))
                .isEmpty();
        assertThat(cut(snap(basis, day, Locale.ENGLISH, Theme.DARK, 420, 300, "basis-en-dark")))
                .isEmpty();
        Parent small = snap(basis, day, Locale.KOREAN, Theme.DARK, 320, 220, "basis-ko-small");
        Pictures.runOnFx(() -> ((ScrollPane) small).setVvalue(1));
        Pictures.snap(small, 320, 220, Theme.DARK, "openinterest-basis-ko-small-end");
        snap(basis, Optional.empty(), Locale.KOREAN, Theme.LIGHT, 420, 300, "basis-empty-ko-light");
    }

    @Test
    void ofAPanelJoinedLate() {
        Optional<InstrumentSnapshot> late =
                Optional.of(SampleSession.of("A05612", LocalTime.of(13, 5), Duration.ofMinutes(4)));
        assertThat(late.orElseThrow().joinedAtStart()).isFalse();
        assertThat(cut(snap(late, Locale.KOREAN, Theme.DARK, 420, 300, "late-ko-dark")))
                .isEmpty();
        assertThat(cut(snap(late, Locale.ENGLISH, Theme.LIGHT, 420, 300, "late-en-light")))
                .isEmpty();
    }

    /// The tint of a loss goes when the record comes: the panel is the one of the day in order, to the pixel.
    @Test
    void ofARecordThatCameLate() throws IOException {
        Contract mini = SampleSession.contract("A05612");
        SampleTick market =
                new SampleTick(mini, "1000.00").at(LocalTime.of(8, 45)).openInterest(80_000, 0, 0);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ticks.add(market.later(15).buy(i % 3 == 0 ? "1000.10" : "1000.02", 4));
        }
        byte[] inOrder = picture(mini, ticks, "in-order");
        List<Tick> disordered = new ArrayList<>(ticks);
        Tick late = disordered.remove(20);
        assertThat(picture(mini, disordered, "lossy")).isNotEqualTo(inOrder);
        disordered.add(late);
        assertThat(picture(mini, disordered, "came-late")).isEqualTo(inOrder);
    }

    private static byte[] picture(Contract contract, List<Tick> ticks, String name) throws IOException {
        snap(Optional.of(SampleSession.of(contract, ticks)), Locale.KOREAN, Theme.LIGHT, 420, 300, name);
        return Files.readAllBytes(Path.of("target", "pictures", "openinterest-" + name + ".png"));
    }

    @Test
    void ofNothing() {
        snap(Optional.empty(), Locale.KOREAN, Theme.LIGHT, 420, 300, "empty-ko-light");
        snap(Optional.empty(), Locale.ENGLISH, Theme.DARK, 420, 300, "empty-en-dark");
    }

    @Test
    void ofFallingInterestAndUnknownTheory() {
        Contract mini = SampleSession.contract("A05612");
        SampleTick market = new SampleTick(mini, "1000.00").at(LocalTime.of(8, 45));
        Random random = new Random(3);
        List<Tick> ticks = new ArrayList<>();
        long price = 99_000;
        long interest = 80_000;
        for (int i = 0; i < 400; i++) {
            boolean up = random.nextInt(100) < 42;
            price += up ? 8 : -8;
            interest -= random.nextInt(40) - 12;
            market.later(10).openInterest(interest, interest - 80_000, -14);
            String last = Price.ofHundredths(price).toString();
            ticks.add(up ? market.buy(last, 20) : market.sell(last, 20));
            ticks.add(up ? market.sell(last, 8) : market.buy(last, 8));
        }
        InstrumentSnapshot known = SampleSession.of(mini, ticks);
        snap(Optional.of(known), Locale.KOREAN, Theme.LIGHT, 420, 300, "falling-nan-ko-light");
        snap(Optional.of(known), Locale.ENGLISH, Theme.DARK, 420, 300, "falling-nan-en-dark");
        market.fairValue(new FairValue(
                Optional.empty(),
                Optional.of(Price.parse("978.40")),
                Optional.of(Price.parse("-1.20")),
                Optional.of(Price.parse("0.85")),
                Optional.of(Price.parse("-2.30")),
                -0.24));
        ticks.add(market.later(1).sell(Price.ofHundredths(price).toString(), 1));
        Parent disagreeing = snap(
                Optional.of(SampleSession.of(mini, ticks)),
                Locale.KOREAN,
                Theme.LIGHT,
                420,
                300,
                "spot-differs-ko-light");
        assertThat(cut(disagreeing)).isEmpty();
        assertThat(cut(snap(
                        Optional.of(SampleSession.of(mini, ticks)),
                        Locale.ENGLISH,
                        Theme.LIGHT,
                        420,
                        300,
                        "spot-differs-en-light")))
                .isEmpty();
    }
}
