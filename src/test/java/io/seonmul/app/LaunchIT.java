// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
                "watch --demo --code , | --code names no contract",
                "watch --demo --code= | --code names no contract",
                "snapshot --demo --code , --out a.csv | --code names no contract",
                "exchange --code , | --code names no contract",
                "exchange --fault , | there is no fault ''",
                "exchange --fault= | there is no fault ''",
                "exchange --fault freeze, | there is no fault ''",
                "exchange --fault drop,loss --fault garbage --rest-port 7 --ws-port 7 | must differ, both are 7",
                "exchange --fault freeze --fault-every 0s | '0s' is not a duration",
                "exchange --seed= | Invalid value for option '--seed'",
                "exchange --seed 99999999999999999999 | Invalid value for option '--seed'",
                "exchange --ws-port -1 | --ws-port must be 0 (a free port) to 65535, not -1",
                "exchange --rest-port 65536 | --rest-port must be 0",
                "exchange --ws-port 99999999999 | Invalid value for option '--ws-port'",
                "exchange --rate -1 | --rate must be more than 0",
                "exchange --rate NaN | --rate must be more than 0",
                "exchange --rate 1e999 | --rate must be more than 0",
                "exchange --clock= | Invalid value for option '--clock'",
                "exchange --clock -1 | --clock must be more than 0",
                "watch --demo --code A01612 --for= | '' is not a duration",
                "watch --demo --code A01612 --for -1s | '-1s' is not a duration",
                "watch --demo --code A01612 --for 999999999h | '999999999h' is not a duration",
                "snapshot --demo --code A01612 --out= | '' names no file or folder",
                "snapshot --demo --code A01612 --out a.csv --wait , | ',' is not a duration",
                "--demo --home= | '' names no file or folder",
                "--demo --capture= | '' names no file or folder",
                "--custtype= | '' is neither P (person) nor B (corporation)",
                "--ws-url= | '' is not an address",
                "--rest-url , | ',' is not an address",
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
    void aBrokenProductTableIsNamedWithItsLineAndTheBuiltInOneServes() throws Exception {
        Files.writeString(home.resolve("products.csv"), "A99,새 상품,New product,ten,0.05\n");

        Launch.Run run = run("watch --demo --code A05612 --for 1s");

        assertThat(run.errLines().getFirst())
                .contains(home.resolve("products.csv").toString(), "line 1", "'ten'", "the built-in products");
        assertThat(run.outLines()).isNotEmpty().allMatch(line -> line.startsWith("{"));
    }

    /// A shell script that was not told of a locale runs in C, where Java can name files in ASCII only.
    @Test
    void aFolderThatTheLocaleCannotNameIsSaidWithTheWayOut() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        Path korean = Files.createDirectory(home.resolve("한글"));
        Map<String, String> locale = Map.of("LC_ALL", "C", "SEONMUL_HOME", korean.toString());

        Launch.Run byVariable = Launch.run(home, locale, "watch", "--demo", "--code", "A01612");
        Launch.Run byOption = Launch.run(
                home, Map.of("LC_ALL", "C"), "snapshot", "--demo", "--code", "A01612", "--out", korean + "/a.csv");

        for (Launch.Run run : List.of(byVariable, byOption)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .contains("that the locale's encoding ANSI_X3.4-1968 does not know; set LC_ALL=C.UTF-8");
        }
        assertThat(byVariable.err()).contains("SEONMUL_HOME: ");
        assertThat(byOption.err()).contains("'--out'");
    }

    /// Java would take the name for one in a folder of question marks, and make that.
    @Test
    void aNameInAFolderThatTheLocaleCannotNameIsSaidToo() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        Path korean = Files.createDirectory(home.resolve("한글"));

        Launch.Run run = Launch.run(
                korean,
                Map.of("LC_ALL", "C", "SEONMUL_HOME", home.toString()),
                "snapshot",
                "--demo",
                "--code",
                "A01612",
                "--out",
                "a.csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("/a.csv'", "set LC_ALL=C.UTF-8");
    }

    /// A missing cache is what the virtual machine warns of, and stdout is its usual place for that.
    @Test
    void whatTheVirtualMachineSaysIsNotAmongTheResults() throws Exception {
        Launch.Run run = Launch.run(
                home,
                Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCache=" + home.resolve("none.aot")),
                "watch",
                "--demo",
                "--code",
                "A05612",
                "--for",
                "1s");

        assertThat(run.outLines()).isNotEmpty().allMatch(line -> line.startsWith("{"));
        assertThat(run.err()).contains("none.aot");
    }

    @Test
    void aPipeTakesTheSnapshotAndNothingElseIsOnStdout() throws Exception {
        assumeThat(Path.of("/dev/stdout")).exists();

        Launch.Run run = run("snapshot --demo --code A05612 --wait 20s --out /dev/stdout");

        assertThat(run.out()).startsWith("\uFEFFBSOP_HOUR".substring(0, 1)).contains("A05612");
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.exitCode()).isZero();
    }

    private Launch.Run run(String arguments) throws Exception {
        return Launch.run(
                home, arguments.isBlank() ? new String[0] : arguments.strip().split(" +"));
    }
}
