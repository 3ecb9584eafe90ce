// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.text.Normalizer;
import java.util.Locale;

/// The letters and digits that a person meant by typing or pasting a code. No state; any thread.
///
/// Full-width letters are their narrow ones (NFKD), format characters such as the zero-width space are dropped, and
/// Hangul is read as the keys of the two-set keyboard that were pressed: with the Korean keyboard left on, `A01612`
/// comes out as `ㅁ01612`.
final class TypedCode {

    /// The keys of U+1100 to U+1112, the consonants that begin a syllable.
    private static final String[] LEADING = "r R s e E f a q Q t T d w W c z x v g".split(" ");

    /// The keys of U+1161 to U+1175, the vowels.
    private static final String[] VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");

    /// The keys of U+11A8 to U+11C2, the consonants that end a syllable.
    private static final String[] TRAILING =
            "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");

    private TypedCode() {}

    /// What was meant, in upper case and without blanks around it.
    static String meant(String typed) {
        StringBuilder keys = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(character -> appendKeys(keys, character));
        return keys.toString().strip().toUpperCase(Locale.ROOT);
    }

    private static void appendKeys(StringBuilder keys, int character) {
        if (character >= 0x1100 && character < 0x1100 + LEADING.length) {
            keys.append(LEADING[character - 0x1100]);
        } else if (character >= 0x1161 && character < 0x1161 + VOWELS.length) {
            keys.append(VOWELS[character - 0x1161]);
        } else if (character >= 0x11A8 && character < 0x11A8 + TRAILING.length) {
            keys.append(TRAILING[character - 0x11A8]);
        } else {
            keys.appendCodePoint(character);
        }
    }

    /// What was typed, for a message about it: characters that nobody sees are named, such as `U+200B`.
    static String visible(String typed) {
        StringBuilder text = new StringBuilder();
        typed.strip().toUpperCase(Locale.ROOT).codePoints().forEach(character -> {
            if (isSeen(character)) {
                text.appendCodePoint(character);
            } else {
                text.append("U+%04X".formatted(character));
            }
        });
        return text.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
