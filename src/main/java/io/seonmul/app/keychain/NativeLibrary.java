// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;

/// A library of the operating system and the calls into it, for the few that a keychain needs. Immutable; any thread.
///
/// An argument's Java type says its C type: `Integer` is a 32-bit integer, `MemorySegment` a pointer. The caller
/// answers
/// for it that the function takes these. Each call is linked anew, which takes milliseconds: not for frequent calls.
@SuppressWarnings("restricted") // to call into the system is the purpose; the launcher allows it to this module
final class NativeLibrary {

    private static final Linker LINKER = Linker.nativeLinker();

    private final String name;
    private final SymbolLookup symbols;

    /// Loads a library for as long as the process lives.
    ///
    /// @throws KeychainException (absent) if the system does not have it
    NativeLibrary(String name) throws KeychainException {
        this.name = name;
        try {
            this.symbols = SymbolLookup.libraryLookup(name, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new KeychainException(KeychainException.Kind.ABSENT, name + " is not installed");
        }
    }

    /// The address of a function or variable.
    ///
    /// @throws KeychainException (absent) if the library is too old to have it
    MemorySegment symbol(String function) throws KeychainException {
        return symbols.find(function)
                .orElseThrow(() -> new KeychainException(
                        KeychainException.Kind.ABSENT, name + " is too old: it has no " + function));
    }

    /// Calls a function that returns a 32-bit integer or a C boolean.
    int integer(String function, Object... arguments) throws KeychainException {
        return (int) call(FunctionDescriptor.of(JAVA_INT, layouts(arguments)), function, arguments);
    }

    /// Calls a function that returns a pointer.
    MemorySegment pointer(String function, Object... arguments) throws KeychainException {
        return (MemorySegment) call(FunctionDescriptor.of(ADDRESS, layouts(arguments)), function, arguments);
    }

    /// Calls a function whose result is nothing, or of no use.
    void run(String function, Object... arguments) throws KeychainException {
        call(FunctionDescriptor.ofVoid(layouts(arguments)), function, arguments);
    }

    /// As [#integer], with the thread's last error of Windows put into `state` (see [Linker.Option#captureCallState]).
    int integerWithLastError(MemorySegment state, String function, Object... arguments) throws KeychainException {
        Object[] all = new Object[arguments.length + 1];
        all[0] = state;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return (int) call(
                FunctionDescriptor.of(JAVA_INT, layouts(arguments)),
                function,
                all,
                Linker.Option.captureCallState("GetLastError"));
    }

    private Object call(FunctionDescriptor descriptor, String function, Object[] arguments, Linker.Option... options)
            throws KeychainException {
        try {
            return LINKER.downcallHandle(symbol(function), descriptor, options).invokeWithArguments(arguments);
        } catch (RuntimeException | Error | KeychainException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(function, e); // a native function throws nothing
        }
    }

    private static MemoryLayout[] layouts(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Integer ? JAVA_INT : ADDRESS)
                .toArray(MemoryLayout[]::new);
    }

    /// What a pointer to a pointer points to.
    static MemorySegment target(MemorySegment pointer) {
        return pointer.get(ADDRESS, 0);
    }

    /// The text that ends with a zero byte at `pointer`.
    static String text(MemorySegment pointer) {
        return pointer.reinterpret(Integer.MAX_VALUE).getString(0);
    }

    /// The `bytes` bytes at `pointer`.
    static MemorySegment bytes(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }

    /// Whether a pointer points nowhere.
    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}
