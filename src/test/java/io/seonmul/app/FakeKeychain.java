// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.app.keychain.Keychain;
import io.seonmul.app.keychain.KeychainException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A keychain in memory that can be absent, locked, deaf, forgetful or hang, as a test wishes.
final class FakeKeychain implements Keychain {

    /// What is wrong with it.
    enum Trouble {
        NONE,
        ABSENT,
        LOCKED,
        DECLINES,
        FORGETS,
        HANGS
    }

    final Map<String, String> secrets = new ConcurrentHashMap<>();
    volatile Trouble trouble = Trouble.NONE;
    private final CountDownLatch released = new CountDownLatch(1);

    /// Lets what hangs go on.
    void release() {
        trouble = Trouble.NONE;
        released.countDown();
    }

    @Override
    public boolean holds(String account) throws KeychainException {
        answer(true);
        return secrets.containsKey(account);
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        answer(false);
        @Nullable String secret = secrets.get(account);
        return trouble == Trouble.FORGETS ? Optional.empty() : Optional.ofNullable(secret);
    }

    @Override
    public void write(String account, String secret) throws KeychainException {
        answer(false);
        secrets.put(account, secret);
    }

    @Override
    public void delete(String account) throws KeychainException {
        answer(false);
        secrets.remove(account);
    }

    private void answer(boolean whileLocked) throws KeychainException {
        switch (trouble) {
            case NONE, FORGETS -> {}
            case ABSENT -> throw new KeychainException(KeychainException.Kind.ABSENT, "no bus");
            case LOCKED -> {
                if (!whileLocked) {
                    throw new KeychainException(KeychainException.Kind.LOCKED, "locked");
                }
            }
            case DECLINES -> {
                if (!whileLocked) {
                    throw new KeychainException(KeychainException.Kind.REFUSED, "declined");
                }
            }
            case HANGS -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
