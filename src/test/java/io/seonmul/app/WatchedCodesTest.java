// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seonmul.market.InstrumentCode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WatchedCodesTest {
    @Test
    void keepsTheOrderTyped() throws CommandException {
        assertThat(WatchedCodes.parse(List.of("a05612", " A01612 ")))
                .containsExactly(new InstrumentCode("A05612"), new InstrumentCode("A01612"));
    }

    @Test
    void namesADeadCodeAsSuch() {
        refused(
                List.of("A05612", "101W09"),
                "--code 101W09 is dead: codes of that style are confirmed by the server and never tick; today's look"
                        + " like A01612");
    }

    @Test
    void refusesWhatIsNoFuture() {
        refused(List.of("005930"), "--code '005930' is not an index future's code such as A01612");
        for (String nothing : List.of("", ",", " , ,")) {
            refused(List.of(nothing), "--code names no contract; one looks like A01612");
        }
    }

    @Test
    void refusesACodeGivenTwice() {
        refused(List.of("A05612", "a05612"), "--code A05612 is given twice");
    }

    @Test
    void takesFortyOneAndNotOneMore() throws CommandException {
        List<String> most = Stream.of("A01", "A05", "A06", "A04")
                .flatMap(product ->
                        IntStream.rangeClosed(1, 12).mapToObj(month -> product + "6" + "%02d".formatted(month)))
                .limit(41)
                .toList();

        assertThat(WatchedCodes.parse(most)).hasSize(41);
        refused(
                Stream.concat(most.stream(), Stream.of("A01703")).toList(),
                "42 codes are given, KIS allows 41 in one session");
    }

    private static void refused(List<String> typed, String message) {
        assertThatThrownBy(() -> WatchedCodes.parse(typed))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(message);
    }
}
