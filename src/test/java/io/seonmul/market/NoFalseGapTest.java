// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The audit on records that nobody touched: auctions, blocks, locked prices, days cut short and late joins in them,
/// and
/// not one gap, duplicate, late record or broken relation may be found.
///
/// `-Dseonmul.untouched.records=10000000 -Dseonmul.untouched.seed=N` for more and other ones.
class NoFalseGapTest {

    private static final List<Contract> CONTRACTS = Stream.of(
                    "A01612", "A01703", "A05611", "A05612", "A05702", "A06612", "A04611", "AA4612")
            .map(SyntheticTicks::contract)
            .toList();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);
    private static final LocalTime BEFORE_THE_OPENING = LocalTime.of(8, 40);
    private static final LocalTime AFTER_THE_CLOSE = LocalTime.of(15, 50);
    private static final int MORE_DAYS = 2;
    private static final int MOST_IN_A_FRAME = 8;
    private static final int LONGEST_STEP_SECONDS = 600;

    private final long wanted = Long.getLong("seonmul.untouched.records", 300_000L);
    private final long seed = Long.getLong("seonmul.untouched.seed", 20_261_124L);
    private final TickDecoder decoder = new TickDecoder();

    private LocalDate today = FIRST_DAY;
    private long records;
    private long auctions;
    private long blocks;
    private long resets;

    @Test
    void findsNothingInRecordsThatNobodyTouched() throws ProtocolException {
        for (long market = seed; records < wanted; market++) {
            watch(market);
        }
        assertThat(auctions).as("auction prints").isPositive();
        assertThat(blocks).as("contracts of blocks").isPositive();
        assertThat(resets).as("new sessions").isPositive();
        System.out.printf(
                "untouched from seed %d: %,d records, %,d auction prints, %,d contracts in blocks, %,d new sessions:"
                        + " no gap%n",
                seed, records, auctions, blocks, resets);
    }

    /// Some days of one market, joined before the opening or in the middle of the first.
    private void watch(long marketSeed) throws ProtocolException {
        Random random = new Random(marketSeed);
        LocalTime joined = random.nextBoolean() ? BEFORE_THE_OPENING : LocalTime.of(9 + random.nextInt(6), 0);
        SyntheticMarket market = new SyntheticMarket(marketSeed, CONTRACTS, joined);
        Map<InstrumentCode, Watched> watched = CONTRACTS.stream()
                .collect(Collectors.toMap(Contract::code, Watched::new, (a, _) -> a, LinkedHashMap::new));
        int days = 2 + random.nextInt(MORE_DAYS);
        for (int day = 0; day < days && records < wanted; day++) {
            boolean cutShort = random.nextInt(3) == 0 && market.time().isBefore(LocalTime.of(9, 30));
            live(market, cutShort ? LocalTime.of(10 + random.nextInt(5), 17) : AFTER_THE_CLOSE, random, watched);
            market.startNextDay(BEFORE_THE_OPENING);
            today = today.plusDays(1);
            watched.values().forEach(Watched::nextDay);
        }
        watched.values().forEach(one -> check(marketSeed, one));
    }

    private void live(SyntheticMarket market, LocalTime end, Random random, Map<InstrumentCode, Watched> watched)
            throws ProtocolException {
        boolean locked = false;
        while (market.time().isBefore(end) && records < wanted) {
            if (random.nextInt(40) == 0 && market.time().isAfter(LocalTime.of(9, 0))) {
                locked = !locked;
                market.lockPrices(locked);
            }
            long left = Duration.between(market.time(), end).toSeconds();
            List<String> told =
                    market.advance(Duration.ofSeconds(Math.min(left, 1L + random.nextInt(LONGEST_STEP_SECONDS))));
            for (int from = 0, to; from < told.size(); from = to) {
                to = Math.min(told.size(), from + 1 + random.nextInt(MOST_IN_A_FRAME));
                receive(told.subList(from, to), watched);
            }
        }
        if (locked) {
            market.lockPrices(false);
        }
    }

    private void receive(List<String> frame, Map<InstrumentCode, Watched> watched) throws ProtocolException {
        records += frame.size();
        decoder.decode(
                Frame.parse("0|H0IFCNT0|%03d|%s".formatted(frame.size(), String.join("^", frame))),
                SyntheticTicks.received(frame.getLast(), today),
                tick -> watched.get(tick.code()).receive(tick),
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private void check(long marketSeed, Watched one) {
        AuditReport audit = one.instrument.audit();
        String what = "market %d, %s: failed %s"
                .formatted(
                        marketSeed,
                        one.instrument.contract(),
                        Stream.of(Invariant.values())
                                .filter(invariant -> audit.invariants().failed(invariant) > 0)
                                .toList());
        assertThat(audit.gaps()).as(what).isEmpty();
        assertThat(audit.lostContracts() + audit.lostTrades()).as(what).isZero();
        assertThat(audit.duplicates() + audit.lateRecords()).as(what).isZero();
        assertThat(audit.resets()).as(what).isEqualTo(one.sessionsBegun);
        assertThat(audit.records()).as(what).isEqualTo(one.ticks);
        assertThat(audit.contracts()).as(what).isEqualTo(one.contracts);
        assertThat(audit.invariants().failures()).as(what).isZero();
        auctions += audit.auctionPrints();
        blocks += audit.blockContracts();
        resets += audit.resets();
    }

    /// One contract with what it must come to.
    private static final class Watched {
        final Instrument instrument;
        long ticks;
        long contracts;
        long sessionsBegun;
        private boolean newDay;

        Watched(Contract contract) {
            instrument = new Instrument(contract);
        }

        void nextDay() {
            newDay = ticks > 0;
        }

        void receive(Tick tick) {
            if (newDay) {
                sessionsBegun++;
                newDay = false;
            }
            ticks++;
            contracts += tick.size();
            List<FeedGap> gap = instrument.apply(tick);
            assertThat(gap).as("record %d: %s", ticks, tick.raw()).isEmpty();
        }
    }
}
