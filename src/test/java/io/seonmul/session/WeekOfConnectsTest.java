// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingSession;
import io.seonmul.protocol.ApprovalKey;
import io.seonmul.protocol.CustomerType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real session service through a week of trouble on a virtual clock: whatever happens, it connects no more often
/// than its budget says, and it is back soon after the trouble is over.
///
/// 5 October 2026 is a closed Monday, the 9th a closed Friday. `-Dseonmul.weeks=N` for other and more weeks.
class WeekOfConnectsTest {

    private static final ZoneId SEOUL = TradingCalendar.SEOUL;
    private static final TradingCalendar CALENDAR = TradingCalendar.builtIn();
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 10, 5, 6, 0);
    private static final long STEP = Duration.ofSeconds(1).toNanos();
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration RHYTHM = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final DateTimeFormatter FOURTEEN_DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("HHmmss");
    private static final String RECORD = "0|H0IFCNT0|001|A05612^HHMMSS^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1"
            + "^134935^7587962447^1082.72^-0.91^-0.22^0.00^0.00^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000"
            + "^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30^1080.04^1^1^60234^56822^-3412^69150^65657^997^478^106.25^0"
            + "^1091.10^1069.50^2";

    /// What may be wrong with the world.
    enum Trouble {
        /// The name has no address.
        NAMELESS,
        /// The server refuses the socket.
        REFUSING,
        /// Packets vanish, on open links too.
        BLACK_HOLE,
        /// The server closes each link at once.
        CLOSING,
        /// Another program has the app key.
        KEY_HELD,
        /// The server registers and sends nothing.
        HOLLOW,
        /// The computer sleeps.
        ASLEEP;

        boolean isOfTheLine() {
            return this == NAMELESS || this == REFUSING || this == BLACK_HOLE;
        }
    }

    private static final Duration LINE = Duration.ofMinutes(2);
    private static final Duration KEY = Duration.ofMinutes(11);
    /// As long as a link that brings nothing is given the benefit of the doubt.
    private static final Duration HOLLOW = HollowWatch.THEN_EVERY.plus(KEY);

    private record Spell(Trouble trouble, Duration from, Duration to) {}

    private final List<Long> met = new ArrayList<>();
    private final List<Long> unmet = new ArrayList<>();
    private final List<Long> records = new ArrayList<>();
    private final Map<Trouble, Boolean> troubles = new EnumMap<>(Trouble.class);
    private final List<Runnable> later = new ArrayList<>();
    private final List<FakeLink> links = new ArrayList<>();
    private long nanos = 5_000_000_000L;
    private Instant wall = BEGIN.atZone(SEOUL).toInstant();
    private long metAt = Long.MIN_VALUE;

    private boolean is(Trouble trouble) {
        return troubles.getOrDefault(trouble, false);
    }

    private boolean isLineDown() {
        return is(Trouble.NAMELESS) || is(Trouble.REFUSING) || is(Trouble.BLACK_HOLE);
    }

    private LocalDateTime korean() {
        return LocalDateTime.ofInstant(wall, SEOUL);
    }

    private boolean isTrading() {
        return CALENDAR.phase(korean(), TradingSession.DAY) == TradingCalendar.Phase.CONTINUOUS;
    }

    /// A link of the virtual world; what it does happens in the next step.
    private final class FakeLink implements FeedLink {

        private final Listener listener;
        private final boolean met = !isLineDown();
        private boolean open;
        private boolean dead;
        private boolean registered;
        private long tickAt;
        private long heartbeatAt;

        FakeLink(Listener listener) {
            this.listener = listener;
            if (is(Trouble.NAMELESS)) {
                later.add(() -> listener.closed(FailureReason.NAME_NOT_FOUND, "unknown host"));
            } else if (is(Trouble.REFUSING)) {
                later.add(() -> listener.closed(FailureReason.UNREACHABLE, "refused"));
            } else if (met) {
                later.add(this::open);
            }
        }

        private void open() {
            open = true;
            listener.opened();
            if (is(Trouble.CLOSING)) {
                end();
            }
        }

        private void end() {
            if (open) {
                open = false;
                listener.closed(FailureReason.LINK_LOST, "close 1006");
            }
        }

        @Override
        public void send(String text) {
            if (!open || dead || isLineDown() || !text.contains("\"tr_type\":\"1\"")) {
                return;
            }
            boolean held = is(Trouble.KEY_HELD);
            registered = !held && !is(Trouble.HOLLOW);
            later.add(() -> listener.text(
                    held
                            ? "{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\"},"
                                    + "\"body\":{\"rt_cd\":\"9\",\"msg_cd\":\"OPSP8996\",\"msg1\":\"IN USE\"}}"
                            : "{\"header\":{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A05612\"},"
                                    + "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUCCESS\"}}"));
        }

        @Override
        public void ping() {
            if (open && !dead && !isLineDown()) {
                later.add(listener::pong);
            }
        }

        @Override
        public boolean hasMet() {
            return met;
        }

        @Override
        public void close() {
            open = false;
        }

        void step() {
            if (open && !dead && !isLineDown() && nanos - heartbeatAt >= HEARTBEAT.toNanos()) {
                heartbeatAt = nanos;
                listener.text("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"" + FOURTEEN_DIGITS.format(korean())
                        + "\"}}");
            }
            if (open && !dead && !isLineDown() && registered && isTrading() && nanos - tickAt >= RHYTHM.toNanos()) {
                tickAt = nanos;
                records.add(nanos);
                listener.text(RECORD.replace("HHMMSS", SIX_DIGITS.format(korean())));
            }
        }
    }

    private void attempt() {
        (isLineDown() ? unmet : met).add(nanos);
    }

    private final class FakeKeys implements ApprovalKeySource {
        @Override
        public void request(Consumer<Outcome> then) {
            metAt = nanos;
            attempt();
            if (is(Trouble.NAMELESS)) {
                then.accept(new Outcome.Refused(FailureReason.NAME_NOT_FOUND, "unknown host"));
            } else if (isLineDown()) {
                then.accept(new Outcome.Refused(FailureReason.UNREACHABLE, "refused"));
            } else {
                then.accept(new Outcome.Issued(new ApprovalKey("approval")));
            }
        }
    }

    private FeedLink connect(FeedLink.Listener listener) {
        if (nanos - metAt > Duration.ofSeconds(1).toNanos()) {
            attempt(); // else it goes on with the attempt that asked for the key
        }
        links.removeIf(link -> !link.open);
        FakeLink link = new FakeLink(listener);
        links.add(link);
        return link;
    }

    private static List<Spell> week(Random random) {
        List<Spell> spells = new ArrayList<>();
        Duration at = Duration.ofMinutes(random.nextInt(240));
        while (at.compareTo(WEEK) < 0) {
            Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
            long longest = trouble == Trouble.ASLEEP ? 240 : random.nextInt(4) == 0 ? 300 : 40;
            Duration to = at.plus(Duration.ofSeconds(20 + random.nextLong(longest * 60)));
            spells.add(new Spell(trouble, at, to));
            // now and then the next begins before this one is over
            at = random.nextInt(5) == 0 ? at.plusMinutes(1) : to.plusSeconds(60 + random.nextLong(3_600));
        }
        return spells;
    }

    private SessionService service(Random random) {
        return new SessionService(
                new SessionConfig(
                        URI.create("ws://127.0.0.1:1"),
                        CustomerType.PERSON,
                        ProductTable.builtIn(),
                        TradingCalendar.builtIn(),
                        SessionTimings.DEFAULT,
                        true),
                (_, listener) -> connect(listener),
                new FakeKeys(),
                new MarketBoard(() -> {}),
                new SessionService.Listeners(() -> {}, _ -> {}),
                () -> wall,
                () -> nanos,
                random);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void staysWithinItsBudgetAndIsBackInTime(long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<Spell> spells = week(random);
        SessionService service = service(random);
        service.watch(new InstrumentCode("A05612"));
        Recovery recovery = new Recovery();
        Duration elapsed = Duration.ZERO;
        while (elapsed.compareTo(WEEK) < 0) {
            for (Trouble trouble : Trouble.values()) {
                Duration now = elapsed;
                troubles.put(
                        trouble,
                        spells.stream()
                                .anyMatch(spell -> spell.trouble == trouble
                                        && spell.from.compareTo(now) <= 0
                                        && spell.to.compareTo(now) > 0));
            }
            wall = BEGIN.atZone(SEOUL).toInstant().plus(elapsed);
            if (is(Trouble.ASLEEP)) {
                links.forEach(link -> link.dead |= seed % 2 == 0 || random.nextInt(100) == 0);
                elapsed = elapsed.plusSeconds(20);
                recovery.slept();
                continue;
            }
            if (is(Trouble.KEY_HELD) || is(Trouble.CLOSING)) {
                List.copyOf(links).forEach(FakeLink::end);
            }
            List<Runnable> due = List.copyOf(later);
            later.clear();
            due.forEach(Runnable::run);
            links.forEach(FakeLink::step);
            service.pass(0);
            recovery.step("seed " + seed + " at " + korean());
            nanos += STEP;
            elapsed = elapsed.plusNanos(STEP);
        }
        assertThat(records).hasSizeGreaterThan(1_000);
        assertThat(recovery.judged).as("recoveries that were timed").isGreaterThan(10);
        assertBounds();
    }

    /// Times how long after the end of a trouble the next record comes.
    private final class Recovery {

        private Duration allowed = LINE;
        private boolean bad = true;
        private long goodSince;
        private int judged;

        void slept() {
            bad = true; // what it did to the link, only the wake-up shows: as after an outage of the line
        }

        void step(String what) {
            boolean other = is(Trouble.KEY_HELD) || is(Trouble.CLOSING) || is(Trouble.HOLLOW);
            if (isLineDown() || other || !isTrading()) {
                Duration needed = is(Trouble.HOLLOW) ? HOLLOW : other ? KEY : LINE;
                allowed = bad && allowed.compareTo(needed) > 0 ? allowed : needed;
                bad = true;
                goodSince = nanos;
                return;
            }
            boolean back = !records.isEmpty() && records.getLast() - goodSince > 0;
            if (back || !bad) {
                judged += bad ? 1 : 0;
                bad = false;
                allowed = LINE;
                goodSince = nanos;
                return;
            }
            assertThat(Duration.ofNanos(nanos - goodSince))
                    .as("%s: no record yet", what)
                    .isLessThanOrEqualTo(allowed.plus(RHYTHM));
        }
    }

    private void assertBounds() {
        List<Long> all = new ArrayList<>(met);
        all.addAll(unmet);
        all.sort(Long::compare);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i) - all.get(i - 1)).isGreaterThanOrEqualTo(ConnectBudget.SPACING.toNanos() - STEP);
        }
        assertThat(most(met, ConnectBudget.WINDOW)).isLessThanOrEqualTo(ConnectBudget.MOST);
        assertThat(most(unmet, Duration.ofHours(1))).isLessThanOrEqualTo(60 + ConnectBudget.MOST_UNMET + 2);
        List<Long> drought = new ArrayList<>();
        int next = 0;
        for (long at : met) {
            int before = next;
            while (next < records.size() && records.get(next) - at < 0) {
                next++;
            }
            if (next != before) {
                assertDrought(drought);
                drought.clear();
            }
            drought.add(at);
        }
        assertDrought(drought);
    }

    private static void assertDrought(List<Long> connects) {
        if (connects.isEmpty()) {
            return;
        }
        long hour = Duration.ofHours(1).toNanos();
        long begin = connects.getFirst();
        assertThat(connects.stream().filter(at -> at - begin < hour).count()).isLessThanOrEqualTo(20);
        List<Long> after = connects.stream().filter(at -> at - begin >= hour).toList();
        assertThat(most(after, Duration.ofHours(1))).isLessThanOrEqualTo(6 + 2);
    }

    private static long most(List<Long> times, Duration length) {
        long most = 0;
        int first = 0;
        for (int i = 0; i < times.size(); i++) {
            while (times.get(i) - times.get(first) >= length.toNanos()) {
                first++;
            }
            most = Math.max(most, i - first + 1L);
        }
        return most;
    }
}
