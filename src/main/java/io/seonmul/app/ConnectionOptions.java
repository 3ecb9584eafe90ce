// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.protocol.CustomerType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The options that every command has: to which server, as whom, and where the user's files are.
final class ConnectionOptions {

    @Option(
            names = "--demo",
            scope = ScopeType.INHERIT,
            description = "Use the embedded exchange with a synthetic market; needs no keys.")
    private boolean demo;

    @Option(
            names = "--rest-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            converter = Addresses.Rest.class,
            description = "REST server (default: KIS, " + Addresses.KIS_REST + "). http only for this computer.")
    private Optional<URI> restUrl = Optional.empty();

    @Option(
            names = "--ws-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            converter = Addresses.Ws.class,
            description =
                    "Real-time server (default: KIS, " + Addresses.KIS_WS + "). Without a path it gets /tryitout.")
    private Optional<URI> wsUrl = Optional.empty();

    @Option(
            names = "--custtype",
            paramLabel = "P|B",
            scope = ScopeType.INHERIT,
            converter = Customer.class,
            description = "Kind of account: P person (default), B corporation.")
    private Optional<CustomerType> customer = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            converter = FilePaths.class,
            scope = ScopeType.INHERIT,
            description =
                    "Keep settings and log in DIR, and the keys where no keychain does (default: SEONMUL_HOME, or the platform's places).")
    private Optional<Path> home = Optional.empty();

    boolean demo() {
        return demo;
    }

    Optional<URI> restUrl() {
        return restUrl;
    }

    Optional<URI> wsUrl() {
        return wsUrl;
    }

    Optional<CustomerType> customer() {
        return customer;
    }

    Optional<Path> home() {
        return home;
    }

    /// Those given that say where to connect, for a command that does not connect.
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (demo) {
            given.add("--demo");
        }
        restUrl.ifPresent(url -> given.add("--rest-url"));
        wsUrl.ifPresent(url -> given.add("--ws-url"));
        customer.ifPresent(type -> given.add("--custtype"));
        return given;
    }

    /// @throws CommandException (usage) if the options contradict one another
    void check() throws CommandException {
        if (demo && (restUrl.isPresent() || wsUrl.isPresent())) {
            throw new CommandException(
                    ExitCode.USAGE, "--demo is an exchange of its own; give it or --rest-url and --ws-url, not both");
        }
    }

    /// `P` or `B`, as on the wire.
    static final class Customer implements ITypeConverter<CustomerType> {
        @Override
        public CustomerType convert(String typed) {
            return switch (typed.strip().toUpperCase(Locale.ROOT)) {
                case "P" -> CustomerType.PERSON;
                case "B" -> CustomerType.CORPORATION;
                default ->
                    throw new TypeConversionException("'" + typed + "' is neither P (person) nor B (corporation)");
            };
        }
    }
}
