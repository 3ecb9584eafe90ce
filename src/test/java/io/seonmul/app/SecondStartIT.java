// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two processes with one app key: the second says so and does not connect.
@Timeout(180)
final class SecondStartIT {

    private static final Map<String, String> KEYS =
            Map.of("KIS_APP_KEY", "key-of-two-starts", "KIS_APP_SECRET", "secret-of-two-starts");

    @TempDir
    private Path folder;

    @Test
    void theSecondStartOnAKeyNamesTheFirstAndEnds() throws Exception {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                        .codes(List.of(new InstrumentCode("A01612")))
                        .rate(50)
                        .build());
                Launched first = launch("first", exchange, "watch", "--code", "A01612")) {
            Await.until("the first is live", () -> said(first).contains("live"));
            String line = "seonmul: another seonmul (pid " + first.process().pid()
                    + ") holds the connection of this app key; close it or use another key";
            for (List<String> command : List.of(
                    List.of("watch", "--code", "A01612", "--for", "1s"),
                    List.of("snapshot", "--code", "A01612", "--out", "second.csv"),
                    List.of("--for", "1s", "--capture", "second"))) {
                try (Launched second = launch("second", exchange, command.toArray(String[]::new))) {
                    assertThat(second.exitCode()).isEqualTo(1);
                    assertThat(second.err()).contains(line);
                }
            }
            assertThat(exchange.counters().connections()).isEqualTo(1);

            first.process().destroyForcibly().waitFor();
            try (Launched next = launch("next", exchange, "snapshot", "--code", "A01612", "--out", "next.csv")) {
                assertThat(next.exitCode()).as(next.err()).isZero();
            }
        }
    }

    private Launched launch(String name, EmbeddedExchange exchange, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--home",
                folder.resolve("home").toString(),
                "--rest-url",
                exchange.restUrl().toString(),
                "--ws-url",
                exchange.wsUrl().toString()));
        all.addAll(List.of(arguments));
        return Launched.start(folder, name, KEYS, List.of(), all.toArray(String[]::new));
    }

    private static String said(Launched process) {
        try {
            return process.out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
