// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds entries of the command palette by parts of words in either language, by keys, and Korean words by their
/// initial
/// consonants. Any thread.
final class PaletteSearch {

    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final int SYLLABLES_OF_AN_INITIAL = 588;

    private PaletteSearch() {}

    /// Those of `entries` that have every word of `query`: first where a word begins with it, then the recently used,
    /// then in their order.
    ///
    /// @param recent ids, the newest first
    static List<PaletteEntry> of(List<PaletteEntry> entries, String query, List<String> recent) {
        List<String> parts =
                BLANKS.splitAsStream(query.strip().toLowerCase(Locale.ROOT)).toList();
        return entries.stream()
                .filter(entry -> parts.stream().allMatch(part -> has(entry, part)))
                .sorted(Comparator.comparingInt((PaletteEntry entry) -> begins(entry, parts.getFirst()) ? 0 : 1)
                        .thenComparingInt(entry -> age(entry, recent)))
                .toList();
    }

    /// How long ago it was used, counted in others.
    private static int age(PaletteEntry entry, List<String> recent) {
        int index = recent.indexOf(entry.id());
        return index < 0 ? recent.size() : index;
    }

    private static boolean begins(PaletteEntry entry, String part) {
        return texts(entry).stream().anyMatch(text -> text.startsWith(part));
    }

    private static boolean has(PaletteEntry entry, String part) {
        return texts(entry).stream().anyMatch(text -> text.contains(part));
    }

    private static List<String> texts(PaletteEntry entry) {
        String word = entry.word().toLowerCase(Locale.ROOT);
        String other = entry.otherWord().toLowerCase(Locale.ROOT);
        return List.of(
                word, other, initials(word), initials(other), entry.keys().toLowerCase(Locale.ROOT));
    }

    /// The text with each Hangul syllable as its initial consonant, without blanks: 관심종목 is ㄱㅅㅈㅁ.
    static String initials(String text) {
        StringBuilder initials = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE) {
                initials.append(INITIALS.charAt((letter - FIRST_SYLLABLE) / SYLLABLES_OF_AN_INITIAL));
            } else if (!Character.isWhitespace(letter)) {
                initials.append(letter);
            }
        }
        return initials.toString();
    }
}
