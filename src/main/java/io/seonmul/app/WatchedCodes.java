// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Judges the codes of a command line before anything is connected. Immutable; any thread.
final class WatchedCodes {

    private WatchedCodes() {}

    /// The codes in the order typed, of which each text may have several, separated by commas.
    ///
    /// A code of the old scheme is refused rather than watched: the server would confirm it and never send a tick.
    ///
    /// @throws CommandException (usage) if one is no future, is there twice, there is none, or they are too many
    static List<InstrumentCode> parse(List<String> typed) throws CommandException {
        List<InstrumentCode> codes = new ArrayList<>();
        List<String> named = typed.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .filter(text -> !text.isBlank())
                .toList();
        if (named.isEmpty()) {
            throw usage("--code names no contract; one looks like A01612");
        }
        for (String text : named) {
            InstrumentCode code = parse(text);
            if (codes.contains(code)) {
                throw usage("--code " + code + " is given twice");
            }
            codes.add(code);
        }
        if (codes.size() > SessionStatus.QUOTA) {
            throw usage(codes.size() + " codes are given, KIS allows " + SessionStatus.QUOTA + " in one session");
        }
        return List.copyOf(codes);
    }

    private static InstrumentCode parse(String text) throws CommandException {
        return switch (InstrumentCode.parse(text)) {
            case InstrumentCode.Parsed.Valid valid -> valid.code();
            case InstrumentCode.Parsed.OldStyle old ->
                throw usage(
                        "--code " + old.text() + " is dead: codes of that style are confirmed by the server and never"
                                + " tick; today's look like A01612");
            case InstrumentCode.Parsed.NotFutures other ->
                throw usage("--code '" + other.text() + "' is not an index future's code such as A01612");
        };
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }
}
