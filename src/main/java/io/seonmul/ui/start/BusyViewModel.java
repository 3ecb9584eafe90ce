// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import io.seonmul.ui.fx.Words;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What a user decides about another process that holds the connection. FX thread only.
final class BusyViewModel {

    private final Words words;
    private final OptionalLong pid;
    private final BusyWindow.Decisions decisions;
    private final Runnable decided;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();

    /// @param decided called once, before the decision that ends the question is told
    BusyViewModel(Words words, OptionalLong pid, BusyWindow.Decisions decisions, Runnable decided) {
        this.words = words;
        this.pid = pid;
        this.decisions = decisions;
        this.decided = decided;
    }

    /// Who holds the connection, as a sentence.
    String holder() {
        return pid.isPresent()
                ? words.get("busy.holder", Long.toString(pid.getAsLong()))
                : words.get("busy.holder.unknown");
    }

    /// What came of the last decision; empty before.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Whether the connection is taken as soon as it is free.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Shows the other window and leaves; stays if there is none to show.
    void show() {
        if (decisions.show().getAsBoolean()) {
            quit();
        } else {
            answer.set(words.get("busy.no.window"));
        }
    }

    void await() {
        waiting.set(true);
        answer.set(words.get("busy.waiting"));
        second();
    }

    void quit() {
        decided.run();
        decisions.quit().run();
    }

    /// A second went by.
    void second() {
        if (waiting.get() && decisions.tryAgain().getAsBoolean()) {
            waiting.set(false);
            decided.run();
            decisions.taken().run();
        }
    }
}
