// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import io.seonmul.market.Aggressor;
import io.seonmul.market.AuditReport;
import io.seonmul.market.FeedGap;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.market.TradeTape;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The trades of one code, newest first: every one that was received, filtered and joined as the user wants. FX thread
/// only; knows no view.
///
/// Paused, or scrolled back, it stands still and tells what has come since; nothing is dropped for it.
public final class TradesViewModel implements PaneFeed {

    /// A frame of more records is a morning told at once (demo, replay): its places say nothing.
    private static final int MOST_TOLD = 100;

    private final Words words;
    private final TradeLines lines;
    private final ReadOnlyObjectWrapper<TradesSettings> settings;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper coverage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rule = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    private @Nullable InstrumentSnapshot snapshot;
    private @Nullable InstrumentCode code;
    private int pageSize = 1;
    /// One past the line in the top row, while the rows do not follow the newest.
    private long top;
    private long topTrades;

    /// @param settings what the user chose before
    public TradesViewModel(TradesSettings settings, Words words) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.lines = new TradeLines(settings);
        this.words = words;
        clear();
    }

    /// What the user has set.
    public ReadOnlyObjectProperty<TradesSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Grows whenever the rows have to be drawn anew.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Whether there is no trade to show or to hide.
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// Whether the rows stand still because the user said so.
    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// Whether the rows do not show the newest trade, for whatever reason.
    ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /// How many trades are shown, and how many the filters hide.
    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// Since when the trades are complete.
    ReadOnlyStringProperty coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /// How often the quote rule would have named the other side.
    ReadOnlyStringProperty ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /// What has come since the rows stand still; empty while they follow.
    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// The newest trade in words.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// The code that is shown and its newest figures, for a file of its trades; empty before the first record.
    public Optional<InstrumentSnapshot> shown() {
        return Optional.ofNullable(snapshot);
    }

    @Override
    public void show(InstrumentSnapshot now) {
        if (!now.code().equals(code)) {
            changeCode(now.code());
        }
        InstrumentSnapshot before = snapshot;
        snapshot = now;
        if (before != null && before.trades().session() != now.trades().session()) {
            follow();
        }
        if (!away.get()) {
            lines.takeAnewIfRewritten(now.trades());
        }
        if (!paused.get()) {
            lines.take(now.trades(), now.trades().end());
        }
        tell();
    }

    @Override
    public void await(InstrumentCode awaited) {
        changeCode(awaited);
        tell();
    }

    @Override
    public void clear() {
        changeCode(null);
        tell();
    }

    private void changeCode(@Nullable InstrumentCode other) {
        code = other;
        snapshot = null;
        lines.clear();
        follow();
    }

    /// Shows other trades, or shows them otherwise, from the beginning of what is kept.
    void choose(TradesSettings chosen) {
        if (chosen.equals(settings.get())) {
            return;
        }
        boolean anew = !chosen.withLarge(1).equals(settings.get().withLarge(1));
        settings.set(chosen);
        InstrumentSnapshot now = snapshot;
        if (anew) {
            long looked = lines.next();
            lines.set(chosen);
            if (now != null) {
                lines.take(now.trades(), paused.get() ? looked : now.trades().end());
            }
            top = lines.end();
            away.set(paused.get());
        }
        tell();
    }

    /// Lets the rows stand still, or follow again.
    void pause(boolean still) {
        if (still == paused.get()) {
            return;
        }
        if (still) {
            stand(away.get() ? top : lines.end());
            paused.set(true);
            away.set(true);
            tell();
        } else {
            follow();
            show();
        }
    }

    /// Goes to the newest trade and follows from there.
    void backToLive() {
        follow();
        show();
    }

    private void show() {
        InstrumentSnapshot now = snapshot;
        if (now == null) {
            tell();
        } else {
            show(now);
        }
    }

    private void follow() {
        paused.set(false);
        away.set(false);
        waiting.set("");
    }

    /// How many rows there is room for.
    void setPageSize(int rows) {
        pageSize = Math.max(1, rows);
        changed();
    }

    /// Rows on a page.
    int pageSize() {
        return pageSize;
    }

    /// Moves the rows by so many lines into the past, or with a negative number towards the newest.
    void scroll(long by) {
        if (by == 0) {
            return;
        }
        stand((away.get() ? top : lines.end()) - by);
        tell();
    }

    /// Shows the oldest trades that are kept.
    void oldest() {
        stand(lines.begin());
        tell();
    }

    private void stand(long wanted) {
        long least = Math.min(lines.end(), lines.begin() + pageSize);
        if (!away.get()) {
            topTrades = received();
        }
        top = Math.clamp(wanted, least, lines.end());
        if (top == lines.end() && !paused.get()) {
            follow();
        } else {
            away.set(true);
        }
    }

    private long received() {
        InstrumentSnapshot now = snapshot;
        return now == null ? 0 : now.trades().end();
    }

    private void tell() {
        InstrumentSnapshot now = snapshot;
        empty.set(lines.next() == 0 && doubtful().isEmpty());
        if (now == null) {
            counts.set("");
            coverage.set("");
            rule.set("");
            waiting.set("");
            summary.set(words.get(code == null ? "trades.none" : "trades.await"));
        } else {
            tell(now);
        }
        changed();
    }

    private void tell(InstrumentSnapshot now) {
        TradeTape tape = now.trades();
        counts.set(
                lines.hidden() == 0
                        ? words.get("trades.shown", words.count("trades", lines.shown()))
                        : words.get(
                                "trades.shown.hidden",
                                words.count("trades", lines.shown()),
                                Formats.count(lines.hidden())));
        coverage.set(coverage(now, tape));
        AuditReport audit = now.audit();
        long compared = audit.quoteRuleAgreed() + audit.quoteRuleDisagreed();
        rule.set(
                compared == 0
                        ? words.get("trades.rule.none")
                        : words.get(
                                "trades.rule",
                                Formats.decimal(100.0 * audit.quoteRuleDisagreed() / compared, 2),
                                Formats.count(audit.quoteRuleDisagreed())));
        long come = tape.end() - topTrades;
        waiting.set(
                !away.get()
                        ? ""
                        : words.get(
                                paused.get() ? "trades.paused" : "trades.away",
                                words.count("trades.new", Math.max(0, come))));
        Optional<TradeRow> doubt = doubtful();
        if (doubt.isPresent() && doubt.get() instanceof TradeRow.Remark remark) {
            summary.set(remark.time() + " " + remark.text());
        } else if (tape.size() > 0) {
            long newest = tape.end() - 1;
            summary.set(words.get(
                    "trades.newest",
                    Formats.timeOfSecond(tape.second(newest)),
                    sideText(tape, newest),
                    words.count("contracts", tape.size(newest)),
                    Formats.price(Price.ofHundredths(tape.price(newest)))));
        }
    }

    private String coverage(InstrumentSnapshot now, TradeTape tape) {
        String lost = now.audit().lostContracts() == 0
                ? ""
                : " · "
                        + words.get(
                                "trades.lost",
                                words.count("contracts", now.audit().lostContracts()));
        String since;
        if (tape.first() > 0 && tape.size() > 0) {
            since = words.get(
                    "trades.kept",
                    Formats.timeOfSecond(tape.second(tape.first())),
                    words.count("trades", tape.first()));
        } else if (now.joinedAtStart()) {
            since = words.get("trades.whole");
        } else {
            since = words.get("trades.since", Formats.time(now.joinedAt()));
        }
        String oversized = tape.oversized() == 0
                ? ""
                : " · " + words.get("trades.oversized", words.count("trades", tape.oversized()));
        return since + lost + oversized;
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /// What stands in the rows, from the top: newest first, a page at most.
    List<TradeRow> rows() {
        InstrumentSnapshot now = snapshot;
        if (now == null) {
            return List.of();
        }
        long end = away.get() ? Math.clamp(top, lines.begin(), lines.end()) : lines.end();
        long begin = Math.max(lines.begin(), end - pageSize);
        // Never less than what is large: single contracts alone are small, and look it.
        int largest = settings.get().large();
        for (long line = begin; line < end; line++) {
            largest = lines.kind(line) == TradeLines.Kind.PRINT ? Math.max(largest, lines.contracts(line)) : largest;
        }
        List<TradeRow> rows = new ArrayList<>(pageSize);
        doubtful().ifPresent(rows::add);
        for (long line = end - 1; line >= begin && rows.size() < pageSize; line--) {
            rows.add(row(now, line, largest));
        }
        return rows;
    }

    /// The newest record where it is in doubt and the rows follow: it is shown as everywhere, and is no trade yet.
    private Optional<TradeRow> doubtful() {
        InstrumentSnapshot now = snapshot;
        if (now == null || now.doubts().isEmpty() || away.get()) {
            return Optional.empty();
        }
        Tick tick = now.tick();
        return Optional.of(new TradeRow.Remark(
                Formats.time(tick.time()),
                words.get(
                        "trades.doubtful",
                        DoubtTexts.marked(Formats.price(tick.last()), now.doubts()),
                        words.count("contracts", tick.size()),
                        new DoubtTexts(words).brief()),
                false));
    }

    private TradeRow row(InstrumentSnapshot now, long line, int largest) {
        TradeTape tape = now.trades();
        long trade = lines.trade(line);
        String time = Formats.timeOfSecond(tape.second(trade));
        return switch (lines.kind(line)) {
            case LOSS -> loss(time, now, trade);
            case BLOCK ->
                new TradeRow.Remark(
                        time, words.get("trades.block", words.count("contracts", lines.contracts(line))), false);
            case PRINT -> {
                int together = lines.trades(line);
                int records = tape.recordsOfFrame(trade);
                yield new TradeRow.Print(
                        time,
                        tape.side(trade),
                        sideText(tape, trade),
                        Formats.price(Price.ofHundredths(tape.price(trade))),
                        direction(tape, trade),
                        Formats.count(lines.contracts(line)),
                        (double) lines.contracts(line) / largest,
                        together > 1 ? "×" + Formats.count(together) : "",
                        records > 1 && records < MOST_TOLD ? tape.placeInFrame(trade) + "/" + records : "",
                        tape.isLate(trade),
                        lines.contracts(line) >= settings.get().large());
            }
        };
    }

    private static int direction(TradeTape tape, long trade) {
        return trade > tape.first() ? Integer.compare(tape.price(trade), tape.price(trade - 1)) : 0;
    }

    private String sideText(TradeTape tape, long trade) {
        String side = words.get("trades.side." + tape.side(trade));
        return tape.isInferred(trade) && tape.side(trade) != Aggressor.NONE ? side + "?" : side;
    }

    /// What is still missing before the trade; trades and average price are the audit's.
    private TradeRow loss(String time, InstrumentSnapshot now, long trade) {
        TradeTape tape = now.trades();
        int lost = tape.lostBefore(trade);
        if (lost <= 0) {
            String came = words.get("trades.loss.filled", words.count("contracts", tape.cameLate(trade)));
            return new TradeRow.Remark(time, came, false);
        }
        List<FeedGap> gaps = now.audit().gaps();
        for (int i = gaps.size() - 1; i >= 0; i--) {
            FeedGap gap = gaps.get(i);
            if (gap.sequence() == tape.gap(trade)) {
                String known = words.get(
                        "trades.loss.known",
                        words.count("contracts", lost),
                        words.count("trades", gap.trades()),
                        Formats.decimal(gap.averagePrice(), 2));
                return new TradeRow.Remark(time, known, true);
            }
        }
        return new TradeRow.Remark(time, words.get("trades.lost", words.count("contracts", lost)), true);
    }

    /// The rows as text for another program: a line each, tabs between.
    String asText() {
        StringBuilder text = new StringBuilder();
        for (TradeRow row : rows()) {
            text.append(
                            switch (row) {
                                case TradeRow.Print print ->
                                    String.join(
                                            "\t",
                                            print.time(),
                                            print.sideText(),
                                            print.price(),
                                            print.size(),
                                            print.prints(),
                                            print.place());
                                case TradeRow.Remark remark -> remark.time() + "\t" + remark.text();
                            })
                    .append('\n');
        }
        return text.toString();
    }
}
