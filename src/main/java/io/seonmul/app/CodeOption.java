// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option by which a command without a window is told what to watch.
final class CodeOption {

    @Option(
            names = "--code",
            paramLabel = "CODE",
            required = true,
            description = "A contract such as A01612; repeat, or separate by commas, for more, up to 41.")
    private List<String> codes = new ArrayList<>();

    List<String> typed() {
        return codes;
    }
}
