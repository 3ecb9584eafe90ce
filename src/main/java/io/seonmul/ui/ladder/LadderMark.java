// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.DayRange;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitStage;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A price that means something today, marked beside its row. Immutable.
///
/// @param kind what it means
/// @param percent the stage's percentage for a static limit, else 0
/// @param price where it is, exact, on a tick or not
/// @param basis what the last price is above it, for the spot index; else empty
record LadderMark(Kind kind, int percent, Price price, Optional<Price> basis) {

    /// What a user can show or hide, in the order of a menu; a family that is not a single kind is a pair.
    static final List<String> FAMILIES =
            List.of("high", "low", "open", "settlement", "vwap", "theory", "spot", "control", "band", "stages");

    LadderMark(Kind kind, int percent, Price price) {
        this(kind, percent, price, Optional.empty());
    }

    /// What a mark means; the more a trader must not overlook it, the earlier: a crowded row shows the first ones.
    enum Kind {
        /// A static price limit above.
        STAGE_UPPER,
        /// A static price limit below.
        STAGE_LOWER,
        /// Upper edge of the dynamic band.
        BAND_UPPER,
        /// Lower edge of the dynamic band.
        BAND_LOWER,
        /// The session's high.
        HIGH,
        /// The session's low.
        LOW,
        /// The session's first price.
        OPEN,
        /// The previous settlement.
        SETTLEMENT,
        /// The session's volume-weighted average price, rounded to a hundredth.
        VWAP,
        /// The exchange's theoretical price.
        THEORY,
        /// The spot index that the record implies (invariant I10).
        SPOT,
        /// The price with the most contracts received.
        CONTROL;

        private String key() {
            return "ladder.mark." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// The few letters beside the row.
    String label(Words words) {
        return switch (kind) {
            case STAGE_UPPER -> "+" + percent + "%";
            case STAGE_LOWER -> "−" + percent + "%";
            case BAND_UPPER, BAND_LOWER, HIGH, LOW, OPEN, SETTLEMENT, VWAP, THEORY, SPOT, CONTROL ->
                words.get(kind.key());
        };
    }

    /// Which of [#FAMILIES] it belongs to.
    String family() {
        return switch (kind) {
            case STAGE_UPPER, STAGE_LOWER -> "stages";
            case BAND_UPPER, BAND_LOWER -> "band";
            case HIGH, LOW, OPEN, SETTLEMENT, VWAP, THEORY, SPOT, CONTROL ->
                kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /// The full name.
    String name(Words words) {
        return words.get(kind.key() + ".name", percent);
    }

    /// All marks of a snapshot, the highest price first; those at one price in the order of [Kind].
    static List<LadderMark> of(InstrumentSnapshot snapshot) {
        List<LadderMark> marks = new ArrayList<>();
        for (LimitStage stage : snapshot.limits().stages()) {
            marks.add(new LadderMark(Kind.STAGE_UPPER, stage.percent(), stage.upper()));
            marks.add(new LadderMark(Kind.STAGE_LOWER, stage.percent(), stage.lower()));
        }
        snapshot.tick().dynamicLimits().ifPresent(band -> {
            marks.add(new LadderMark(Kind.BAND_UPPER, 0, band.upper()));
            marks.add(new LadderMark(Kind.BAND_LOWER, 0, band.lower()));
        });
        DayRange range = snapshot.tick().dayRange();
        add(marks, Kind.HIGH, range.high());
        add(marks, Kind.LOW, range.low());
        add(marks, Kind.OPEN, range.open());
        snapshot.tick().basePrice().ifPresent(base -> marks.add(new LadderMark(Kind.SETTLEMENT, 0, base)));
        snapshot.sessionVwap()
                .ifPresent(points ->
                        marks.add(new LadderMark(Kind.VWAP, 0, Price.ofHundredths(Math.round(points * 100)))));
        FairValue fair = snapshot.tick().fairValue();
        Price last = snapshot.tick().last();
        add(marks, Kind.THEORY, fair.theoreticalPrice());
        fair.impliedSpot()
                .or(() -> fair.marketBasis().map(last::minus))
                .ifPresent(spot -> marks.add(new LadderMark(Kind.SPOT, 0, spot, Optional.of(last.minus(spot)))));
        add(marks, Kind.CONTROL, snapshot.profile().pointOfControl());
        marks.sort(Comparator.comparing(LadderMark::price).reversed().thenComparing(LadderMark::kind));
        return List.copyOf(marks);
    }

    private static void add(List<LadderMark> marks, Kind kind, Optional<Price> price) {
        price.ifPresent(known -> marks.add(new LadderMark(kind, 0, known)));
    }
}
