// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command line answers before it connects anywhere.
final class LaunchIT {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"", "snapshot ", "watch ", "exchange "})
    void everyCommandTellsItsVersion(String command) throws Exception {
        Launch.Run run = run(command + "--version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo("seonmul " + System.getProperty("seonmul.version"));
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snapshot ", "watch ", "exchange "})
    void everyCommandExplainsItself(String command) throws Exception {
        Launch.Run run = run(command + "--help");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: " + ("seonmul " + command).strip())
                .contains("--rest-url", "--ws-url", "--demo", "--custtype");
        assertThat(run.exitCode()).isZero();
        assertThat(home.resolve("seonmul-0.0.log")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unknown | Unknown option: '--unknown'",
                "nonsense | Unmatched argument",
                "--for soon | 'soon' is not a duration such as 500ms, 10s or 2m",
                "--custtype X | 'X' is neither P (person) nor B (corporation)",
                "--ws-url http://a | 'http://a' is not an address such as ws://host:port",
                "--rest-url http://example.com | use https",
                "--demo --ws-url ws://127.0.0.1:1 | not both",
                " | no keys: set KIS_APP_KEY and KIS_APP_SECRET",
                "watch | Missing required option: '--code=CODE'",
                "watch --code A01612 | no keys",
                "watch --demo --code 101W09 | 101W09 is dead",
                "watch --demo --code 005930 | '005930' is not an index future's code",
                "watch --demo --code A01612,a01612 | A01612 is given twice",
                "snapshot --demo --code A01612 | Missing required option: '--out=FILE'",
                "snapshot --demo --code A01612 --out . | is a folder",
                "snapshot --demo --code A01612 --out none/a.csv | there is no folder",
                "exchange --rate 0 | --rate must be more than 0",
                "exchange --fault nonsense | there is no fault 'nonsense'; there are drop, freeze, half-open,",
                "exchange --ws-url ws://127.0.0.1:1 | exchange connects nowhere",
            })
    void aMistakeIsOneLineAndExitCodeTwo(String example) throws Exception {
        int bar = example.indexOf('|');

        Launch.Run run = run(example.substring(0, bar));

        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("seonmul: ")
                .contains(example.substring(bar + 1).strip());
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void fortyTwoCodesAreRefusedBeforeAnythingIsConnected() throws Exception {
        StringBuilder codes = new StringBuilder("A04601");
        for (String product : List.of("A01", "A05", "A06", "A08")) {
            for (int month = 1; month <= 12; month++) {
                codes.append(',').append(product).append("6%02d".formatted(month));
            }
        }

        Launch.Run run = run("watch --demo --code " + codes);

        assertThat(run.errLines()).containsExactly("seonmul: 49 codes are given, KIS allows 41 in one session");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void halfAPairOfKeysIsAMistake() throws Exception {
        Launch.Run run = Launch.run(home, Map.of("KIS_APP_KEY", "a"), "watch", "--code", "A01612");

        assertThat(run.errLines()).containsExactly("seonmul: KIS_APP_KEY is set but KIS_APP_SECRET is not");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aBrokenProductTableIsNamedWithItsLine() throws Exception {
        Files.writeString(home.resolve("products.csv"), "A99,새 상품,New product,ten,0.05\n");

        Launch.Run run = run("watch --demo --code A01612");

        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(home.resolve("products.csv").toString(), "line 1");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private Launch.Run run(String arguments) throws Exception {
        return Launch.run(
                home, arguments.isBlank() ? new String[0] : arguments.strip().split(" +"));
    }
}
