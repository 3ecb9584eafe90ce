// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seonmul.protocol.CustomerType;
import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class FeedSourceTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("KIS_APP_KEY", "env", "KIS_APP_SECRET", "env-secret");
    private static final AppKeys ENVIRONMENT_KEYS = new AppKeys("env", "env-secret");

    @TempDir
    private Path folder;

    private KeyVault vault;

    @BeforeEach
    void vault() {
        vault = new KeychainFirst(
                FakeKeychain::new, new KeyFile(folder), folder.toString(), KeychainFirst.Deadlines.DEFAULT);
    }

    @Test
    void kisIsTheDefault() throws CommandException {
        assertThat(of(ENVIRONMENT))
                .contains(new FeedSource.Server(
                        URI.create("https://openapi.koreainvestment.com:9443"),
                        URI.create("ws://ops.koreainvestment.com:21000/tryitout"),
                        CustomerType.PERSON,
                        ENVIRONMENT_KEYS));
    }

    @Test
    void optionsSayWhereAndAsWhom() throws CommandException {
        assertThat(of(ENVIRONMENT, "--rest-url", "https://a", "--ws-url", "wss://b/c", "--custtype", "b"))
                .contains(new FeedSource.Server(
                        URI.create("https://a"), URI.create("wss://b/c"), CustomerType.CORPORATION, ENVIRONMENT_KEYS));
    }

    @Test
    void keptKeysServeWhereTheEnvironmentHasNone() throws CommandException, IOException {
        vault.save(new AppKeys("kept", "kept-secret"));

        assertThat(keys(Map.of())).contains(new AppKeys("kept", "kept-secret"));
        assertThat(keys(ENVIRONMENT)).contains(ENVIRONMENT_KEYS);
    }

    @Test
    void withoutKeysThereIsNoSource() throws CommandException {
        assertThat(of(Map.of())).isEmpty();
        assertThat(of(Map.of(), "--ws-url", "ws://127.0.0.1:1")).isEmpty();
        assertThat(of(Map.of("KIS_APP_KEY", "", "KIS_APP_SECRET", " "))).isEmpty();
    }

    @Test
    void anExchangeOnThisComputerNeedsNone() throws CommandException {
        String[] local = {"--rest-url", "http://127.0.0.1:1", "--ws-url", "ws://localhost:2"};

        assertThat(keys(Map.of(), local)).contains(new AppKeys("LOOPBACK", "LOOPBACK"));
        assertThat(keys(ENVIRONMENT, local)).contains(ENVIRONMENT_KEYS);
    }

    @Test
    void theDemoNeedsNothing() throws CommandException {
        assertThat(of(Map.of(), "--demo")).contains(new FeedSource.Demo());
        refused(Map.of(), "--demo is an exchange of its own", "--demo", "--ws-url", "ws://127.0.0.1:1");
    }

    @Test
    void halfAPairOfKeysIsAMistake() {
        refused(Map.of("KIS_APP_KEY", "a"), "KIS_APP_KEY is set but KIS_APP_SECRET is not");
        refused(Map.of("KIS_APP_SECRET", "a"), "KIS_APP_SECRET is set but KIS_APP_KEY is not");
    }

    private Optional<FeedSource> of(Map<String, String> environment, String... arguments) throws CommandException {
        return FeedSource.of(options(arguments), environment, vault);
    }

    private Optional<AppKeys> keys(Map<String, String> environment, String... arguments) throws CommandException {
        return of(environment, arguments).map(source -> switch (source) {
            case FeedSource.Server server -> server.keys();
            case FeedSource.Demo _ -> throw new AssertionError("demo");
        });
    }

    private void refused(Map<String, String> environment, String words, String... arguments) {
        assertThatThrownBy(() -> of(environment, arguments))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(words);
    }

    private static ConnectionOptions options(String... arguments) {
        ConnectionOptions options = new ConnectionOptions();
        CommandLine.populateCommand(new MonitorCommand(options), arguments);
        return options;
    }
}
