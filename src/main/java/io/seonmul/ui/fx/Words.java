// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The visible texts of one language, Korean or English. Immutable; any thread.
///
/// A change of language makes new views with new words; nothing translates itself in place.
public final class Words {

    private final Locale locale;
    private final ResourceBundle bundle;

    /// @param locale Korean for the Korean texts, anything else gives the English ones
    public Words(Locale locale) {
        this.locale = locale;
        // Both bundles exist under exactly these locales, so the machine's own locale is never a fallback.
        this.bundle =
                ResourceBundle.getBundle("io.seonmul.ui.messages", isKorean(locale) ? Locale.KOREAN : Locale.ROOT);
    }

    private static boolean isKorean(Locale locale) {
        return locale.getLanguage().equals(Locale.KOREAN.getLanguage());
    }

    /// The language of these texts.
    public Locale locale() {
        return locale;
    }

    /// The texts as FXML wants them.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of `key`.
    ///
    /// @throws java.util.MissingResourceException if no text has that key
    public String get(String key) {
        return bundle.getString(key);
    }

    /// So many of `noun`: `trades` gives "1 trade", "2 trades" or "2건", from the keys `n.trades` and `n.trades.one`.
    public String count(String noun, long number) {
        return count(noun, number, Formats.count(number));
    }

    /// As [#count(String, long)], with the number as it was `written`.
    public String count(String noun, long number, String written) {
        return get("n." + noun + (Math.abs(number) == 1 ? ".one" : ""), written);
    }

    /// The text of `key` with `arguments` in the places `{0}`, `{1}`, ... (pass numbers as text, already formatted).
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
