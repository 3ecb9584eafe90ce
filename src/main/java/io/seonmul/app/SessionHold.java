// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// This process's hold on the one connection that KIS allows an app key: a locked file in the state folder.
///
/// The system gives the lock back when the process ends, however it ends. The file is named by a hash of key and
/// server, so that a key is never on the disk and an exchange on this computer does not stand in KIS's way. Opened and
/// closed by one thread at a time.
final class SessionHold implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SessionHold.class.getName());
    private static final int HASH_BYTES = 8;
    private final String name;
    private final Optional<ProcessLock> file;
    private final Optional<ShowRequests> requests;

    private SessionHold(String name, Optional<ProcessLock> file, Optional<ShowRequests> requests) {
        this.name = name;
        this.file = file;
        this.requests = requests;
    }

    /// What came of asking for a hold.
    sealed interface Claim {

        /// It is ours until it is closed.
        record Ours(SessionHold hold) implements Claim {}

        /// Another process has it.
        ///
        /// @param pid its number, if it could be read
        /// @param socket where it can be asked to show its window
        record Taken(OptionalLong pid, Path socket) implements Claim {

            /// Asks the holder to bring its window to the front; blocks for a second at most.
            ///
            /// @return whether it did
            boolean showHolder() {
                return ShowRequests.ask(socket);
            }

            /// The line that says so.
            String line() {
                return "another seonmul" + (pid.isPresent() ? " (pid " + pid.getAsLong() + ")" : "")
                        + " holds the connection of this app key; close it or use another key";
            }
        }
    }

    /// Asks for the connection to `source`; the demo, and an exchange on this computer without keys, need no hold.
    ///
    /// Where the folder cannot hold a lock the monitor goes on without: KIS itself refuses a second session then.
    ///
    /// @param folder the state folder
    /// @param show brings this process's window to the front when another start asks for it, and says whether
    /// there is one; called on a thread of its own
    static Claim claim(FeedSource source, Path folder, BooleanSupplier show) {
        return switch (source) {
            case FeedSource.Demo _ -> free("");
            case FeedSource.Server server ->
                server.keys().equals(FeedSource.PLACEHOLDERS)
                        ? free("")
                        : claim(name(server.wsUrl(), server.keys()), folder, show);
        };
    }

    private static Claim free(String name) {
        return new Claim.Ours(new SessionHold(name, Optional.empty(), Optional.empty()));
    }

    private static Claim claim(String name, Path folder, BooleanSupplier show) {
        Path socket = folder.resolve(name + ".socket");
        try {
            Files.createDirectories(folder);
            return switch (ProcessLock.claim(folder.resolve(name + ".lock"))) {
                case ProcessLock.Claim.Ours(ProcessLock lock) ->
                    new Claim.Ours(new SessionHold(name, Optional.of(lock), ShowRequests.listen(socket, show)));
                case ProcessLock.Claim.Taken(OptionalLong pid) -> new Claim.Taken(pid, socket);
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "no lock in " + folder + ": a second session on this key is not noticed");
            return free(name);
        }
    }

    /// The hold, for a command that cannot ask anybody.
    ///
    /// @throws CommandException if another process has it
    static SessionHold require(FeedSource source, Path folder) throws CommandException {
        return switch (claim(source, folder, () -> false)) {
            case Claim.Ours ours -> ours.hold();
            case Claim.Taken taken -> throw new CommandException(ExitCode.UNEXPECTED, taken.line());
        };
    }

    /// The name of a connection; tells nothing of the key.
    private static String name(URI server, AppKeys keys) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((server.getAuthority() + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(keys.appKey().getBytes(StandardCharsets.UTF_8));
            return "session-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// Whether this is the hold on the connection to `source`.
    boolean covers(FeedSource.Server source) {
        return name.equals(name(source.wsUrl(), source.keys()));
    }

    /// Gives the connection free. The file stays: to delete it would let two processes lock two files of one name.
    @Override
    public void close() {
        requests.ifPresent(ShowRequests::close);
        file.ifPresent(ProcessLock::close);
    }
}
