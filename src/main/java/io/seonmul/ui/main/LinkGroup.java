// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Locale;

/// Panes that show the same code follow the same group; it is known by its letter and has a colour. Any thread.
public enum LinkGroup {
    /// The group that every new pane follows.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// The fourth.
    D;

    /// The style class that gives its colour.
    String styleClass() {
        return "link-" + name().toLowerCase(Locale.ROOT);
    }
}
