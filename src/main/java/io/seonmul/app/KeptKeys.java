// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.concurrent.Task;

/// The window's view of the keys: those of the environment, or those in the vault, which is asked on threads beside the
/// FX thread. FX thread only.
final class KeptKeys implements KeySafe {

    private static final Logger LOG = Logger.getLogger(KeptKeys.class.getName());

    private final boolean inEnvironment;
    private final KeyVault vault;
    private final Predicate<AppKeys> use;

    /// @param use takes new keys into use at once, and says whether it did
    KeptKeys(Map<String, String> environment, KeyVault vault, Predicate<AppKeys> use) {
        this.inEnvironment = !environment.getOrDefault("KIS_APP_KEY", "").isBlank();
        this.vault = vault;
        this.use = use;
    }

    @Override
    public void whereabouts(Consumer<Whereabouts> then) {
        if (inEnvironment) {
            then.accept(new Whereabouts.Environment());
        } else {
            beside(
                    vault::whereabouts,
                    then,
                    failure -> LOG.log(Level.WARNING, "where the keys are cannot be found out", failure));
        }
    }

    @Override
    public void keep(String appKey, String secret, Consumer<Outcome> then) {
        AppKeys keys = new AppKeys(appKey, secret);
        beside(
                () -> {
                    vault.save(keys);
                    return keys;
                },
                kept -> then.accept(
                        !inEnvironment && use.test(kept) ? new Outcome.UsedNow() : new Outcome.UsedFromNextStart()),
                failure -> then.accept(new Outcome.Failed(message(failure))));
    }

    @Override
    public void forget(Consumer<Outcome> then) {
        beside(
                vault::forget,
                (Optional<Obstacle> obstacle) -> then.accept(
                        obstacle.<Outcome>map(Outcome.Obstructed::new).orElseGet(Outcome.UsedFromNextStart::new)),
                failure -> then.accept(new Outcome.Failed(message(failure))));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /// Does what may take as long as a person takes for a password, and hands the result to the FX thread.
    static <R> void beside(Callable<R> work, Consumer<R> done, Consumer<Throwable> failed) {
        Task<R> task = new Task<>() {
            @Override
            protected R call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(event -> done.accept(task.getValue()));
        task.setOnFailed(event -> failed.accept(task.getException()));
        Thread.ofPlatform().daemon().name("seonmul-ask-keys").start(task);
    }
}
