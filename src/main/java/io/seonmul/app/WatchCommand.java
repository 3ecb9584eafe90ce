// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.session.SessionState;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `seonmul watch`: what happens to the feed, one JSON object a line, without a window.
@CommandLine.Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tell on stdout what happens to the feed, one JSON object a line.",
            "Once a minute and at the end a line tells the session's counts and how much waited for it.",
            "It ends when --for is over or by Ctrl+C, with one summary a code; exit code 3 if some code never ticked."
        })
final class WatchCommand implements Command {

    private static final Duration LONG = Duration.ofHours(1);

    @Mixin
    private CodeOption codes = new CodeOption();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long, such as 500ms, 10s or 2m (default: until Ctrl+C).")
    private Optional<Duration> length = Optional.empty();

    @Override
    public ExitCode run(Surroundings surroundings) throws CommandException, IOException, InterruptedException {
        List<InstrumentCode> watched = WatchedCodes.parse(codes.typed());
        PrintStream out = surroundings.out();
        try (Headless feed = Headless.open(surroundings, watched)) {
            long start = System.nanoTime();
            Duration left = length.orElse(LONG);
            while (left.isPositive() && !isOver(feed, surroundings)) {
                Optional<Headless.News> news = feed.next(left);
                feed.looked();
                news.ifPresent(item -> print(item, feed, out));
                if (length.isPresent()) {
                    left = length.get().minusNanos(System.nanoTime() - start);
                }
            }
            for (Optional<Headless.News> rest = feed.next(Duration.ZERO);
                    rest.isPresent();
                    rest = feed.next(Duration.ZERO)) {
                print(rest.get(), feed, out);
            }
            out.println(JsonLines.summary(feed.status().counters()));
            for (InstrumentCode code : watched) {
                out.println(JsonLines.summary(
                        code, feed.snapshot(code).map(InstrumentSnapshot::audit), feed.rejected(code)));
            }
            out.flush();
            feed.requireConnection();
            return SnapshotCommand.report(feed, surroundings);
        }
    }

    private static boolean isOver(Headless feed, Command.Surroundings surroundings) {
        return surroundings.stop().isStopping()
                || surroundings.out().checkError()
                || feed.status().state() instanceof SessionState.Failed;
    }

    private static void print(Headless.News news, Headless feed, PrintStream out) {
        long omitted = feed.omitted();
        if (omitted > 0) {
            out.println(JsonLines.omitted(omitted));
        }
        if (news instanceof Headless.News.Event(var event)) {
            out.println(JsonLines.of(event));
            out.flush();
        }
    }
}
