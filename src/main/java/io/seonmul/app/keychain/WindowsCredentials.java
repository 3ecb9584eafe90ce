// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import static io.seonmul.app.keychain.KeychainException.Kind;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// The Credential Manager of Windows. One thread at a time. **Never run**: written from `wincred.h`, 64 bits only.
final class WindowsCredentials implements Keychain {

    private static final int GENERIC = 1; // CRED_TYPE_GENERIC
    private static final int LOCAL_MACHINE = 2; // CRED_PERSIST_LOCAL_MACHINE
    private static final int NOT_FOUND = 1168; // ERROR_NOT_FOUND

    // CREDENTIALW of 64 bits: where the fields are that matter here
    private static final long SIZE = 80;
    private static final long TYPE = 4;
    private static final long TARGET_NAME = 8;
    private static final long BLOB_SIZE = 32;
    private static final long BLOB = 40;
    private static final long PERSIST = 48;
    private static final long USER_NAME = 72;

    private final NativeLibrary advapi = new NativeLibrary("advapi32.dll");

    WindowsCredentials() throws KeychainException {
        if (ADDRESS.byteSize() != Long.BYTES) {
            throw new KeychainException(Kind.ABSENT, "not a system of 64 bits");
        }
    }

    private static MemorySegment target(Arena arena, String account) {
        return arena.allocateFrom("Seonmul:" + account, UTF_16LE);
    }

    /// Calls a function that returns false if it fails; whether it found what it is about.
    private boolean call(Arena arena, String function, Object... arguments) throws KeychainException {
        MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
        if (advapi.integerWithLastError(state, function, arguments) != 0) {
            return true;
        }
        int error = state.get(JAVA_INT, 0);
        if (error == NOT_FOUND) {
            return false;
        }
        throw new KeychainException(Kind.REFUSED, function + ": error " + error);
    }

    @Override
    public boolean holds(String account) throws KeychainException {
        return read(account).isPresent();
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            if (!call(arena, "CredReadW", target(arena, account), GENERIC, 0, found)) {
                return Optional.empty();
            }
            MemorySegment credential = NativeLibrary.bytes(NativeLibrary.target(found), SIZE);
            MemorySegment blob =
                    NativeLibrary.bytes(credential.get(ADDRESS, BLOB), credential.get(JAVA_INT, BLOB_SIZE));
            String text = new String(blob.toArray(ValueLayout.JAVA_BYTE), UTF_8);
            blob.fill((byte) 0);
            advapi.run("CredFree", credential);
            return Optional.of(text);
        }
    }

    @Override
    public void write(String account, String secret) throws KeychainException {
        try (Arena arena = Arena.ofConfined()) {
            byte[] text = secret.getBytes(UTF_8);
            MemorySegment blob = arena.allocateFrom(ValueLayout.JAVA_BYTE, text);
            MemorySegment credential = arena.allocate(SIZE, Long.BYTES);
            credential.set(JAVA_INT, TYPE, GENERIC);
            credential.set(ADDRESS, TARGET_NAME, target(arena, account));
            credential.set(JAVA_INT, BLOB_SIZE, text.length);
            credential.set(ADDRESS, BLOB, blob);
            credential.set(JAVA_INT, PERSIST, LOCAL_MACHINE);
            credential.set(ADDRESS, USER_NAME, arena.allocateFrom("KIS Open API", UTF_16LE));
            if (!call(arena, "CredWriteW", credential, 0)) {
                throw new KeychainException(Kind.REFUSED, "CredWriteW: no such logon session");
            }
            blob.fill((byte) 0);
        }
    }

    @Override
    public void delete(String account) throws KeychainException {
        try (Arena arena = Arena.ofConfined()) {
            call(arena, "CredDeleteW", target(arena, account), GENERIC, 0);
        }
    }
}
