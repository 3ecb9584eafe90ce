// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.protocol.TickField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;

/// Reads the text of trade records and holds them to every relation of kis/invariants.md, knowing nothing of who wrote
/// them.
final class WireWitness {

    private static final Pattern TIME = Pattern.compile("[0-2][0-9][0-5][0-9][0-5][0-9]");
    private static final Pattern TWO_DECIMALS = Pattern.compile("-?[0-9]+\\.[0-9]{2}");

    private final Map<String, Map<TickField, String>> previous = new HashMap<>();
    private final Map<String, Long> krwPerPoint;
    private final boolean blocksInside;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> auctionPrints = new HashMap<>();

    WireWitness(Map<String, Long> krwPerPoint, boolean blocksInside) {
        this.krwPerPoint = krwPerPoint;
        this.blocksInside = blocksInside;
    }

    /// How many records of that code came.
    int records(String code) {
        return counts.getOrDefault(code, 0);
    }

    int records() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int auctionPrints(String code) {
        return auctionPrints.getOrDefault(code, 0);
    }

    /// Forgets what came before: a new day.
    void reset() {
        previous.clear();
    }

    void see(String text) {
        Map<TickField, String> now = fields(text);
        String code = now.get(TickField.FUTS_SHRN_ISCD);
        counts.merge(code, 1, Integer::sum);
        alone(now);
        Map<TickField, String> before = previous.put(code, now);
        if (before != null) {
            after(before, now);
        } else if (sided(now) == 0) {
            auctionPrints.merge(code, 1, Integer::sum);
        }
    }

    static Map<TickField, String> fields(String text) {
        List<String> cells = List.of(text.split("\\^", -1));
        assertThat(cells).as(text).hasSize(50);
        Map<TickField, String> fields = new EnumMap<>(TickField.class);
        for (int i = 0; i < cells.size(); i++) {
            fields.put(TickField.WIRE_ORDER.get(i), cells.get(i));
        }
        return fields;
    }

