// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.util.Locale;

/// The two languages of the window. Any thread.
public enum Language {
    /// 한국어.
    KOREAN(Locale.KOREAN),
    /// English.
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The locale of its words and names.
    public Locale locale() {
        return locale;
    }

    /// The other one.
    public Language other() {
        return switch (this) {
            case KOREAN -> ENGLISH;
            case ENGLISH -> KOREAN;
        };
    }
}
