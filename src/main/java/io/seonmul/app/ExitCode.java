// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.util.Arrays;

/// How a process tells its caller how it went.
enum ExitCode {
    /// Done.
    DONE(0),
    /// Something nobody expected; the log file has it.
    UNEXPECTED(1),
    /// The command line, or a setting it rests on, is wrong.
    USAGE(2),
    /// Some code never ticked; everything else is done.
    NO_TICK(3),
    /// The server does not accept the keys.
    KEYS_REFUSED(4),
    /// There was no connection.
    NO_CONNECTION(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The code with that number; for any other, something nobody expected.
    static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElse(UNEXPECTED);
    }

    /// The process's exit status.
    int number() {
        return number;
    }
}
