// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.app.keychain.Keychain;
import io.seonmul.app.keychain.KeychainException;
import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe.Obstacle;
import io.seonmul.ui.settings.KeySafe.Whereabouts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the keys in the system's keychain, or else in the owner-only file. Any thread.
///
/// Keys leave a place only after they were read back from the other. Where both have some, those of the file are newer:
/// the file is removed as soon as the keychain has what is in it. What is in the file when it is loaded moves into the
/// keychain afterwards, and a start does not wait for it.
///
/// One thread does what is asked, in order; another makes the calls into the keychain, each with a deadline: a keychain
/// that does not answer is given up, and later calls wait behind the one that hangs until their own deadline.
final class KeychainFirst implements KeyVault {

    private static final Logger LOG = Logger.getLogger(KeychainFirst.class.getName());

    private final KeyFile file;
    private final String account;
    private final Deadlines deadlines;
    private final ExecutorService inOrder = thread("seonmul-keys");
    private final ExecutorService calls = thread("seonmul-keychain");
    private final Supplier<Keychain> opening;
    private @Nullable Keychain keychain; // the calls' thread only
    private @Nullable Whereabouts found; // the thread in order only

    /// How long a keychain is waited for.
    ///
    /// @param answer for what needs nobody
    /// @param person for what may wait until a person has typed a password
    record Deadlines(Duration answer, Duration person) {
        static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    /// @param keychain opened when it is first needed
    /// @param account under which the keychain has the keys of these settings
    KeychainFirst(Supplier<Keychain> keychain, KeyFile file, String account, Deadlines deadlines) {
        this.opening = keychain;
        this.file = file;
        this.account = account;
        this.deadlines = deadlines;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public Optional<AppKeys> load() throws IOException {
        return await(() -> {
            Optional<AppKeys> inFile = file.load();
            if (inFile.isEmpty()) {
                return inKeychain();
            }
            inOrder.execute(this::moveIn);
            return inFile;
        });
    }

    private Optional<AppKeys> inKeychain() {
        try {
            Optional<String> text = holds() ? ask(deadlines.person, known -> known.read(account)) : Optional.empty();
            Optional<AppKeys> keys = text.flatMap(KeyText::parse);
            found = keys.isPresent() ? new Whereabouts.Keychain() : new Whereabouts.Nowhere();
            return keys;
        } catch (Obstructed e) {
            withheld(e);
            return Optional.empty();
        }
    }

    private Optional<Obstacle> withheld(Obstructed e) {
        if (e.obstacle == Obstacle.ABSENT) {
            LOG.log(Level.INFO, "no keychain: {0}", e.getMessage());
            found = new Whereabouts.Nowhere();
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "the keychain may have keys and does not tell: {0}", e.getMessage());
        found = new Whereabouts.Withheld(e.obstacle);
        return Optional.of(e.obstacle);
    }

    /// Moves what is in the file by now, if it is there still.
    private void moveIn() {
        try {
            Optional<AppKeys> keys = file.load();
            if (keys.isPresent()) {
                store(keys.get());
                file.forget();
                found = new Whereabouts.Keychain();
                LOG.info("the keys moved from the file into the keychain");
            }
        } catch (Obstructed e) {
            LOG.log(Level.WARNING, "the keys stay in the file: {0}", e.getMessage());
            found = inFile(e.obstacle);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the keys stay in the file", e);
            found = inFile(Obstacle.REFUSED);
        }
    }

    @Override
    public void save(AppKeys keys) throws IOException {
        await(() -> {
            try {
                store(keys);
            } catch (Obstructed e) {
                LOG.log(Level.WARNING, "the keys go into the file: {0}", e.getMessage());
                file.save(keys);
                found = inFile(e.obstacle);
                return keys;
            }
            file.forget(); // if it stays, what it holds counts as newer: the user must know
            found = new Whereabouts.Keychain();
            return keys;
        });
    }

    /// Puts the keys into the keychain and reads them back.
    private void store(AppKeys keys) throws Obstructed, IOException {
        String text = KeyText.of(keys);
        holds(); // whether anything answers is found out without a person
        ask(deadlines.person, known -> {
            known.write(account, text);
            return text;
        });
        if (!ask(deadlines.person, known -> known.read(account)).equals(Optional.of(text))) {
            throw new Obstructed(Obstacle.REFUSED, "it did not give back what it was given");
        }
    }

    @Override
    public Optional<Obstacle> forget() throws IOException {
        return await(() -> {
            file.forget();
            try {
                if (holds()) {
                    ask(deadlines.person, known -> {
                        known.delete(account);
                        return account;
                    });
                }
                found = new Whereabouts.Nowhere();
                return Optional.empty();
            } catch (Obstructed e) {
                return withheld(e);
            }
        });
    }

    @Override
    public Whereabouts whereabouts() throws IOException {
        return await(() -> {
            Whereabouts known = found;
            if (known == null) {
                moveIn();
                known = found;
            }
            return known == null ? unread() : known;
        });
    }

    /// Where keys are that nobody has asked for yet.
    private Whereabouts unread() {
        try {
            return holds() ? new Whereabouts.Keychain() : new Whereabouts.Nowhere();
        } catch (Obstructed e) {
            return e.obstacle == Obstacle.ABSENT ? new Whereabouts.Nowhere() : new Whereabouts.Withheld(e.obstacle);
        }
    }

    private Whereabouts inFile(Obstacle obstacle) {
        return new Whereabouts.OwnerOnlyFile(file.path().toString(), obstacle);
    }

    private boolean holds() throws Obstructed {
        return ask(deadlines.answer, known -> known.holds(account));
    }

    /// The keychain was not able to do it.
    private static final class Obstructed extends Exception {
        private static final long serialVersionUID = 1L;
        private final Obstacle obstacle;

        Obstructed(Obstacle obstacle, String detail) {
            super(obstacle + ": " + detail);
            this.obstacle = obstacle;
        }
    }

    @FunctionalInterface
    private interface Call<R> {
        R on(Keychain keychain) throws KeychainException;
    }

    private Keychain opened() {
        Keychain known = keychain;
        if (known == null) {
            known = opening.get();
            keychain = known;
        }
        return known;
    }

    /// Has the keychain's thread make one call. Given up, it is not made any more, unless it is under way.
    private <R> R ask(Duration deadline, Call<R> call) throws Obstructed {
        Future<R> answer = calls.submit(() -> call.on(opened()));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new Obstructed(Obstacle.SILENT, "no answer within " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new Obstructed(Obstacle.SILENT, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeychainException known) {
                throw new Obstructed(
                        switch (known.kind()) {
                            case ABSENT -> Obstacle.ABSENT;
                            case LOCKED -> Obstacle.LOCKED;
                            case REFUSED -> Obstacle.REFUSED;
                        },
                        String.valueOf(known.getMessage()));
            }
            LOG.log(Level.SEVERE, "unexpected", e.getCause());
            throw new Obstructed(Obstacle.REFUSED, "unexpected");
        }
    }

    private <R> R await(Callable<R> work) throws IOException {
        try {
            return inOrder.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException("unexpected", e.getCause());
        }
    }
}
