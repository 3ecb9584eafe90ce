// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import io.seonmul.market.TradingCalendar;
import io.seonmul.ui.limits.LimitJournal;
import io.seonmul.ui.main.LimitPorts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The day's limit events as lines of JSON in a file that is only appended to, one file a trading day.
///
/// [#open] reads and blocks; after that any thread may append, and a thread of its own writes. A day ends at 06:00
/// Korean time, with the night session. [#DAYS] files are kept. A line that cannot be read is left out and counted in
/// the log. A failure to write is reported once and so is its end, and the monitor goes on meanwhile; likewise that a
/// day
/// has more lines than are kept.
final class LimitJournalFile implements LimitJournal, AutoCloseable {

    /// How many days' files are kept.
    static final int DAYS = 14;

    private static final Logger LOG = Logger.getLogger(LimitJournalFile.class.getName());
    /// How many lines are written a day.
    private static final int MOST_LINES = 50_000;

    private static final int MOST_WAITING = 10_000;
    private static final Duration DAY_ENDS = Duration.ofHours(6);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Path folder;
    private final JournalName name;
    private final InstantSource clock;
    private final List<Kept> kept;
    private final AtomicReference<Optional<LimitPorts.Trouble>> trouble = new AtomicReference<>(Optional.empty());
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("seonmul-limits").daemon().factory());
    private final int mostLines;
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean failed;
    /// The writing thread's own.
    private LocalDate dayOfLines;

    private int lines;
    /// The day whose file is known to end with a whole line.
    private Optional<LocalDate> wholeSince = Optional.empty();

    private LimitJournalFile(Path folder, JournalName name, InstantSource clock, List<Kept> kept, int mostLines) {
        this.mostLines = mostLines;
        this.dayOfLines = day(clock.instant());
        this.lines = kept.size();
        this.folder = folder;
        this.name = name;
        this.clock = clock;
        this.kept = kept;
    }

    /// Reads what was kept today.
    ///
    /// @param name tells the files of one market from those of another; a second window of the home has its own
    static LimitJournalFile open(Path folder, String name, InstantSource clock) {
        return open(folder, name, clock, MOST_LINES);
    }

    static LimitJournalFile open(Path folder, String name, InstantSource clock, int mostLines) {
        JournalName own = JournalName.claim(folder, name);
        LimitJournalFile journal = new LimitJournalFile(
                folder, own, clock, read(file(folder, own.text(), day(clock.instant()))), mostLines);
        journal.removeOld();
        return journal;
    }

    private static LocalDate day(Instant instant) {
        return instant.minus(DAY_ENDS).atZone(TradingCalendar.SEOUL).toLocalDate();
    }

    private static Path file(Path folder, String name, LocalDate day) {
        return folder.resolve(name + "-" + DAY.format(day) + ".jsonl");
    }

    private static List<Kept> read(Path file) {
        Map<Long, Kept> byNumber = new LinkedHashMap<>();
        int unread = 0;
        try {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                try {
                    take(JSON.std.mapFrom(line), byNumber);
                } catch (IOException | RuntimeException e) { // a line may hold anything
                    unread++;
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "cannot read " + file);
        }
        if (unread > 0) {
            LOG.log(Level.WARNING, "{0} lines of {1} cannot be read", new Object[] {unread, file});
        }
        return List.copyOf(byNumber.values());
    }

    private static void take(Map<String, Object> line, Map<Long, Kept> byNumber) {
        if (line.get("acknowledged") instanceof Number number) {
            Kept before = byNumber.get(number.longValue());
            if (before != null) {
                Acknowledgement acknowledgement =
                        new Acknowledgement(Instant.parse(text(line, "at")), text(line, "note"));
                byNumber.put(before.number(), new Kept(before.number(), before.event(), Optional.of(acknowledgement)));
            }
            return;
        }
        long number = whole(line, "number");
        byNumber.put(number, new Kept(number, event(line), Optional.empty()));
    }

    private static LimitEvent event(Map<String, Object> line) {
        InstrumentCode code = new InstrumentCode(text(line, "code"));
        return new LimitEvent(
                whole(line, "sequence"),
                code,
                LocalTime.ofSecondOfDay(whole(line, "time")),
                Instant.parse(text(line, "receivedAt")),
                LimitEvent.Kind.valueOf(text(line, "kind")),
                LimitEvent.Severity.valueOf(text(line, "severity")),
                Price.ofHundredths(whole(line, "price")),
                line.get("limit") instanceof Number limit
                        ? Optional.of(Price.ofHundredths(limit.longValue()))
                        : Optional.empty(),
                ((Number) required(line, "figure")).doubleValue(),
                text(line, "detail"),
                whole(line, "withheld"),
                line.get("rule") instanceof Map<?, ?> rule
                        ? Optional.of(RecordTree.read(rule, AlertRule.lastCrosses(code, Price.ZERO)))
                        : Optional.empty(),
                text(line, "raw"));
    }

    private static Object required(Map<String, Object> line, String key) {
        Object value = line.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static String text(Map<String, Object> line, String key) {
        return required(line, key).toString();
    }

    private static long whole(Map<String, Object> line, String key) {
        return ((Number) required(line, key)).longValue();
    }

    @Override
    public List<Kept> kept() {
        return kept;
    }

    @Override
    public void told(long number, LimitEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("number", number);
        line.put("sequence", event.sequence());
        line.put("code", event.code().text());
        line.put("time", event.time().toSecondOfDay());
        line.put("receivedAt", event.receivedAt().toString());
        line.put("kind", event.kind().name());
        line.put("severity", event.severity().name());
        line.put("price", event.price().hundredths());
        line.put("limit", event.reference().map(Price::hundredths).orElse(null));
        line.put("figure", event.figure());
        line.put("detail", event.detail());
        line.put("withheld", event.withheld());
        line.put("rule", event.rule().map(RecordTree::of).orElse(null));
        line.put("raw", event.raw());
        append(line);
    }

    @Override
    public void acknowledged(long number, Acknowledgement acknowledgement) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("acknowledged", number);
        line.put("at", acknowledgement.at().toString());
        line.put("note", acknowledgement.note());
        append(line);
    }

    private void append(Map<String, @Nullable Object> line) {
        LocalDate day = day(clock.instant());
        try {
            writer.execute(() -> write(line, day));
        } catch (RejectedExecutionException e) {
            if (!writer.isShutdown()) {
                lost.incrementAndGet();
                fail(MOST_WAITING + " lines wait for the disk");
            }
        }
    }

    private void write(Map<String, @Nullable Object> line, LocalDate day) {
        if (!day.equals(dayOfLines)) {
            dayOfLines = day;
            lines = 0;
        }
        if (lines == mostLines) {
            lost.incrementAndGet();
            fail("more than " + mostLines + " lines a day");
            return;
        }
        lines++;
        try {
            Files.createDirectories(folder);
            Path file = file(folder, name.text(), day);
            Files.writeString(
                    file,
                    (endsWithinALine(file) ? "\n" : "") + JSON.std.asString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            wholeSince = Optional.of(day);
            recover();
        } catch (IOException e) {
            wholeSince = Optional.empty();
            lost.incrementAndGet();
            LOG.log(failed ? Level.FINE : Level.WARNING, e, () -> "cannot append to the limit events in " + folder);
            fail(String.valueOf(e.getMessage()));
        }
    }

    /// Whether what was written last, by a process that was killed or on a disk that was full, is half a line.
    private boolean endsWithinALine(Path file) throws IOException {
        if (wholeSince.equals(Optional.of(dayOfLines)) || Files.notExists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void fail(String reason) {
        if (!failed) {
            failed = true;
            trouble.set(Optional.of(new LimitPorts.Trouble(LimitPorts.Trouble.Kind.NOT_KEPT, reason)));
        }
    }

    private void recover() {
        if (failed) {
            failed = false;
            trouble.set(Optional.of(
                    new LimitPorts.Trouble(LimitPorts.Trouble.Kind.KEPT_AGAIN, Long.toString(lost.getAndSet(0)))));
        }
    }

    /// Events that were not kept since the last that was.
    long lost() {
        return lost.get();
    }

    /// Why events are not kept, or that they are again; once each.
    Optional<LimitPorts.Trouble> takeTrouble() {
        return trouble.getAndSet(Optional.empty());
    }

    private void removeOld() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ours = new ArrayList<>(
                    files.filter(file -> String.valueOf(file.getFileName()).matches(name.text() + "-\\d{8}\\.jsonl"))
                            .sorted(Comparator.reverseOrder())
                            .toList());
            for (Path old : ours.subList(Math.min(DAYS, ours.size()), ours.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "cannot tidy " + folder);
        }
    }

    /// Writes what waits, for two seconds at most.
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        name.close();
    }
}
