// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words that must not be shown, and the way to take them out of what a server or a library says. Immutable; any
/// thread.
///
/// A server may send back what it was sent, as error pages and echo services do, and what it says reaches the status
/// bar and the log.
record Secrets(List<String> words) {

    /// No secret.
    static final Secrets NONE = new Secrets();

    /// A text is cut for display before or after this sees it, so that also a beginning of this length is a secret.
    private static final int TELLING = 8;

    /// A field of JSON that holds a secret, whether known here or not, and whether its end was cut off or not.
    private static final Pattern FIELD = Pattern.compile(
            "\"(approval_key|appkey|appsecret|secretkey|personalseckey|access_token|key|iv)\"\\s*:\\s*\"[^\"'…]*",
            Pattern.CASE_INSENSITIVE);

    Secrets(String... words) {
        this(Stream.of(words).filter(word -> !word.isEmpty()).toList());
    }

    /// `text` with an ellipsis in the place of every secret, whole or cut short, and of every value that JSON calls
    /// one.
    String hide(String text) {
        String shown = text.indexOf('"') < 0 ? text : FIELD.matcher(text).replaceAll("\"$1\":\"…");
        for (String word : words) {
            shown = hide(shown, word);
        }
        return shown;
    }

    private static String hide(String text, String word) {
        String beginning = word.substring(0, Math.min(TELLING, word.length()));
        int found = text.indexOf(beginning);
        if (found < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (found >= 0) {
            int length = beginning.length();
            while (length < word.length()
                    && found + length < text.length()
                    && text.charAt(found + length) == word.charAt(length)) {
                length++;
            }
            shown.append(text, from, found).append('…');
            from = found + length;
            found = text.indexOf(beginning, from);
        }
        return shown.append(text, from, text.length()).toString();
    }

    /// Says only how many there are.
    @Override
    public String toString() {
        return "Secrets[" + words.size() + "]";
    }
}
