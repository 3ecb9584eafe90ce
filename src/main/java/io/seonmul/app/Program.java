// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.app.keychain.Keychain;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program as its caller sees it: arguments in, lines on two streams and an exit code out.
///
/// An error is one line on the error stream; its stack trace, if it has one, goes to the log file only.
final class Program {

    private static final Logger LOG = Logger.getLogger(Program.class.getName());

    private final StopSignal stop;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    Program(StopSignal stop, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.stop = stop;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /// Does what `arguments` ask, on the calling thread.
    ExitCode run(String... arguments) {
        ConnectionOptions options = new ConnectionOptions();
        CommandLine grammar = grammar(options);
        try {
            ParseResult parsed = grammar.parseArgs(arguments);
            if (CommandLine.executeHelpRequest(parsed) != null) {
                return ExitCode.DONE;
            }
            List<CommandLine> chain = parsed.asCommandLineList();
            return run(chain.getLast().getCommand(), options);
        } catch (ParameterException e) {
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            return fail(ExitCode.USAGE, firstLine(e) + " (try: " + command + " --help)");
        } catch (CommandException e) {
            return fail(e.exitCode(), firstLine(e));
        }
    }

    private CommandLine grammar(ConnectionOptions options) {
        CommandLine grammar = new CommandLine(new MonitorCommand(options))
                .addSubcommand(new SnapshotCommand())
                .addSubcommand(new WatchCommand())
                .addSubcommand(new ExchangeCommand());
        return grammar.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private ExitCode run(Command command, ConnectionOptions options) throws CommandException {
        AppFolders folders = AppFolders.ofThisProcess(options.home());
        try (LogFile log = LogFile.open(folders.state(), line -> err.println("seonmul: " + line))) {
            LOG.info(() -> "seonmul " + Version.number() + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + ": " + command.getClass().getSimpleName());
            try {
                return command.run(
                        new Command.Surroundings(options, folders, stop, out, err, environment, vault(folders)));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "failed", e);
                return fail(ExitCode.UNEXPECTED, firstLine(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return fail(ExitCode.UNEXPECTED, "interrupted");
            } catch (CommandException e) {
                LOG.log(Level.WARNING, "ended with " + e.exitCode(), e);
                throw e;
            } catch (RuntimeException | Error e) {
                if (stop.isStopping()) {
                    // What starts while the process goes down cannot: the toolkit, for one, wants a shutdown hook.
                    LOG.log(Level.INFO, "ended while starting", e);
                    return ExitCode.DONE;
                }
                LOG.log(Level.SEVERE, "unexpected", e);
                return fail(ExitCode.UNEXPECTED, "unexpected: " + firstLine(e) + "; " + log.hint());
            }
        }
    }

    private static KeyVault vault(AppFolders folders) {
        return new KeychainFirst(
                Keychain::ofThisSystem,
                new KeyFile(folders.config()),
                folders.config().toString(),
                KeychainFirst.Deadlines.DEFAULT);
    }

    private ExitCode fail(ExitCode code, String line) {
        err.println("seonmul: " + line);
        err.flush();
        return code;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