    private void alone(Map<TickField, String> r) {
        Supplier<String> text = r::toString;
        BigDecimal last = number(r, TickField.FUTS_PRPR);
        assertThat(r.get(TickField.BSOP_HOUR)).as(text).matches(TIME);
        long buys = count(r, TickField.SHNU_CNTG_CSNU);
        long sells = count(r, TickField.SELN_CNTG_CSNU);
        long bought = count(r, TickField.SHNU_CNTG_SMTN);
        long sold = count(r, TickField.SELN_CNTG_SMTN);
        // I5 to I7
        assertThat(count(r, TickField.NTBY_CNTG_CSNU)).as(text).isEqualTo(buys - sells);
        if (sold > 0) {
            close(r, TickField.CTTR, 100.0 * bought / sold);
        } else {
            assertThat(bought)
                    .as("no buy before a sell, so that strength is always defined")
                    .isZero();
        }
        if (bought + sold > 0) {
            close(r, TickField.SHNU_RATE, (double) bought / (bought + sold));
        }
        assertThat(bought + sold).as(text).isLessThanOrEqualTo(count(r, TickField.ACML_VOL));
        // I9
        BigDecimal theory = number(r, TickField.HTS_THPR);
        assertThat(number(r, TickField.ESDG)).as(text).isEqualByComparingTo(last.subtract(theory));
        close(r, TickField.DPRT, 100 * last.subtract(theory).doubleValue() / theory.doubleValue());
        // I10
        assertThat(last.subtract(number(r, TickField.MRKT_BASIS)))
                .as(text)
                .isEqualByComparingTo(theory.subtract(number(r, TickField.THPR_BASIS)));
        // I11, I13
        against(
                r,
                TickField.FUTS_OPRC,
                TickField.OPRC_HOUR,
                TickField.OPRC_VRSS_PRPR_SIGN,
                TickField.OPRC_VRSS_NMIX_PRPR);
        against(
                r,
                TickField.FUTS_HGPR,
                TickField.HGPR_HOUR,
                TickField.HGPR_VRSS_PRPR_SIGN,
                TickField.HGPR_VRSS_NMIX_PRPR);
        against(
                r,
                TickField.FUTS_LWPR,
                TickField.LWPR_HOUR,
                TickField.LWPR_VRSS_PRPR_SIGN,
                TickField.LWPR_VRSS_NMIX_PRPR);
        assertThat(r.get(TickField.NMSC_FCTN_STPL_PRC)).isEqualTo("0.00");
        assertThat(r.get(TickField.FMSC_FCTN_STPL_PRC)).isEqualTo("0.00");
        assertThat(number(r, TickField.FUTS_LWPR)).as(text).isLessThanOrEqualTo(last);
        assertThat(number(r, TickField.FUTS_HGPR)).as(text).isGreaterThanOrEqualTo(last);
        // I12 and the band's rule: one percent of the base
        BigDecimal upper = number(r, TickField.DYNM_MXPR);
        BigDecimal lower = number(r, TickField.DYNM_LLAM);
        assertThat(upper.add(lower)).as(text).isEqualByComparingTo(last.add(last));
        assertThat(r.get(TickField.DYNM_PRC_LIMT_YN)).isEqualTo("2");
        BigDecimal base = last.subtract(number(r, TickField.FUTS_PRDY_VRSS));
        assertThat(upper.subtract(last)).as(text).isLessThanOrEqualTo(base.multiply(new BigDecimal("0.01")));
        // What else a reader may rely on
        close(
                r,
                TickField.FUTS_PRDY_CTRT,
                100 * number(r, TickField.FUTS_PRDY_VRSS).doubleValue() / base.doubleValue());
        sign(r, TickField.FUTS_PRDY_VRSS, TickField.PRDY_VRSS_SIGN);
        assertThat(count(r, TickField.LAST_CNQN)).as(text).isPositive();
        assertThat(number(r, TickField.FUTS_ASKP1)).as(text).isGreaterThan(number(r, TickField.FUTS_BIDP1));
        assertThat(count(r, TickField.ASKP_RSQN1)).as(text).isPositive();
        assertThat(count(r, TickField.BIDP_RSQN1)).as(text).isPositive();
        assertThat(count(r, TickField.TOTAL_ASKP_RSQN)).as(text).isGreaterThanOrEqualTo(count(r, TickField.ASKP_RSQN1));
        assertThat(count(r, TickField.TOTAL_BIDP_RSQN)).as(text).isGreaterThanOrEqualTo(count(r, TickField.BIDP_RSQN1));
        assertThat(number(r, TickField.FUTS_PRDY_CTRT).abs())
                .as("inside the static limits")
                .isLessThan(new BigDecimal(8));
    }

