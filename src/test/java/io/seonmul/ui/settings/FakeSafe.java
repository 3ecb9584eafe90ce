// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// A safe that answers when the test lets it.
final class FakeSafe implements KeySafe {

    Whereabouts where = new Whereabouts.Nowhere();
    final Queue<Consumer<Outcome>> waiting = new ArrayDeque<>();
    private final boolean tellsWhere;

    /// @param tellsWhere whether it says where the keys are
    FakeSafe(boolean tellsWhere) {
        this.tellsWhere = tellsWhere;
    }

    void answer(Outcome outcome, Whereabouts now) {
        where = now;
        waiting.remove().accept(outcome);
    }

    @Override
    public void whereabouts(Consumer<Whereabouts> then) {
        if (tellsWhere) {
            then.accept(where);
        }
    }

    @Override
    public void keep(String appKey, String secret, Consumer<Outcome> then) {
        waiting.add(then);
    }

    @Override
    public void forget(Consumer<Outcome> then) {
        waiting.add(then);
    }
}
