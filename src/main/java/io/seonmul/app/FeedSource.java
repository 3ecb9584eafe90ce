// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.protocol.CustomerType;
import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the monitor is to be connected to. Immutable.
sealed interface FeedSource {

    /// What an exchange on this computer is sent where there are no keys.
    AppKeys PLACEHOLDERS = new AppKeys("LOOPBACK", "LOOPBACK");

    /// A server somewhere: KIS's own, or one that speaks like it.
    ///
    /// @param restUrl where approval keys are issued
    /// @param wsUrl where the feed is
    /// @param customer the kind of account
    /// @param keys the user's keys
    record Server(URI restUrl, URI wsUrl, CustomerType customer, AppKeys keys) implements FeedSource {}

    /// The embedded exchange, started and ended with the connection.
    record Demo() implements FeedSource {}

    /// Finds out what the user wants: the command line before the environment, the environment before what is kept.
    ///
    /// An exchange on this computer needs no keys of KIS; without any, placeholders are sent to it.
    ///
    /// @return empty if keys are needed and there are none
    /// @throws CommandException (usage) if the options contradict one another or kept keys are unreadable
    static Optional<FeedSource> of(ConnectionOptions options, Map<String, String> environment, KeyVault vault)
            throws CommandException {
        options.check();
        if (options.demo()) {
            return Optional.of(new Demo());
        }
        URI rest = options.restUrl().orElse(URI.create(Addresses.KIS_REST));
        URI ws = options.wsUrl().orElse(URI.create(Addresses.KIS_WS));
        CustomerType customer = options.customer().orElse(CustomerType.PERSON);
        Optional<AppKeys> keys = keysIn(environment);
        if (keys.isEmpty()) {
            keys = keysIn(vault);
        }
        if (keys.isEmpty() && Addresses.isLoopback(rest) && Addresses.isLoopback(ws)) {
            keys = Optional.of(PLACEHOLDERS);
        }
        return keys.map(found -> new Server(rest, ws, customer, found));
    }

    private static Optional<AppKeys> keysIn(Map<String, String> environment) throws CommandException {
        String key = environment.getOrDefault("KIS_APP_KEY", "").strip();
        String secret = environment.getOrDefault("KIS_APP_SECRET", "").strip();
        if (key.isEmpty() != secret.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    key.isEmpty()
                            ? "KIS_APP_SECRET is set but KIS_APP_KEY is not"
                            : "KIS_APP_KEY is set but KIS_APP_SECRET is not");
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(new AppKeys(key, secret));
    }

    private static Optional<AppKeys> keysIn(KeyVault vault) throws CommandException {
        try {
            return vault.load();
        } catch (IOException e) {
            throw CommandException.of(ExitCode.USAGE, e);
        }
    }

    /// The line for a user without keys, or whose keychain does not give them out.
    static CommandException noKeys(KeyVault vault) {
        String line = "no keys: set KIS_APP_KEY and KIS_APP_SECRET, enter them in the window, or use --demo";
        try {
            return new CommandException(
                    ExitCode.USAGE,
                    vault.whereabouts() instanceof KeySafe.Whereabouts.Withheld withheld
                            ? line + "; the system's keychain may have some, but it is "
                                    + withheld.obstacle().name().toLowerCase(Locale.ROOT)
                            : line);
        } catch (IOException e) {
            return CommandException.of(ExitCode.USAGE, e);
        }
    }
}
