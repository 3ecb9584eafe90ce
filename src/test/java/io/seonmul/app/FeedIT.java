// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.seonmul.export.SnapshotCsv;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An exchange in one process, and in others what a user runs against it.
final class FeedIT {
    private static final Pattern BANNER =
            Pattern.compile("rest=(http://127\\.0\\.0\\.1:\\d+) ws=(ws://127\\.0\\.0\\.1:\\d+)");

    /// The embedded exchange refuses keys that begin with INVALID.
    private static final Map<String, String> WRONG_KEYS =
            Map.of("KIS_APP_KEY", "INVALID-canary-key", "KIS_APP_SECRET", "canary-secret");

    @TempDir
    private static Path exchangeHome;

    private static Launch exchange;
    private static String restUrl;
    private static String wsUrl;

    @TempDir
    private Path home;

    @BeforeAll
    static void startExchange() throws Exception {
        exchange = Launch.start(exchangeHome, Map.of(), "exchange", "--rate", "200", "--code", "A01612,A05612");
        String first = exchange.awaitLine(line -> true);
        Matcher banner = BANNER.matcher(first);
        assertThat(banner.matches()).as(first).isTrue();
        restUrl = banner.group(1);
        wsUrl = banner.group(2);
    }

    @AfterAll
    static void endExchange() throws Exception {
        exchange.terminate();
        Launch.Run run = exchange.await();
        exchange.close();

        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void snapshotWritesEveryCodeAndEndsAsSoonAsItHasThem() throws Exception {
        Path file = home.resolve("s.csv");

        Launch.Run run = run("snapshot --code A05612 --code A01612 --wait 40s --out " + file);

        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).containsExactly(file.toString());
        assertThat(run.exitCode()).isZero();
        List<List<String>> rows = csv(file);
        assertThat(rows.getFirst()).isEqualTo(SnapshotCsv.COLUMNS);
        assertThat(rows.subList(1, 3)).extracting(List::getFirst).containsExactly("A05612", "A01612");
        assertThat(rows.subList(1, 3)).allSatisfy(row -> {
            assertThat(row).hasSameSizeAs(SnapshotCsv.COLUMNS);
            assertThat(row.get(1)).matches("\\d{6}");
            assertThat(row.get(51)).isEqualTo("flowing");
        });
    }

    @Test
    void snapshotNamesTheCodeThatNeverTickedAndWritesTheFileNevertheless() throws Exception {
        Path file = home.resolve("s.csv");
        try (Launch silent =
                Launch.start(home, Map.of(), "exchange", "--clock", "0.001", "--rate", "0.001", "--code", "A01612")) {
            Matcher banner = BANNER.matcher(silent.awaitLine(line -> true));
            assertThat(banner.matches()).isTrue();

            Launch.Run run = Launch.run(
                    home,
                    Map.of(),
                    "snapshot",
                    "--rest-url",
                    banner.group(1),
                    "--ws-url",
                    banner.group(2),
                    "--code",
                    "A01612",
                    "--wait",
                    "3s",
                    "--out",
                    file.toString());

            assertThat(run.errLines()).containsExactly("seonmul: no tick came of A01612 (registered)");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(csv(file).get(1)).startsWith("A01612", "");
        }
    }

    @Test
    void watchTellsEventsAndASummaryForEveryCode() throws Exception {
        Launch.Run run = run("watch --code A01612,A05612 --for 4s");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<Map<String, Object>> lines = json(run);
        assertThat(lines).filteredOn("event", "state").extracting("state").contains("connecting", "live");
        assertThat(lines)
                .filteredOn("event", "registration")
                .filteredOn("code", "A01612")
                .extracting("state")
                .containsSubsequence("requested", "registered", "flowing");
        assertThat(lines.subList(lines.size() - 2, lines.size())).allSatisfy(summary -> {
            assertThat(summary.keySet())
                    .containsExactly(
                            "event",
                            "code",
                            "records",
                            "rejected",
                            "contracts",
                            "lost_contracts",
                            "lost_trades",
                            "gaps",
                            "loss_proved",
                            "doubtful",
                            "repaired",
                            "discarded",
                            "corrections",
                            "completeness_percent");
            assertThat(summary).containsEntry("event", "summary").containsEntry("lost_contracts", 0);
            assertThat((Integer) summary.get("records")).isPositive();
        });
    }

    @Test
    void watchEndsWithItsSummaryWhenItIsTerminated() throws Exception {
        try (Launch watch =
                Launch.start(home, Map.of(), "watch", "--rest-url", restUrl, "--ws-url", wsUrl, "--code", "A01612")) {
            watch.awaitLine(line -> line.contains("\"flowing\""));

            watch.terminate();
            Launch.Run run = watch.await();

            assertThat(run.exitCode()).isZero();
            assertThat(json(run).getLast()).containsEntry("event", "summary").containsEntry("code", "A01612");
        }
    }

    @Test
    void refusedKeysAreExitCodeFourAndAppearNowhere() throws Exception {
        Launch.Run run = Launch.run(
                home,
                WRONG_KEYS,
                "snapshot",
                "--rest-url",
                restUrl,
                "--ws-url",
                wsUrl,
                "--code",
                "A01612",
                "--out",
                home.resolve("s.csv").toString());

        assertThat(run.errLines()).singleElement().asString().contains("does not accept the app key");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(home.resolve("s.csv")).doesNotExist();
        assertThat(home.toFile().listFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).content().doesNotContain("canary"));
    }

    @Test
    void aClosedPortIsExitCodeFive() throws Exception {
        int port = closedPort();

        Launch.Run run = Launch.run(
                home,
                "snapshot",
                "--rest-url",
                "http://127.0.0.1:" + port,
                "--ws-url",
                "ws://127.0.0.1:" + port,
                "--code",
                "A01612",
                "--wait",
                "1500ms",
                "--out",
                home.resolve("s.csv").toString());

        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("seonmul: no connection to http://127.0.0.1:" + port)
                .endsWith("connection refused");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(home.resolve("s.csv")).doesNotExist();
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws Exception {
        String port = wsUrl.substring(wsUrl.lastIndexOf(':') + 1);

        Launch.Run run = Launch.run(home, "exchange", "--ws-port", port);

        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("cannot listen on 127.0.0.1:" + port);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Launch.Run run(String arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--rest-url", restUrl, "--ws-url", wsUrl));
        return Launch.run(home, all.toArray(String[]::new));
    }

    private static List<Map<String, Object>> json(Launch.Run run) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : run.outLines()) {
            lines.add(JSON.std.mapFrom(line));
        }
        return lines;
    }

    private static List<List<String>> csv(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(Files.readString(file).substring(1))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }
}
