// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.protocol.TickField.Unit;
import java.util.List;

/// The 38 fields of an H0IFASP0 record in wire order: the constant's name is the wire's name, its ordinal the wire's
/// index.
///
/// Source: kis/channels.csv.
public enum QuoteField implements WireField {
    /// Index 0.
    FUTS_SHRN_ISCD("선물 단축 종목코드", "Short code", Unit.CODE),
    /// Index 1.
    BSOP_HOUR("영업 시간", "Quote time", Unit.TIME),
    /// Index 2.
    FUTS_ASKP1("선물 매도호가1", "Ask 1", Unit.POINTS),
    /// Index 3.
    FUTS_ASKP2("선물 매도호가2", "Ask 2", Unit.POINTS),
    /// Index 4.
    FUTS_ASKP3("선물 매도호가3", "Ask 3", Unit.POINTS),
    /// Index 5.
    FUTS_ASKP4("선물 매도호가4", "Ask 4", Unit.POINTS),
    /// Index 6.
    FUTS_ASKP5("선물 매도호가5", "Ask 5", Unit.POINTS),
    /// Index 7.
    FUTS_BIDP1("선물 매수호가1", "Bid 1", Unit.POINTS),
    /// Index 8.
    FUTS_BIDP2("선물 매수호가2", "Bid 2", Unit.POINTS),
    /// Index 9.
    FUTS_BIDP3("선물 매수호가3", "Bid 3", Unit.POINTS),
    /// Index 10.
    FUTS_BIDP4("선물 매수호가4", "Bid 4", Unit.POINTS),
    /// Index 11.
    FUTS_BIDP5("선물 매수호가5", "Bid 5", Unit.POINTS),
    /// Index 12.
    ASKP_CSNU1("매도호가 건수1", "Ask 1 orders", Unit.ORDERS),
    /// Index 13.
    ASKP_CSNU2("매도호가 건수2", "Ask 2 orders", Unit.ORDERS),
    /// Index 14.
    ASKP_CSNU3("매도호가 건수3", "Ask 3 orders", Unit.ORDERS),
    /// Index 15.
    ASKP_CSNU4("매도호가 건수4", "Ask 4 orders", Unit.ORDERS),
    /// Index 16.
    ASKP_CSNU5("매도호가 건수5", "Ask 5 orders", Unit.ORDERS),
    /// Index 17.
    BIDP_CSNU1("매수호가 건수1", "Bid 1 orders", Unit.ORDERS),
    /// Index 18.
    BIDP_CSNU2("매수호가 건수2", "Bid 2 orders", Unit.ORDERS),
    /// Index 19.
    BIDP_CSNU3("매수호가 건수3", "Bid 3 orders", Unit.ORDERS),
    /// Index 20.
    BIDP_CSNU4("매수호가 건수4", "Bid 4 orders", Unit.ORDERS),
    /// Index 21.
    BIDP_CSNU5("매수호가 건수5", "Bid 5 orders", Unit.ORDERS),
    /// Index 22.
    ASKP_RSQN1("매도호가 잔량1", "Ask 1 size", Unit.CONTRACTS),
    /// Index 23.
    ASKP_RSQN2("매도호가 잔량2", "Ask 2 size", Unit.CONTRACTS),
    /// Index 24.
    ASKP_RSQN3("매도호가 잔량3", "Ask 3 size", Unit.CONTRACTS),
    /// Index 25.
    ASKP_RSQN4("매도호가 잔량4", "Ask 4 size", Unit.CONTRACTS),
    /// Index 26.
    ASKP_RSQN5("매도호가 잔량5", "Ask 5 size", Unit.CONTRACTS),
    /// Index 27.
    BIDP_RSQN1("매수호가 잔량1", "Bid 1 size", Unit.CONTRACTS),
    /// Index 28.
    BIDP_RSQN2("매수호가 잔량2", "Bid 2 size", Unit.CONTRACTS),
    /// Index 29.
    BIDP_RSQN3("매수호가 잔량3", "Bid 3 size", Unit.CONTRACTS),
    /// Index 30.
    BIDP_RSQN4("매수호가 잔량4", "Bid 4 size", Unit.CONTRACTS),
    /// Index 31.
    BIDP_RSQN5("매수호가 잔량5", "Bid 5 size", Unit.CONTRACTS),
    /// Index 32.
    TOTAL_ASKP_CSNU("총 매도호가 건수", "Total ask orders", Unit.ORDERS),
    /// Index 33.
    TOTAL_BIDP_CSNU("총 매수호가 건수", "Total bid orders", Unit.ORDERS),
    /// Index 34.
    TOTAL_ASKP_RSQN("총 매도호가 잔량", "Total ask size", Unit.CONTRACTS),
    /// Index 35.
    TOTAL_BIDP_RSQN("총 매수호가 잔량", "Total bid size", Unit.CONTRACTS),
    /// Index 36.
    TOTAL_ASKP_RSQN_ICDC("총 매도호가 잔량 증감", "Total ask size change", Unit.CONTRACTS),
    /// Index 37.
    TOTAL_BIDP_RSQN_ICDC("총 매수호가 잔량 증감", "Total bid size change", Unit.CONTRACTS);

    /// All fields in wire order.
    public static final List<QuoteField> WIRE_ORDER = List.of(values());

    /// How many fields a record has at least: 38.
    public static final int WIDTH = WIRE_ORDER.size();

    private final String korean;
    private final String english;
    private final Unit unit;

    QuoteField(String korean, String english, Unit unit) {
        this.korean = korean;
        this.english = english;
        this.unit = unit;
    }

    /// Which of five levels in wire order: the field `level` places after `first`.
    static QuoteField level(QuoteField first, int level) {
        return WIRE_ORDER.get(WIRE_ORDER.indexOf(first) + level);
    }

    @Override
    public String korean() {
        return korean;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public Unit unit() {
        return unit;
    }
}
