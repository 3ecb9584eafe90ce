// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The book beside the trades. The sample's own quote stands a tick around its last price, 3 asked and 4 bid.
class InstrumentDepthTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Contract contract = SyntheticTicks.contract("A01612");
    private final Instrument instrument = new Instrument(contract);
    private final SampleTick ticks = new SampleTick(contract, "400.00");

    private Quote quote(LocalTime time, String ask, long askSize, String bid, long bidSize) {
        return new Quote(
                contract.code(),
                time,
                Instant.EPOCH,
                List.of(level(ask, askSize)),
                List.of(level(bid, bidSize)),
                SampleQuote.total(900),
                SampleQuote.total(800),
                38,
                "");
    }

    private static Quote.Level level(String price, long size) {
        return new Quote.Level(Price.parse(price), OptionalLong.of(size), OptionalLong.of(1));
    }

    private Depth depth() {
        return instrument.snapshot().orElseThrow().depth();
    }

    @Test
    void isKeptUntilTheFirstTradeShowsIt() {
        Quote early = quote(NINE, "400.05", 5, "400.00", 6);
        instrument.apply(early);
        assertThat(instrument.snapshot()).isEmpty();

        instrument.apply(ticks.buy("400.00", 1));

        assertThat(instrument.snapshot().orElseThrow().quote()).contains(early);
        assertThat(depth().newest()).isFalse();
        assertThat(depth().records()).isEqualTo(1);
    }

    @Test
    void isNewestUntilATradeComes() {
        instrument.apply(ticks.buy("400.00", 1));
        long version = instrument.snapshot().orElseThrow().version();
        instrument.apply(quote(NINE, "400.05", 5, "400.00", 6));
        assertThat(depth().newest()).isTrue();
        assertThat(instrument.snapshot().orElseThrow().version()).isEqualTo(version);

        instrument.apply(ticks.sell("400.00", 1));

        assertThat(depth().newest()).isFalse();
    }

    @Test
    void leavesOutARecordOfAnEarlierSecondAndCountsIt() {
        instrument.apply(ticks.buy("400.00", 1));
        Quote newer = quote(NINE.plusSeconds(2), "400.05", 5, "400.00", 6);
        instrument.apply(newer);
        instrument.apply(quote(NINE.plusSeconds(1), "400.10", 5, "400.05", 6));

        assertThat(depth().quote()).contains(newer);
        assertThat(depth().late()).isEqualTo(1);
        assertThat(depth().records()).isEqualTo(2);

        instrument.forgetDepth();
        Quote afterMidnight = quote(LocalTime.of(0, 0, 1), "400.10", 5, "400.05", 6);
        instrument.apply(quote(LocalTime.of(23, 59, 59), "400.05", 5, "400.00", 6));
        instrument.apply(afterMidnight);
        assertThat(depth().quote()).contains(afterMidnight);
    }

    @Test
    void saysWhatWasStackedOrPulledAtTheBestPrice() {
        instrument.apply(ticks.quote("400.05", "400.00").buy("400.05", 1)); // 3 asked, 4 bid
        instrument.apply(quote(NINE, "400.05", 10, "400.00", 4));
        assertThat(depth().ask().orElseThrow()).isEqualTo(new Depth.Queue(Price.parse("400.05"), 3, 0, 10));
        assertThat(depth().ask().orElseThrow().net()).isEqualTo(7);

        instrument.apply(ticks.quote("400.05", "400.00").buy("400.05", 6)); // 3 are left; 6 traded, 1 was taken away
        assertThat(depth().ask().orElseThrow()).isEqualTo(new Depth.Queue(Price.parse("400.05"), 3, 6, 3));
        assertThat(depth().ask().orElseThrow().net()).isEqualTo(6);
        assertThat(depth().bid().orElseThrow().net()).isZero();

        instrument.apply(quote(NINE, "400.05", 3, "400.00", 1));
        assertThat(depth().bid().orElseThrow().net()).isEqualTo(-3);
    }

    @Test
    void beginsAnewAtAnotherPriceAndAfterALoss() {
        instrument.apply(ticks.quote("400.05", "400.00").buy("400.05", 1));
        instrument.apply(quote(NINE, "400.05", 10, "400.00", 9));
        instrument.apply(quote(NINE, "400.10", 20, "400.00", 9));
        assertThat(depth().ask().orElseThrow()).isEqualTo(new Depth.Queue(Price.parse("400.10"), 20, 0, 20));

        instrument.apply(ticks.lose(5).quote("400.10", "400.00").sell("400.00", 1));
        assertThat(depth().bid().orElseThrow()).isEqualTo(new Depth.Queue(Price.parse("400.00"), 4, 0, 4));
    }

    @Test
    void forgetsTheBookWhereItIsNotRegisteredAnyMore() {
        instrument.apply(ticks.buy("400.00", 1));
        instrument.apply(quote(NINE, "400.05", 5, "400.00", 6));
        instrument.forgetDepth();

        assertThat(depth().quote()).isEmpty();
        assertThat(depth().ask().orElseThrow().price()).hasToString("400.05");
    }

    @Test
    void foldsItsOwnContractOnly() {
        Instrument other = new Instrument(SyntheticTicks.contract("A05612"));
        assertThatIllegalArgumentException().isThrownBy(() -> other.apply(quote(NINE, "1.05", 1, "1.00", 1)));
    }
}
