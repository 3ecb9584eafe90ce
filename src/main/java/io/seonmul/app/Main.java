// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.util.List;

/// The process entry point, which must not extend `Application`: the platform is chosen before JavaFX starts.
public final class Main {
    private Main() {}

    /// Prints the module's name and version.
    public static void main(String[] args) {
        System.out.println(
                "seonmul " + Main.class.getModule().getDescriptor().rawVersion().orElse("") + " " + List.of(args));
    }
}
