// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.Words;
import java.io.IOException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The settings as the user changes them; each change is in force at once. FX thread only.
public final class SettingsViewModel {

    private final KeySafe safe;
    private final Words words;
    private final Consumer<Language> onLanguage;
    private final Consumer<Look> onLook;
    private final Language language;
    private final ReadOnlyStringWrapper keptWhere = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private Look look;

    /// What came of the last change of keys. Immutable.
    ///
    /// @param text a sentence; empty if there is nothing to say
    /// @param failed whether it did not work
    record Answer(String text, boolean failed) {
        static final Answer NONE = new Answer("", false);
    }

    /// @param onLanguage told when another language is chosen
    /// @param onLook told when another look is chosen
    public SettingsViewModel(
            Language language,
            Look look,
            KeySafe safe,
            Words words,
            Consumer<Language> onLanguage,
            Consumer<Look> onLook) {
        this.language = language;
        this.look = look;
        this.safe = safe;
        this.words = words;
        this.onLanguage = onLanguage;
        this.onLook = onLook;
        tellWhere();
    }

    Language language() {
        return language;
    }

    Look look() {
        return look;
    }

    /// Where the keys are kept, as a sentence.
    ReadOnlyStringProperty keptWhereProperty() {
        return keptWhere.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void choose(Language chosen) {
        if (chosen != language) {
            onLanguage.accept(chosen);
        }
    }

    void choose(Theme theme) {
        choose(new Look(theme, look.greenUp()));
    }

    void chooseGreenUp(boolean greenUp) {
        choose(new Look(look.theme(), greenUp));
    }

    private void choose(Look chosen) {
        if (!chosen.equals(look)) {
            look = chosen;
            onLook.accept(chosen);
        }
    }

    /// Keeps new keys.
    ///
    /// @return whether they are kept, so that the fields may be emptied
    boolean keep(String appKey, String secret) {
        if (appKey.isBlank() || secret.isBlank()) {
            answer.set(new Answer(words.get("settings.keys.both"), true));
            return false;
        }
        try {
            answer.set(
                    switch (safe.keep(appKey.strip(), secret.strip())) {
                        case NOW -> new Answer(words.get("settings.keys.now"), false);
                        case NEXT_START -> new Answer(words.get("settings.keys.next"), false);
                    });
            return true;
        } catch (IOException e) {
            answer.set(new Answer(words.get("settings.keys.failed", String.valueOf(e.getMessage())), true));
            return false;
        } finally {
            tellWhere();
        }
    }

    /// Forgets the kept keys.
    void forget() {
        try {
            safe.forget();
            answer.set(new Answer(words.get("settings.keys.forgotten"), false));
        } catch (IOException e) {
            answer.set(new Answer(words.get("settings.keys.failed", String.valueOf(e.getMessage())), true));
        }
        tellWhere();
    }

    /// Whether there is something to forget.
    boolean canForget() {
        return switch (safe.whereabouts()) {
            case KeySafe.Whereabouts.Nowhere nowhere -> false;
            case KeySafe.Whereabouts.Environment environment -> false;
            case KeySafe.Whereabouts.Keychain keychain -> true;
            case KeySafe.Whereabouts.OwnerOnlyFile file -> true;
        };
    }

    private void tellWhere() {
        keptWhere.set(
                switch (safe.whereabouts()) {
                    case KeySafe.Whereabouts.Nowhere nowhere -> words.get("settings.keys.nowhere");
                    case KeySafe.Whereabouts.Environment environment -> words.get("settings.keys.environment");
                    case KeySafe.Whereabouts.Keychain keychain -> words.get("settings.keys.keychain");
                    case KeySafe.Whereabouts.OwnerOnlyFile file -> words.get("settings.keys.file", file.path());
                });
    }
}
