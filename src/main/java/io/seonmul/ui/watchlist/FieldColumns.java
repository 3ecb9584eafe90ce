// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// The 50 fields of the trade record as columns, read from the record's own text. No state; FX thread only.
///
/// What the wire left empty, spelled as a number that is none, or filled with a zero that stands for none is not known.
final class FieldColumns {

    private static final Set<TickField> WITH_SIGN = EnumSet.of(
            TickField.FUTS_PRDY_VRSS,
            TickField.FUTS_PRDY_CTRT,
            TickField.MRKT_BASIS,
            TickField.DPRT,
            TickField.OTST_STPL_QTY_ICDC,
            TickField.OPRC_VRSS_NMIX_PRPR,
            TickField.HGPR_VRSS_NMIX_PRPR,
            TickField.LWPR_VRSS_NMIX_PRPR,
            TickField.ESDG,
            TickField.OTST_STPL_RGBF_QTY_ICDC,
            TickField.THPR_BASIS,
            TickField.NTBY_CNTG_CSNU);

    private static final Set<TickField> PRICES_NEVER_ZERO = EnumSet.of(
            TickField.FUTS_PRPR,
            TickField.FUTS_OPRC,
            TickField.FUTS_HGPR,
            TickField.FUTS_LWPR,
            TickField.HTS_THPR,
            TickField.NMSC_FCTN_STPL_PRC,
            TickField.FMSC_FCTN_STPL_PRC,
            TickField.FUTS_ASKP1,
            TickField.FUTS_BIDP1,
            TickField.DYNM_MXPR,
            TickField.DYNM_LLAM);

    private static final Set<TickField> OPEN_INTEREST =
            EnumSet.of(TickField.HTS_OTST_STPL_QTY, TickField.OTST_STPL_QTY_ICDC, TickField.OTST_STPL_RGBF_QTY_ICDC);

    private FieldColumns() {}

    static List<WatchColumn> of(Words words) {
        return TickField.WIRE_ORDER.stream().map(field -> of(field, words)).toList();
    }

    private static WatchColumn of(TickField field, Words words) {
        int index = TickField.WIRE_ORDER.indexOf(field);
        String explanation = words.get(
                "watch.column.field.tip", field.korean(), field.english(), field.name(), Integer.toString(index));
        return new WatchColumn(
                field.name(),
                WatchColumn.Group.FIELD,
                words.get("watch.column." + field.name()),
                explanation,
                width(field.unit()),
                kind(field.unit()),
                (row, _) ->
                        row.field(index).map(text -> value(field, text, row)).orElse(WatchValue.NOT_KNOWN));
    }

    private static int width(TickField.Unit unit) {
        return switch (unit) {
            case POINTS -> 78;
            case PERCENT, CODE, FRACTION -> 66;
            case CONTRACTS, TRADES, ORDERS -> 74;
            case TIME -> 80;
            case THOUSAND_WON -> 112;
            case SIGN, RAW -> 50;
        };
    }

    private static WatchColumn.Kind kind(TickField.Unit unit) {
        return switch (unit) {
            case POINTS, PERCENT, FRACTION, CONTRACTS, TRADES, ORDERS, TIME, THOUSAND_WON -> WatchColumn.Kind.FIGURE;
            case CODE, SIGN, RAW -> WatchColumn.Kind.TEXT;
        };
    }

    private static WatchValue value(TickField field, String text, WatchRow row) {
        if (TickField.isNone(text) || (OPEN_INTEREST.contains(field) && !hasOpenInterest(row))) {
            return WatchValue.NOT_KNOWN;
        }
        return switch (field.unit()) {
            case CODE, RAW -> WatchValue.text(text);
            case TIME -> time(text);
            case SIGN -> sign(text);
            case POINTS, PERCENT, FRACTION, CONTRACTS, TRADES, ORDERS, THOUSAND_WON ->
                amount(text).isPresent() ? amount(field, amount(text).getAsDouble(), row) : WatchValue.text(text);
        };
    }

    /// Whether it has been published today: before, the wire has 0.
    private static boolean hasOpenInterest(WatchRow row) {
        return row.field(TickField.WIRE_ORDER.indexOf(TickField.HTS_OTST_STPL_QTY))
                .map(FieldColumns::amount)
                .filter(amount -> amount.orElse(0) != 0)
                .isPresent();
    }

    private static WatchValue amount(TickField field, double amount, WatchRow row) {
        if (amount == 0 && PRICES_NEVER_ZERO.contains(field) && row.code().isOutright()) {
            return WatchValue.NOT_KNOWN;
        }
        int decimals = switch (field.unit()) {
            case POINTS, PERCENT, FRACTION -> 2;
            case CONTRACTS, TRADES, ORDERS, THOUSAND_WON, CODE, TIME, SIGN, RAW -> 0;
        };
        if (WITH_SIGN.contains(field)) {
            return WatchValue.signed(amount, decimals);
        }
        WatchValue plain = WatchValue.of(Formats.decimal(amount, decimals), amount);
        return field == TickField.FUTS_PRPR
                ? WatchValue.toned(plain.text(), amount, WatchValue.sign(row.direction()))
                : plain;
    }

    private static OptionalDouble amount(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static WatchValue time(String text) {
        if (text.length() != 6 || text.equals("000000") || amount(text).isEmpty()) {
            return WatchValue.NOT_KNOWN;
        }
        String clock = text.substring(0, 2) + ":" + text.substring(2, 4) + ":" + text.substring(4);
        return WatchValue.of(clock, amount(text).getAsDouble());
    }

    /// The wire's digit with the mark that traders know.
    private static WatchValue sign(String text) {
        return switch (text) {
            case "1" -> WatchValue.toned("1 ↑", 2, WatchValue.Tone.RISE);
            case "2" -> WatchValue.toned("2 ▲", 1, WatchValue.Tone.RISE);
            case "3" -> WatchValue.of("3", 0);
            case "4" -> WatchValue.toned("4 ↓", -2, WatchValue.Tone.FALL);
            case "5" -> WatchValue.toned("5 ▼", -1, WatchValue.Tone.FALL);
            default -> WatchValue.text(text);
        };
    }
}
