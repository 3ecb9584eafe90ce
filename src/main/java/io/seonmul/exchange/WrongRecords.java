// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static io.seonmul.protocol.TickField.ACML_TR_PBMN;
import static io.seonmul.protocol.TickField.ACML_VOL;
import static io.seonmul.protocol.TickField.BSOP_HOUR;
import static io.seonmul.protocol.TickField.CTTR;
import static io.seonmul.protocol.TickField.DSCS_BLTR_ACML_QTY;
import static io.seonmul.protocol.TickField.FUTS_PRPR;
import static io.seonmul.protocol.TickField.FUTS_SHRN_ISCD;
import static io.seonmul.protocol.TickField.LAST_CNQN;
import static io.seonmul.protocol.TickField.NTBY_CNTG_CSNU;
import static io.seonmul.protocol.TickField.PRDY_VOL_VRSS_ACML_VOL_RATE;
import static io.seonmul.protocol.TickField.SELN_CNTG_CSNU;
import static io.seonmul.protocol.TickField.SELN_CNTG_SMTN;
import static io.seonmul.protocol.TickField.SHNU_CNTG_CSNU;
import static io.seonmul.protocol.TickField.SHNU_CNTG_SMTN;
import static io.seonmul.protocol.TickField.SHNU_RATE;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts wrong trade records among the right ones of a registration, or makes single ones wrong, without touching the
/// market: what is traded stays what it was, so that a loss can be compared with the truth.
///
/// The records of another contract and of the day before come from markets of their own, which exist from when they are
/// first needed. Confined to the exchange's thread.
final class WrongRecords {

    private static final long GLITCH = 5_000;
    private static final long BLOCK = 500;
    /// Records that carry a block before it is withdrawn.
    private static final int BLOCK_STANDS = 5;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmmss");

    /// How the wire writes that a figure is not there.
    private static final List<String> NOTHING = List.of("", "nan", "-nan", "-nan(ind)", "null");

    /// All fields that a record is a trade without.
    private static final List<TickField> OPTIONAL = List.copyOf(
            EnumSet.complementOf(EnumSet.of(FUTS_SHRN_ISCD, BSOP_HOUR, FUTS_PRPR, LAST_CNQN, ACML_VOL, ACML_TR_PBMN)));

    private final long seed;
    private final LocalDate date;
    private final boolean blocksInside;
    private final ProductTable products = ProductTable.builtIn();
    private final Map<String, SyntheticMarket> others = new HashMap<>();
    private final Map<String, String> yesterdays = new HashMap<>();

    /// @param date the exchange's date, from which contract months count
    WrongRecords(long seed, LocalDate date) {
        this.seed = seed;
        this.date = date;
        blocksInside = SyntheticMarket.blocksInside(new MarketMood(seed, 0, SessionClock.of(date)));
    }

    /// Passes on one right record, which is the `number`th of its registration, with what that fault does to it.
    void pass(String record, long number, Registration registration, Fault.Doubtful fault, List<String> passed) {
        long since = number % fault.every();
        switch (fault.how()) {
            case VOLUME_GLITCH ->
                passed.add(
                        since == 0
                                ? new RecordFields(record).add(ACML_VOL, GLITCH).toString()
                                : record);
            case CANCELLED_BLOCK -> passed.add(withBlock(record, since, registration));
            case FOREIGN_RECORD -> {
                if (since == 0) {
                    passed.add(foreign(record));
                }
                passed.add(record);
            }
            case YESTERDAYS_RECORD -> {
                if (since == 0 || number == 1) {
                    passed.add(yesterdays(record));
                }
                passed.add(record);
            }
            case EMPTY_FIELDS -> passed.add(since == 0 ? withoutOne(record, number / fault.every()) : record);
        }
    }

    /// A block between two right records that is part of the totals from one record on and of none after so many more.
    private String withBlock(String record, long since, Registration registration) {
        RecordFields fields = new RecordFields(record);
        if (since == 0) {
            registration.block(turnover(fields, BLOCK));
        }
        if (since >= BLOCK_STANDS || registration.block() == 0) {
            registration.block(0);
            return record;
        }
        addVolume(fields, BLOCK).add(ACML_TR_PBMN, registration.block());
        return (blocksInside ? fields.add(DSCS_BLTR_ACML_QTY, BLOCK) : fields).toString();
    }

