// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is told of losses, and how often.
class AlertsTest {

    private static final Map<String, List<Tick>> TRADES = new HashMap<>();

    private final List<Notice> told = new ArrayList<>();
    private final Alerts alerts = new Alerts(new Words(Locale.KOREAN), told::add);

    private static List<Tick> trades(String code) {
        return new SyntheticMarket(3, List.of(SampleSession.contract(code)), LocalTime.of(10, 0))
                .advance(Duration.ofMinutes(5)).stream()
                        .map(SyntheticTicks::decode)
                        .limit(400)
                        .toList();
    }

    private static InstrumentSnapshot seen(String code, int lostFrom, int lostTo) {
        List<Tick> ticks = new ArrayList<>(TRADES.computeIfAbsent(code, AlertsTest::trades));
        ticks.subList(lostFrom, lostTo).clear();
        return SampleSession.of(SampleSession.contract(code), ticks);
    }

    /// So many gaps of one trade each, and one more that filled itself.
    private static InstrumentSnapshot gaps(int gaps) {
        List<Tick> ticks = new ArrayList<>(TRADES.computeIfAbsent("A01612", AlertsTest::trades));
        Collections.swap(ticks, 30, 31);
        for (int i = gaps - 1; i >= 0; i--) {
            ticks.remove(50 + 2 * i);
        }
        return SampleSession.of(SampleSession.contract("A01612"), ticks);
    }

    private void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            alerts.second();
        }
    }

    @Test
    void theLossesOfOneOutageAreOneNotice() {
        InstrumentSnapshot first = seen("A01612", 50, 60);
        InstrumentSnapshot second = seen("A05612", 50, 70);
        alerts.take(first);
        seconds(1);
        alerts.take(second);
        assertThat(told).isEmpty();
        seconds(Alerts.GATHER_SECONDS - 1);
        long lost = first.audit().lostContracts() + second.audit().lostContracts();
        assertThat(told)
                .singleElement()
                .satisfies(
                        notice -> assertThat(notice.text()).contains(Formats.count(lost) + "계약", "A01612", "A05612"));

        alerts.take(seen("A06612", 50, 60));
        seconds(Alerts.PAUSE_SECONDS - 1);
        assertThat(told).hasSize(1);
        seconds(1);
        assertThat(told).hasSize(2);
    }

    @Test
    void lossesThatGoOnAreToldEverMoreSeldomUntilItWasCalm() {
        for (int lost = 1; lost <= 120; lost++) {
            alerts.take(gaps(lost));
            seconds(1);
        }
        assertThat(told).hasSize(4); // after 3 s, and 10, 20 and 40 s after one another

        seconds(Alerts.CALM_SECONDS + Alerts.LONGEST_PAUSE_SECONDS);
        told.clear();
        alerts.take(gaps(130));
        seconds(Alerts.GATHER_SECONDS);
        assertThat(told).hasSize(1);
        alerts.take(gaps(140));
        seconds(Alerts.PAUSE_SECONDS);
        assertThat(told).hasSize(2);
    }

    @Test
    void whatComesLateBeforeItWasToldIsNotTold() {
        List<Tick> ticks = new ArrayList<>(TRADES.computeIfAbsent("A01612", AlertsTest::trades)).subList(0, 60);
        Instrument instrument = new Instrument(SampleSession.contract("A01612"));
        ticks.subList(0, 50).forEach(instrument::apply);
        instrument.apply(ticks.get(53));
        alerts.take(instrument.snapshot().orElseThrow());
        seconds(1);
        instrument.apply(ticks.get(51));
        alerts.take(instrument.snapshot().orElseThrow());
        instrument.apply(ticks.get(50));
        instrument.apply(ticks.get(52));
        alerts.take(instrument.snapshot().orElseThrow());
        seconds(Alerts.GATHER_SECONDS);
        assertThat(told).isEmpty();

        instrument.apply(ticks.get(55));
        alerts.take(instrument.snapshot().orElseThrow());
        seconds(Alerts.PAUSE_SECONDS);
        assertThat(told)
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text()).contains(ticks.get(54).size() + "계약"));
        instrument.apply(ticks.get(54));
        alerts.take(instrument.snapshot().orElseThrow());
        seconds(Alerts.LONGEST_PAUSE_SECONDS);
        assertThat(told).hasSize(1);
    }

    @Test
    void aCodeThatIsWatchedAnewIsToldFromItsFirstGapOn() {
        alerts.known(gaps(20));
        alerts.take(seen("A01612", 50, 50));
        alerts.take(seen("A01612", 50, 60));
        seconds(Alerts.GATHER_SECONDS);
        assertThat(told).hasSize(1);
    }
}
