// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import static io.seonmul.app.keychain.KeychainException.Kind;
import static io.seonmul.app.keychain.NativeLibrary.bytes;
import static io.seonmul.app.keychain.NativeLibrary.isNull;
import static io.seonmul.app.keychain.NativeLibrary.target;
import static io.seonmul.app.keychain.NativeLibrary.text;
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The keychain of a Linux desktop: the Secret Service (GNOME Keyring, KWallet, KeePassXC) through libsecret.
///
/// One thread at a time. Ran with libsecret 0.20 and GNOME Keyring 42. Source: libsecret's `secret-password.h`.
final class SecretService implements Keychain {

    private static final int SEARCH_NONE = 0; // neither unlocks nor loads a secret
    private static final int IS_LOCKED = 2; // SECRET_ERROR_IS_LOCKED

    private final NativeLibrary secret = new NativeLibrary("libsecret-1.so.0");
    private final NativeLibrary glib = new NativeLibrary("libglib-2.0.so.0");
    private final NativeLibrary gobject = new NativeLibrary("libgobject-2.0.so.0");

    /// @throws KeychainException if libsecret is not installed
    SecretService() throws KeychainException {
        secret.symbol("secret_password_searchv_sync"); // the newest of what is called
    }

    /// One call's memory: the attributes by which the item is found, and room for an error.
    private final class Call implements AutoCloseable {
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment error = arena.allocate(ADDRESS);
        private final MemorySegment attributes =
                glib.pointer("g_hash_table_new", glib.symbol("g_str_hash"), glib.symbol("g_str_equal"));

        Call(String account) throws KeychainException {
            attribute("application", "seonmul");
            attribute("folder", account);
        }

        private void attribute(String name, String value) throws KeychainException {
            glib.run("g_hash_table_insert", attributes, arena.allocateFrom(name), arena.allocateFrom(value));
        }

        /// @throws KeychainException if the call just made failed
        void check(Kind kind) throws KeychainException {
            MemorySegment failure = target(error);
            if (isNull(failure)) {
                return;
            }
            MemorySegment fields = bytes(failure, 2 * JAVA_INT.byteSize() + ADDRESS.byteSize());
            boolean locked = fields.get(JAVA_INT, 0) == secret.integer("secret_error_get_quark")
                    && fields.get(JAVA_INT, JAVA_INT.byteSize()) == IS_LOCKED;
            String message = text(fields.get(ADDRESS, 2 * JAVA_INT.byteSize()));
            glib.run("g_error_free", failure);
            throw new KeychainException(locked ? Kind.LOCKED : kind, message);
        }

        @Override
        public void close() throws KeychainException {
            glib.run("g_hash_table_unref", attributes);
            arena.close();
        }
    }

    @Override
    public boolean holds(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            MemorySegment found = secret.pointer(
                    "secret_password_searchv_sync", NULL, call.attributes, SEARCH_NONE, NULL, call.error);
            call.check(Kind.ABSENT);
            glib.run("g_list_free_full", found, gobject.symbol("g_object_unref"));
            return !isNull(found);
        }
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            MemorySegment found =
                    secret.pointer("secret_password_lookupv_sync", NULL, call.attributes, NULL, call.error);
            call.check(Kind.REFUSED);
            if (isNull(found)) {
                if (holds(account)) {
                    throw new KeychainException(Kind.LOCKED, "the user did not unlock it");
                }
                return Optional.empty();
            }
            try {
                return Optional.of(text(found));
            } finally {
                secret.run("secret_password_free", found); // overwrites it
            }
        }
    }

    @Override
    public void write(String account, String text) throws KeychainException {
        try (Call call = new Call(account)) {
            MemorySegment handed = call.arena.allocateFrom(text);
            try {
                int stored = secret.integer(
                        "secret_password_storev_sync",
                        NULL,
                        call.attributes,
                        NULL, // the default collection
                        call.arena.allocateFrom("Seonmul: KIS Open API"),
                        handed,
                        NULL,
                        call.error);
                call.check(Kind.REFUSED);
                if (stored == 0) {
                    throw new KeychainException(Kind.LOCKED, "the user did not unlock it");
                }
            } finally {
                handed.fill((byte) 0);
            }
        }
    }

    @Override
    public void delete(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            secret.integer("secret_password_clearv_sync", NULL, call.attributes, NULL, call.error);
            call.check(Kind.REFUSED);
        }
        if (holds(account)) {
            throw new KeychainException(Kind.LOCKED, "the user did not unlock it");
        }
    }
}
