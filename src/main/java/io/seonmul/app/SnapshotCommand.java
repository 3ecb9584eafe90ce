// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.AtomicFile;
import io.seonmul.export.ExportException;
import io.seonmul.export.SnapshotCsv;
import io.seonmul.export.SnapshotRow;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `seonmul snapshot`: the newest record of every code into a CSV file, without a window.
@CommandLine.Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Write the newest record of every code to a CSV file.",
            "It ends when every code has a record, or the wait is over: then the file is written nevertheless, and the"
                    + " exit code is 3."
        })
final class SnapshotCommand implements Command {

    @Mixin
    private CodeOption codes = new CodeOption();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long to wait at most, such as 500ms, 10s or 2m (default: 10s).")
    private Duration patience = Duration.ofSeconds(10);

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            converter = FilePaths.class,
            description = "The file to write or replace; a pipe or device, such as /dev/stdout, is written to.")
    private Path out = Path.of("");

    @Override
    public ExitCode run(Surroundings surroundings) throws CommandException, IOException, InterruptedException {
        List<InstrumentCode> watched = WatchedCodes.parse(codes.typed());
        requireFolder();
        try (Headless feed = Headless.open(surroundings, watched)) {
            long deadline = System.nanoTime() + patience.toNanos();
            long left = patience.toNanos();
            while (left > 0 && !feed.isOver() && !surroundings.stop().isStopping()) {
                feed.looked();
                if (!feed.isOver()) {
                    feed.next(Duration.ofNanos(left));
                }
                left = deadline - System.nanoTime();
            }
            feed.requireConnection();
            List<SnapshotRow> rows = watched.stream()
                    .map(code -> new SnapshotRow(code, feed.registration(code).word(), feed.snapshot(code)))
                    .toList();
            Path written = write(rows);
            if (!AtomicFile.isPassage(written)) {
                surroundings.out().println(written);
                surroundings.out().flush();
            }
            return report(feed, surroundings);
        }
    }

    /// Said before the wait, not after it.
    private void requireFolder() throws CommandException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(out)) {
            throw new CommandException(ExitCode.USAGE, "--out " + out + " is a folder; give the name of a file in it");
        } else if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    ExitCode.USAGE, "--out: there is no folder " + folder + "; make it, or choose another");
        }
    }

    private Path write(List<SnapshotRow> rows) throws CommandException {
        try {
            return SnapshotCsv.write(out, rows);
        } catch (ExportException e) {
            throw CommandException.of(ExitCode.UNEXPECTED, e);
        }
    }

    static ExitCode report(Headless feed, Surroundings surroundings) {
        List<InstrumentCode> silent = feed.silent();
        if (silent.isEmpty()) {
            return ExitCode.DONE;
        }
        surroundings.remark("no tick came of "
                + silent.stream()
                        .map(code -> code + " (" + feed.registration(code).word() + ")")
                        .collect(Collectors.joining(", ")));
        return ExitCode.NO_TICK;
    }
}
