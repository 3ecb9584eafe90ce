// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.SnapshotCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `seonmul`: the monitor's window.
@CommandLine.Command(
        name = "seonmul",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A desktop monitor of Korean index futures, fed by KIS's real-time wire.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Keys: KIS_APP_KEY and KIS_APP_SECRET, or those entered in the window.",
            "Exit codes: 0 done, 2 wrong usage, 3 some code never ticked, 4 keys",
            "refused, 5 no connection, 1 another seonmul holds the connection of the app",
            "key, or anything unexpected (see the log file)."
        })
final class MonitorCommand implements Command {

    private static final Logger LOG = Logger.getLogger(MonitorCommand.class.getName());
    private static final Duration USUAL_LENGTH = Duration.ofSeconds(10);
    private static final Path USUAL_FOLDER = Path.of("target", "demo");

    @Mixin
    private final ConnectionOptions connection;

    @Option(
            names = "--capture",
            paramLabel = "DIR",
            converter = FilePaths.class,
            description = "After --for, write a picture of the window and a snapshot CSV into DIR, and end. Without a"
                    + " display that is done anyway (default: target/demo).")
    private Optional<Path> capture = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long to run, such as 500ms, 10s or 2m (default: until the window is closed; for a"
                    + " capture 10s).")
    private Optional<Duration> length = Optional.empty();

    MonitorCommand(ConnectionOptions connection) {
        this.connection = connection;
    }

    @Override
    public ExitCode run(Surroundings surroundings) throws CommandException, IOException, InterruptedException {
        Optional<FeedSource> source = FeedSource.of(connection, surroundings.environment(), surroundings.vault());
        boolean display = Display.isThere(surroundings.environment());
        if (!display) {
            if (source.isEmpty()) {
                throw FeedSource.noKeys(surroundings.vault());
            }
            Display.doWithout();
        }
        Optional<Duration> time = display ? length : length.or(() -> Optional.of(USUAL_LENGTH));
        if (capture.isPresent() && time.isEmpty()) {
            time = Optional.of(USUAL_LENGTH);
        }
        Path folder = capture.orElse(USUAL_FOLDER);
        boolean pictured = capture.isPresent() || !display;
        if (pictured) {
            makeFolder(folder);
        }
        if (!display) {
            surroundings.remark("no display: running without one, a picture and a snapshot come into "
                    + folder.toAbsolutePath().normalize());
        }
        try (Remembered remembered =
                new Remembered(new SettingsStore(surroundings.folders().config()), surroundings::remark)) {
            remembered.warning().ifPresent(surroundings::remark);
            Desktop desktop = new Desktop(
                    surroundings, remembered, surroundings.products(), new Desktop.Length(time, pictured), display);
            Optional<Desktop.Shot> shot = desktop.run(source);
            if (shot.isPresent()) {
                write(shot.get(), folder, surroundings.out());
            }
        } catch (UnsupportedOperationException e) {
            return withoutDisplay(surroundings, e);
        }
        return ExitCode.DONE;
    }

    private static void makeFolder(Path folder) throws CommandException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--capture " + folder + ": the folder cannot be made: " + e.getMessage(), e);
        }
    }

    private static void write(Desktop.Shot shot, Path folder, PrintStream out) throws IOException {
        out.println(Picture.write(folder.resolve("window.png"), shot.picture()));
        out.println(SnapshotCsv.write(folder.resolve("snapshot.csv"), shot.rows()));
        out.flush();
    }

    private static ExitCode withoutDisplay(Surroundings surroundings, UnsupportedOperationException cause)
            throws CommandException, IOException, InterruptedException {
        if (!Display.isThere(surroundings.environment())) {
            throw CommandException.of(ExitCode.UNEXPECTED, cause);
        }
        LOG.log(Level.WARNING, "the display cannot be opened", cause);
        surroundings.remark("the display cannot be opened: " + cause.getMessage());
        Optional<ExitCode> code = Again.withoutDisplay(surroundings.stop());
        return code.orElseThrow(() -> CommandException.of(ExitCode.UNEXPECTED, cause));
    }
}
