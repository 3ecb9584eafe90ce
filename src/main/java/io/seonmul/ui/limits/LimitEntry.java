// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitEvent;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// A limit event in the log, and whether somebody has taken note of it. FX thread only.
public final class LimitEntry {

    private final LimitEvent event;
    private final ReadOnlyBooleanWrapper acknowledged = new ReadOnlyBooleanWrapper();

    LimitEntry(LimitEvent event) {
        this.event = event;
    }

    /// What happened.
    public LimitEvent event() {
        return event;
    }

    /// Whether somebody has taken note of it; never goes back.
    public ReadOnlyBooleanProperty acknowledgedProperty() {
        return acknowledged.getReadOnlyProperty();
    }

    /// Takes note.
    ///
    /// @return whether it was not noted before
    boolean acknowledge() {
        boolean news = !acknowledged.get();
        acknowledged.set(true);
        return news;
    }
}
