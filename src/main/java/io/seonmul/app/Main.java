// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

/// The process entry point, which must not extend `Application`: the platform is chosen before JavaFX starts.
public final class Main {
    private Main() {}

    /// Starts the monitor.
    public static void main(String[] args) {
        System.out.println("seonmul " + String.join(" ", args));
    }
}
