// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import static io.seonmul.app.keychain.KeychainException.Kind;
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The login keychain of macOS. One thread at a time. **Never run**: written from `SecKeychain.h` and
/// `SecKeychainItem.h`, whose functions are flat C, deprecated and still there.
final class MacKeychain implements Keychain {

    private static final String FRAMEWORKS = "/System/Library/Frameworks/";
    private static final String SERVICE = "Seonmul: KIS Open API";
    private static final int NOT_FOUND = -25300; // errSecItemNotFound
    private static final int NO_INTERACTION = -25308; // errSecInteractionNotAllowed
    private static final int AUTH_FAILED = -25293; // errSecAuthFailed
    private static final int CANCELLED = -128; // errSecUserCanceled

    private final NativeLibrary security = new NativeLibrary(FRAMEWORKS + "Security.framework/Security");
    private final NativeLibrary foundation = new NativeLibrary(FRAMEWORKS + "CoreFoundation.framework/CoreFoundation");

    MacKeychain() throws KeychainException {}

    /// An item's name as the functions take it, and places for what they find.
    private static final class Call implements AutoCloseable {
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment service;
        private final MemorySegment account;
        private final MemorySegment length = arena.allocate(JAVA_INT);
        private final MemorySegment data = arena.allocate(ADDRESS);
        private final MemorySegment item = arena.allocate(ADDRESS);

        Call(String account) {
            this.service = bytes(SERVICE);
            this.account = bytes(account);
        }

        MemorySegment bytes(String text) {
            return arena.allocateFrom(JAVA_BYTE, text.getBytes(UTF_8));
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static int size(MemorySegment bytes) {
        return Math.toIntExact(bytes.byteSize());
    }

    private static boolean found(String function, int status) throws KeychainException {
        return switch (status) {
            case 0 -> true;
            case NOT_FOUND -> false;
            case NO_INTERACTION, AUTH_FAILED, CANCELLED ->
                throw new KeychainException(Kind.LOCKED, function + ": " + status);
            default -> throw new KeychainException(Kind.REFUSED, function + ": " + status);
        };
    }

    private boolean find(Call call, MemorySegment length, MemorySegment data) throws KeychainException {
        String function = "SecKeychainFindGenericPassword";
        return found(
                function,
                security.integer(
                        function,
                        NULL,
                        size(call.service),
                        call.service,
                        size(call.account),
                        call.account,
                        length,
                        data,
                        call.item));
    }

    private void release(Call call) throws KeychainException {
        foundation.run("CFRelease", NativeLibrary.target(call.item));
    }

    @Override
    public boolean holds(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            boolean found = find(call, NULL, NULL);
            if (found) {
                release(call);
            }
            return found;
        }
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            if (!find(call, call.length, call.data)) {
                return Optional.empty();
            }
            MemorySegment secret = NativeLibrary.bytes(NativeLibrary.target(call.data), call.length.get(JAVA_INT, 0));
            String text = new String(secret.toArray(JAVA_BYTE), UTF_8);
            secret.fill((byte) 0);
            security.integer("SecKeychainItemFreeContent", NULL, secret);
            release(call);
            return Optional.of(text);
        }
    }

    @Override
    public void write(String account, String text) throws KeychainException {
        try (Call call = new Call(account)) {
            MemorySegment secret = call.bytes(text);
            if (find(call, NULL, NULL)) {
                String function = "SecKeychainItemModifyAttributesAndData";
                found(
                        function,
                        security.integer(function, NativeLibrary.target(call.item), NULL, size(secret), secret));
                release(call);
            } else {
                String function = "SecKeychainAddGenericPassword";
                found(
                        function,
                        security.integer(
                                function,
                                NULL,
                                size(call.service),
                                call.service,
                                size(call.account),
                                call.account,
                                size(secret),
                                secret,
                                NULL));
            }
            secret.fill((byte) 0);
        }
    }

    @Override
    public void delete(String account) throws KeychainException {
        try (Call call = new Call(account)) {
            if (find(call, NULL, NULL)) {
                String function = "SecKeychainItemDelete";
                found(function, security.integer(function, NativeLibrary.target(call.item)));
                release(call);
            }
        }
    }
}
