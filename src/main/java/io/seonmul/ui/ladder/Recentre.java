// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

/// When the ladder's rows follow the last price by themselves.
public enum Recentre {
    /// Near the edge, after a flash.
    EDGE,
    /// With every change of the price, which stands in the middle.
    ALWAYS,
    /// Not at all: only the user moves them.
    NEVER;

    /// The key of its name in the messages.
    String key() {
        return switch (this) {
            case EDGE -> "ladder.recentre.edge";
            case ALWAYS -> "ladder.recentre.always";
            case NEVER -> "ladder.recentre.never";
        };
    }
}
