// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.settings.KeySafe.Obstacle;
import io.seonmul.ui.settings.KeySafe.Outcome;
import io.seonmul.ui.settings.KeySafe.Whereabouts;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SettingsViewModelTest {

    private final FakeSafe safe = new FakeSafe(true);
    private final AtomicInteger kept = new AtomicInteger();

    private SettingsViewModel model() {
        return model(safe);
    }

    static SettingsViewModel model(KeySafe safe) {
        return new SettingsViewModel(
                Language.ENGLISH, new Look(Theme.LIGHT, false), safe, new Words(Locale.ENGLISH), _ -> {}, _ -> {});
    }

    private void assertAnswer(SettingsViewModel model, String text, boolean failed) {
        assertThat(model.answerProperty().get().text()).contains(text);
        assertThat(model.answerProperty().get().failed()).isEqualTo(failed);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void waitsForTheKeychainWithoutTakingASecondWish() {
        SettingsViewModel model = model();

        model.keep(" key ", "secret", kept::incrementAndGet);
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.answerProperty().get().text()).contains("Asking the system's keychain");
        model.keep("other", "secret", kept::incrementAndGet);
        model.forget();
        assertThat(safe.waiting).hasSize(1);

        safe.answer(new Outcome.UsedNow(), new Whereabouts.Keychain());
        assertAnswer(model, "connects with the new keys", false);
        assertThat(kept).hasValue(1);
        assertThat(model.keptWhereProperty().get()).isEqualTo("The system's keychain keeps the keys.");
        assertThat(model.forgettableProperty().get()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhereItCouldNotBeKept() {
        SettingsViewModel model = model();

        model.keep("key", " ", kept::incrementAndGet);
        assertAnswer(model, "Both app key and app secret", true);
        model.keep("key", "secret", kept::incrementAndGet);
        safe.answer(new Outcome.Failed("the disk is full"), new Whereabouts.Nowhere());

        assertAnswer(model, "That did not work: the disk is full", true);
        assertThat(kept).hasValue(0);
        assertThat(model.forgettableProperty().get()).isFalse();
    }

    @Test
    void saysWhenTheKeychainMayHaveTheKeysStill() {
        safe.where = new Whereabouts.Keychain();
        SettingsViewModel model = model();

        model.forget();
        safe.answer(new Outcome.Obstructed(Obstacle.LOCKED), new Whereabouts.Withheld(Obstacle.LOCKED));

        assertAnswer(model, "may have the keys, but it does not tell. The system's keychain is locked.", true);
        assertThat(model.forgettableProperty().get()).isTrue();
        model.forget();
        safe.answer(new Outcome.UsedFromNextStart(), new Whereabouts.Nowhere());
        assertAnswer(model, "deleted from this computer", false);
        assertThat(model.forgettableProperty().get()).isFalse();
    }

    @Test
    void saysWhyTheKeysAreInAFile() {
        safe.where = new Whereabouts.OwnerOnlyFile("/home/me/keys.json", Obstacle.ABSENT);

        assertThat(model().keptWhereProperty().get())
                .isEqualTo("The keys are in a file that only you can read, not encrypted: /home/me/keys.json. No"
                        + " keychain answers on this system.");
    }

    @Test
    void saysThatItLooksAsLongAsNobodyAnswers() {
        SettingsViewModel model = model(new FakeSafe(false));

        assertThat(model.keptWhereProperty().get()).isEqualTo("Looking where the keys are …");
        assertThat(model.forgettableProperty().get()).isFalse();
    }
}
