// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.LimitEvent;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Locale;

/// How alert rules and their figures are worded in one language. FX thread only.
///
/// A field of the wire has the name that the wire's table gives it, a derived figure has its own.
public final class AlertTexts {

    private final Words words;

    /// @param words the texts of the language
    public AlertTexts(Words words) {
        this.words = words;
    }

    /// The figure's name.
    String name(AlertFigure figure) {
        return figure.wire()
                .map(TickField::valueOf)
                .map(field -> isKorean() ? field.korean() : field.english())
                .orElseGet(() -> words.get("alert.figure." + figure));
    }

    private boolean isKorean() {
        return words.locale().getLanguage().equals(Locale.KOREAN.getLanguage());
    }

    /// A value of that figure with its unit.
    String value(AlertFigure figure, double value) {
        return words.get("alert.value." + figure.unit(), Formats.decimal(value, decimals(figure)));
    }

    /// The figure's unit alone.
    String unit(AlertFigure figure) {
        return words.get("alert.value." + figure.unit(), "").strip();
    }

    static int decimals(AlertFigure figure) {
        return switch (figure.unit()) {
            case POINTS, PERCENT -> 2;
            case FRACTION -> 4;
            case CONTRACTS, TRADES, THOUSAND_WON, CODE -> 0;
        };
    }

    /// What happened, at which price and when, in one line beyond the log.
    public String notice(LimitEvent event) {
        String outage = outage(event);
        return words.get(
                outage.isEmpty() ? "notice.limit" : "notice.limit.outage",
                event.code(),
                event.rule().map(this::describe).orElseGet(() -> words.get("notice.limit." + event.kind())),
                Formats.price(event.price()),
                outage.isEmpty() ? Formats.time(event.time()) : outage);
    }

    /// In which outage an alert's level was touched unseen; empty where that was seen.
    String outage(LimitEvent event) {
        return event.kind() == LimitEvent.Kind.ALERT && !event.detail().isEmpty()
                ? words.get("limits.outage", event.detail())
                : "";
    }

    /// What the rule is about, without its contract: "Last price rises above 1,080.00 pt".
    public String describe(AlertRule rule) {
        return words.get(
                "alert.rule." + rule.condition(),
                name(rule.figure()),
                value(rule.figure(), rule.value()),
                Formats.count(rule.seconds()));
    }
}
