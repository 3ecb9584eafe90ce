// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.List;
import java.util.regex.Pattern;

/// The 50 fields of an H0IFCNT0 record in wire order: the constant's name is the wire's name, its ordinal the wire's
/// index.
///
/// Source: kis/h0ifcnt0_fields.csv.
public enum TickField implements WireField {
    /// Index 0.
    FUTS_SHRN_ISCD("선물 단축 종목코드", "Short code", Unit.CODE),
    /// Index 1.
    BSOP_HOUR("영업 시간", "Trade time", Unit.TIME),
    /// Index 2.
    FUTS_PRDY_VRSS("선물 전일 대비", "Change", Unit.POINTS),
    /// Index 3.
    PRDY_VRSS_SIGN("전일 대비 부호", "Change sign", Unit.SIGN),
    /// Index 4.
    FUTS_PRDY_CTRT("선물 전일 대비율", "Change rate", Unit.PERCENT),
    /// Index 5.
    FUTS_PRPR("선물 현재가", "Last price", Unit.POINTS),
    /// Index 6.
    FUTS_OPRC("선물 시가", "Open", Unit.POINTS),
    /// Index 7.
    FUTS_HGPR("선물 최고가", "High", Unit.POINTS),
    /// Index 8.
    FUTS_LWPR("선물 최저가", "Low", Unit.POINTS),
    /// Index 9.
    LAST_CNQN("최종 거래량", "Trade size", Unit.CONTRACTS),
    /// Index 10.
    ACML_VOL("누적 거래량", "Volume", Unit.CONTRACTS),
    /// Index 11.
    ACML_TR_PBMN("누적 거래 대금", "Turnover", Unit.THOUSAND_WON),
    /// Index 12.
    HTS_THPR("HTS 이론가", "Theoretical price", Unit.POINTS),
    /// Index 13.
    MRKT_BASIS("시장 베이시스", "Market basis", Unit.POINTS),
    /// Index 14.
    DPRT("괴리율", "Mispricing rate", Unit.PERCENT),
    /// Index 15.
    NMSC_FCTN_STPL_PRC("근월물 약정가", "Near month price", Unit.POINTS),
    /// Index 16.
    FMSC_FCTN_STPL_PRC("원월물 약정가", "Far month price", Unit.POINTS),
    /// Index 17.
    SPEAD_PRC("스프레드1", "Spread", Unit.POINTS),
    /// Index 18.
    HTS_OTST_STPL_QTY("HTS 미결제 약정 수량", "Open interest", Unit.CONTRACTS),
    /// Index 19.
    OTST_STPL_QTY_ICDC("미결제 약정 수량 증감", "Open interest change", Unit.CONTRACTS),
    /// Index 20.
    OPRC_HOUR("시가 시간", "Open time", Unit.TIME),
    /// Index 21.
    OPRC_VRSS_PRPR_SIGN("시가 대비 현재가 부호", "Sign against open", Unit.SIGN),
    /// Index 22.
    OPRC_VRSS_NMIX_PRPR("시가 대비 지수 현재가", "Change from open", Unit.POINTS),
    /// Index 23.
    HGPR_HOUR("최고가 시간", "High time", Unit.TIME),
    /// Index 24.
    HGPR_VRSS_PRPR_SIGN("최고가 대비 현재가 부호", "Sign against high", Unit.SIGN),
    /// Index 25.
    HGPR_VRSS_NMIX_PRPR("최고가 대비 지수 현재가", "Change from high", Unit.POINTS),
    /// Index 26.
    LWPR_HOUR("최저가 시간", "Low time", Unit.TIME),
    /// Index 27.
    LWPR_VRSS_PRPR_SIGN("최저가 대비 현재가 부호", "Sign against low", Unit.SIGN),
    /// Index 28.
    LWPR_VRSS_NMIX_PRPR("최저가 대비 지수 현재가", "Change from low", Unit.POINTS),
    /// Index 29.
    SHNU_RATE("매수 비율", "Buy rate", Unit.FRACTION),
    /// Index 30.
    CTTR("체결강도", "Trade strength", Unit.PERCENT),
    /// Index 31.
    ESDG("괴리도", "Mispricing", Unit.POINTS),
    /// Index 32.
    OTST_STPL_RGBF_QTY_ICDC("미결제 약정 직전 수량 증감", "Open interest last change", Unit.CONTRACTS),
    /// Index 33.
    THPR_BASIS("이론 베이시스", "Theoretical basis", Unit.POINTS),
    /// Index 34.
    FUTS_ASKP1("선물 매도호가1", "Best ask", Unit.POINTS),
    /// Index 35.
    FUTS_BIDP1("선물 매수호가1", "Best bid", Unit.POINTS),
    /// Index 36.
    ASKP_RSQN1("매도호가 잔량1", "Best ask size", Unit.CONTRACTS),
    /// Index 37.
    BIDP_RSQN1("매수호가 잔량1", "Best bid size", Unit.CONTRACTS),
    /// Index 38.
    SELN_CNTG_CSNU("매도 체결 건수", "Sell trades", Unit.TRADES),
    /// Index 39.
    SHNU_CNTG_CSNU("매수 체결 건수", "Buy trades", Unit.TRADES),
    /// Index 40.
    NTBY_CNTG_CSNU("순매수 체결 건수", "Net buy trades", Unit.TRADES),
    /// Index 41.
    SELN_CNTG_SMTN("총 매도 수량", "Sell volume", Unit.CONTRACTS),
    /// Index 42.
    SHNU_CNTG_SMTN("총 매수 수량", "Buy volume", Unit.CONTRACTS),
    /// Index 43.
    TOTAL_ASKP_RSQN("총 매도호가 잔량", "Total ask size", Unit.CONTRACTS),
    /// Index 44.
    TOTAL_BIDP_RSQN("총 매수호가 잔량", "Total bid size", Unit.CONTRACTS),
    /// Index 45.
    PRDY_VOL_VRSS_ACML_VOL_RATE("전일 거래량 대비 등락율", "Volume against previous day", Unit.PERCENT),
    /// Index 46.
    DSCS_BLTR_ACML_QTY("협의 대량 거래량", "Block volume", Unit.CONTRACTS),
    /// Index 47.
    DYNM_MXPR("실시간상한가", "Dynamic upper limit", Unit.POINTS),
    /// Index 48.
    DYNM_LLAM("실시간하한가", "Dynamic lower limit", Unit.POINTS),
    /// Index 49.
    DYNM_PRC_LIMT_YN("실시간가격제한구분", "Dynamic limit code", Unit.RAW);