    private void after(Map<TickField, String> before, Map<TickField, String> now) {
        String code = now.get(TickField.FUTS_SHRN_ISCD);
        Supplier<String> text = () -> before + "\n" + now;
        assertThat(now.get(TickField.BSOP_HOUR)).as(text).isGreaterThanOrEqualTo(before.get(TickField.BSOP_HOUR));
        long size = count(now, TickField.LAST_CNQN);
        long block = grown(before, now, TickField.DSCS_BLTR_ACML_QTY);
        long volume = grown(before, now, TickField.ACML_VOL);
        assertThat(block).as(text).isNotNegative();
        // I1
        assertThat(volume).as(text).isEqualTo(size + (blocksInside ? block : 0));
        // I3, I4, I8: exactly one side, or an auction print
        long bought = grown(before, now, TickField.SHNU_CNTG_SMTN);
        long sold = grown(before, now, TickField.SELN_CNTG_SMTN);
        long buys = grown(before, now, TickField.SHNU_CNTG_CSNU);
        long sells = grown(before, now, TickField.SELN_CNTG_CSNU);
        if (bought == 0 && sold == 0) {
            auctionPrints.merge(code, 1, Integer::sum);
            assertThat(buys + sells).as(text).isZero();
            assertThat(now.get(TickField.BSOP_HOUR)).as(text).isEqualTo("154500");
        } else {
            assertThat(bought + sold).as(text).isEqualTo(size);
            assertThat(Math.min(bought, sold)).as(text).isZero();
            assertThat(buys).as(text).isEqualTo(bought > 0 ? 1 : 0);
            assertThat(sells).as(text).isEqualTo(sold > 0 ? 1 : 0);
            assertThat(now.get(TickField.BSOP_HOUR)).as(text).isBetween("084500", "153459");
        }
        // I2: floored to thousands twice, so less than a thousand won off
        double value = number(now, TickField.FUTS_PRPR).doubleValue() * krwPerPoint.get(code) * volume / 1000;
        assertThat((double) grown(before, now, TickField.ACML_TR_PBMN)).as(text).isCloseTo(value, within(1));
        // Constant: half width, base, previous day
        assertThat(halfWidth(now)).as(text).isEqualByComparingTo(halfWidth(before));
        assertThat(base(now)).as(text).isEqualByComparingTo(base(before));
        assertThat(now.get(TickField.FUTS_OPRC)).as(text).isEqualTo(before.get(TickField.FUTS_OPRC));
        // No print beyond the band that stood before it
        assertThat(number(now, TickField.FUTS_PRPR))
                .as(text)
                .isBetween(number(before, TickField.DYNM_LLAM), number(before, TickField.DYNM_MXPR));
        // Open interest steps at each ten seconds and never between
        if (grown(before, now, TickField.HTS_OTST_STPL_QTY) != 0) {
            assertThat(now.get(TickField.BSOP_HOUR).substring(0, 5))
                    .as(text)
                    .isNotEqualTo(before.get(TickField.BSOP_HOUR).substring(0, 5));
        }
        assertThat(grown(before, now, TickField.HTS_OTST_STPL_QTY))
                .as(text)
                .isEqualTo(grown(before, now, TickField.OTST_STPL_QTY_ICDC));
    }

    private static Offset<Double> within(double bound) {
        return Offset.offset(bound);
    }

    private static void against(
            Map<TickField, String> r, TickField reference, TickField hour, TickField sign, TickField difference) {
        assertThat(number(r, difference))
                .as(r::toString)
                .isEqualByComparingTo(number(r, TickField.FUTS_PRPR).subtract(number(r, reference)));
        assertThat(r.get(hour)).isEqualTo("000000");
        sign(r, difference, sign);
    }

    private static void sign(Map<TickField, String> r, TickField difference, TickField sign) {
        assertThat(r.get(sign))
                .as(r::toString)
                .isEqualTo(
                        switch (number(r, difference).signum()) {
                            case 1 -> "2";
                            case 0 -> "3";
                            default -> "5";
                        });
    }

    /// The wire has two decimals: the text is the value rounded to them.
    private static void close(Map<TickField, String> r, TickField field, double value) {
        assertThat(r.get(field)).as(r::toString).matches(TWO_DECIMALS);
        assertThat(number(r, field).doubleValue()).as(() -> field + " of " + r).isCloseTo(value, within(0.005 + 1e-9));
    }

    private static BigDecimal halfWidth(Map<TickField, String> r) {
        return number(r, TickField.DYNM_MXPR)
                .subtract(number(r, TickField.DYNM_LLAM))
                .divide(BigDecimal.TWO, 2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal base(Map<TickField, String> r) {
        return number(r, TickField.FUTS_PRPR).subtract(number(r, TickField.FUTS_PRDY_VRSS));
    }

    private static long sided(Map<TickField, String> r) {
        return count(r, TickField.SHNU_CNTG_SMTN) + count(r, TickField.SELN_CNTG_SMTN);
    }

    private static long grown(Map<TickField, String> before, Map<TickField, String> now, TickField field) {
        return count(now, field) - count(before, field);
    }

    static long count(Map<TickField, String> r, TickField field) {
        return Long.parseLong(r.get(field));
    }

    static BigDecimal number(Map<TickField, String> r, TickField field) {
        return new BigDecimal(r.get(field));
    }
}
