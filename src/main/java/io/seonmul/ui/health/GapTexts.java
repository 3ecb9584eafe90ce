// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.FeedGap;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a gap is written, in a row and as copied text. FX thread only.
final class GapTexts {

    /// Follows a figure that had to be inferred.
    private static final String INFERRED = "*";

    private final Words words;

    GapTexts(Words words) {
        this.words = words;
    }

    String span(FeedGap gap) {
        return from(gap) + " – " + Formats.time(gap.to());
    }

    private String from(FeedGap gap) {
        return gap.from().map(Formats::time).orElseGet(() -> words.get("health.gap.start"));
    }

    static String average(FeedGap gap) {
        return Formats.decimal(gap.averagePrice(), 2);
    }

    static String buy(FeedGap gap) {
        return side(gap.buySide(), gap);
    }

    static String sell(FeedGap gap) {
        return side(gap.sellSide(), gap);
    }

    static String unlabelled(FeedGap gap) {
        return side(gap.unlabelled(), gap);
    }

    private static String side(long contracts, FeedGap gap) {
        return Formats.count(contracts) + (gap.sidesInferred() ? INFERRED : "");
    }

    String witnesses(FeedGap gap) {
        return words.get("health.witnesses." + gap.witnesses());
    }

    String explanation(FeedGap gap) {
        String witnesses = words.get("health.witnesses." + gap.witnesses() + ".tip");
        return gap.sidesInferred() ? witnesses + "\n" + words.get("health.inferred.tip") : witnesses;
    }

    /// One sentence for a screen reader.
    String spoken(FeedGap gap) {
        return words.get(
                "health.gap.spoken",
                span(gap),
                words.count("contracts", gap.contracts()),
                words.count("trades", gap.trades()),
                average(gap),
                witnesses(gap));
    }

    /// Rows as tab-separated text with a line of headings, for a spreadsheet or a letter.
    String copied(String code, List<FeedGap> gaps) {
        String heading = Stream.of("code", "from", "to", "contracts", "trades", "average", "buy", "sell", "unlabelled")
                .map(name -> words.get("health.gap.copy." + name))
                .collect(Collectors.joining("\t", "", "\t" + words.get("health.gap.witnesses") + "\n"));
        return gaps.stream()
                .map(gap -> String.join(
                        "\t",
                        code,
                        from(gap),
                        Formats.time(gap.to()),
                        Long.toString(gap.contracts()),
                        Long.toString(gap.trades()),
                        average(gap),
                        buy(gap),
                        sell(gap),
                        unlabelled(gap),
                        witnesses(gap)))
                .collect(Collectors.joining("\n", heading, "\n"));
    }
}