    /// What a field's text stands for.
    public enum Unit {
        /// A short code.
        CODE,
        /// HHMMSS, Korean time, no date.
        TIME,
        /// A direction digit, 1 to 5.
        SIGN,
        /// Index points with two decimals.
        POINTS,
        /// Percent.
        PERCENT,
        /// A fraction from 0 to 1.
        FRACTION,
        /// Contracts.
        CONTRACTS,
        /// Number of trades.
        TRADES,
        /// Number of orders.
        ORDERS,
        /// Thousand won (천원).
        THOUSAND_WON,
        /// A code that KIS does not explain; shown as sent.
        RAW
    }

    /// How a number is spelled that is none, such as `nan`, `-nan(ind)`, `null`, `-`, blanks or `1.#QNAN`.
    private static final Pattern NO_NUMBER = Pattern.compile(
            "\\s*|-|null|n/a|[+-]?(nan|inf|infinity)(\\(\\w*\\))?|[+-]?\\d\\.#\\w*", Pattern.CASE_INSENSITIVE);

    /// All fields in wire order.
    public static final List<TickField> WIRE_ORDER = List.of(values());

    /// How many fields a record has at least: 50.
    public static final int WIDTH = WIRE_ORDER.size();

    private final String korean;
    private final String english;
    private final Unit unit;

    TickField(String korean, String english, Unit unit) {
        this.korean = korean;
        this.english = english;
        this.unit = unit;
    }

    /// The name KIS gives it in Korean.
    @Override
    public String korean() {
        return korean;
    }

    /// The name this product gives it in English.
    @Override
    public String english() {
        return english;
    }

    /// What its text stands for.
    @Override
    public Unit unit() {
        return unit;
    }

    /// Whether a field's text has no value, whatever its field.
    public static boolean isNone(String text) {
        return NO_NUMBER.matcher(text).matches();
    }
}