    /// A record as a server would send it that has seen so many contracts more, half of them bought.
    String ahead(String record, int contracts) {
        RecordFields fields = new RecordFields(record);
        int bought = contracts / 2;
        addVolume(fields, contracts)
                .add(ACML_TR_PBMN, turnover(fields, contracts))
                .add(SHNU_CNTG_SMTN, bought)
                .add(SELN_CNTG_SMTN, contracts - bought)
                .add(SHNU_CNTG_CSNU, Math.ceilDiv(bought, 2))
                .add(SELN_CNTG_CSNU, Math.ceilDiv(contracts - bought, 2));
        long buys = fields.number(SHNU_CNTG_SMTN);
        long sells = fields.number(SELN_CNTG_SMTN);
        return fields.put(NTBY_CNTG_CSNU, Long.toString(fields.number(SHNU_CNTG_CSNU) - fields.number(SELN_CNTG_CSNU)))
                .putHundredths(SHNU_RATE, ContractFigures.ratio(100 * buys, buys + sells))
                .putHundredths(CTTR, ContractFigures.ratio(10_000 * buys, sells))
                .toString();
    }

    /// Adds to the volume and to its ratio to yesterday's.
    private static RecordFields addVolume(RecordFields fields, long contracts) {
        long before = fields.number(ACML_VOL);
        long rate = fields.hundredths(PRDY_VOL_VRSS_ACML_VOL_RATE);
        return fields.add(ACML_VOL, contracts)
                .putHundredths(PRDY_VOL_VRSS_ACML_VOL_RATE, ContractFigures.ratio(rate * (before + contracts), before));
    }

    /// What so many contracts are worth at the record's price, in thousands of won.
    private long turnover(RecordFields fields, long contracts) {
        Contract contract = products.contract(new InstrumentCode(fields.get(FUTS_SHRN_ISCD)));
        long krwPerPoint = ContractProfile.of(contract, date).krwPerPoint();
        return fields.hundredths(FUTS_PRPR) * krwPerPoint / 100 * contracts / 1_000;
    }

    /// The next trade of the same product's contract a quarter later, under this one's code and at its time.
    private String foreign(String record) {
        RecordFields own = new RecordFields(record);
        String code = own.get(FUTS_SHRN_ISCD);
        InstrumentCode mine = new InstrumentCode(code);
        InstrumentCode other = SyntheticMarket.code(
                mine.product(), mine.month(YearMonth.from(date)).plusMonths(3));
        SyntheticMarket market =
                others.computeIfAbsent(code, _ -> market(seed, date, other, LocalTime.parse(own.get(BSOP_HOUR), HOUR)));
        return new RecordFields(market.nextTrade(other))
                .put(FUTS_SHRN_ISCD, code)
                .put(BSOP_HOUR, own.get(BSOP_HOUR))
                .toString();
    }

    /// The last record of the day before, the print of its closing auction.
    private String yesterdays(String record) {
        return yesterdays.computeIfAbsent(new RecordFields(record).get(FUTS_SHRN_ISCD), text -> {
            InstrumentCode code = new InstrumentCode(text);
            LocalDate yesterday = date.minusDays(1);
            LocalTime close = SessionClock.of(yesterday).closingPrint();
            return market(~seed, yesterday, code, close.plus(Duration.ofMillis(1)))
                    .lastTrade(code);
        });
    }

    private SyntheticMarket market(long itsSeed, LocalDate day, InstrumentCode code, LocalTime time) {
        return new SyntheticMarket(itsSeed, day, List.of(products.contract(code)), time, new Pace.Natural());
    }

    /// Takes one optional field away: another one each time, in another way each time.
    private static String withoutOne(String record, long turn) {
        TickField field = OPTIONAL.get((int) (turn % OPTIONAL.size()));
        return new RecordFields(record)
                .put(field, NOTHING.get((int) (turn % NOTHING.size())))
                .toString();
    }
}
