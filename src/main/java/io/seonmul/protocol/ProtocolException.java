// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.Locale;

/// Text from the wire that is not the protocol, with what was expected and the place where it failed.
///
/// Its message is for the status bar and the log: it shows at most 60 characters of the text, control characters
/// replaced.
/// The session counts it and lives on.
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    /// What is wrong with `text`.
    ///
    /// @param problem what was expected, in a few words
    /// @param text the text at fault, of any length
    public ProtocolException(String problem, CharSequence text) {
        super(problem + ": '" + shown(text) + "'");
    }

    /// What is wrong with a field.
    ///
    /// @param channel the TR
    /// @param field the field's wire name
    /// @param text the field's text
    ProtocolException(Channel channel, WireField field, CharSequence text) {
        this(
                channel.trId() + " " + field.name() + ": not "
                        + field.unit().name().toLowerCase(Locale.ROOT),
                text);
    }

    private static String shown(CharSequence text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '·' : c);
        }
        return shown.append(text.length() > SHOWN ? "…" : "").toString();
    }
}
