// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import io.seonmul.ui.fx.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What a user without keys decides. FX thread only.
final class StartViewModel {

    private final Words words;
    private final Consumer<StartWindow.Choice> onChoice;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    /// @param onChoice told what is decided
    StartViewModel(Words words, Consumer<StartWindow.Choice> onChoice) {
        this.words = words;
        this.onChoice = onChoice;
    }

    /// Why the keys cannot be used, or what is being done with them; empty while there is nothing to say.
    ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// Whether keys are being kept, for which the system may want a password: nothing else can be chosen meanwhile.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void demo() {
        onChoice.accept(new StartWindow.Choice.Demo());
    }

    void connect(String appKey, String secret) {
        if (appKey.isBlank() || secret.isBlank()) {
            complaint.set(words.get("start.keys.both"));
        } else {
            complaint.set(words.get("settings.keys.asking"));
            busy.set(true);
            onChoice.accept(new StartWindow.Choice.Keys(appKey.strip(), secret.strip()));
        }
    }

    /// Says that the keychain does not give the keys out.
    void withheld() {
        complaint.set(words.get("start.keys.withheld"));
    }

    /// Says why the keys could not be kept.
    void failed(String detail) {
        busy.set(false);
        complaint.set(words.get("start.keys.failed", detail));
    }
}
