// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.List;
import java.util.function.UnaryOperator;

/// Why a text of the wire was rejected, for the log as well as for the screen, which says it in the user's language.
/// Immutable; any thread.
///
/// @param problem what is wrong
/// @param details what the problem's words name, in their order
/// @param text the text at fault, cut after 60 characters, control characters replaced
public record Rejection(Problem problem, List<String> details, String text) {

    private static final int SHOWN = 60;

    /// What can be wrong. The words are those of logs and of the command line; `%s` stands for a detail.
    public enum Problem {
        /// Neither a flag nor the bars of an envelope.
        NOT_A_FRAME("not a data frame"),
        /// TR or count of an impossible length.
        ENVELOPE("not a frame's TR and count"),
        /// A count that is no number.
        COUNT("not a frame's count"),
        /// A count of 0.
        NO_RECORDS("a frame of no records"),
        /// Details: the TR.
        CHARACTERS("%s has characters that no wire of KIS has"),
        /// Details: the TR, fields, count.
        NOT_DIVISIBLE("%s %s fields are not divisible by count %s"),
        /// Details: the TR, fields of a record, fields known.
        NARROW("%s %s fields a record, %s are known"),
        /// Details: the TR, records, count.
        HIDDEN_RECORDS("%s %s records for each one that count %s tells"),
        /// Details: the TR.
        BREAK("%s a field that holds a bar or a line break"),
        /// Details: the TR, the field's wire name, what it should be.
        FIELD("%s %s: not %s"),
        /// Details: the TR.
        UNDECIPHERABLE("%s payload cannot be decrypted"),
        /// An encrypted frame of a TR whose answer brought no key.
        NO_CIPHER("an encrypted frame without a key"),
        /// A frame of a TR that the monitor does not know.
        UNKNOWN_TR("a TR that was not asked for"),
        /// A control message that is no JSON.
        NOT_JSON("not JSON"),
        /// A JSON text that is no object.
        NOT_AN_OBJECT("not a JSON object"),
        /// Details: the name of the part that a control message lacks.
        PART_MISSING("a control message without %s"),
        /// An answer about a code that was not asked for.
        UNASKED_ANSWER("an answer about a code that was not asked for"),
        /// A defect of the monitor, met by this text.
        INTERNAL("internal error");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    /// Keeps the details.
    public Rejection {
        details = List.copyOf(details);
    }

    /// @param text the text at fault, of any length
    static Rejection of(Problem problem, CharSequence text, String... details) {
        return new Rejection(problem, List.of(details), shown(text));
    }

    private static String shown(CharSequence text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '·' : c);
        }
        return shown.append(text.length() > SHOWN ? "…" : "").toString();
    }

    /// The same with every text of the server's put through `hide`.
    public Rejection hidden(UnaryOperator<String> hide) {
        return new Rejection(problem, details.stream().map(hide).toList(), hide.apply(text));
    }

    /// The rejection in English, for logs and the command line.
    public String english() {
        return problem.words.formatted(details.toArray()) + ": '" + text + "'";
    }
}
