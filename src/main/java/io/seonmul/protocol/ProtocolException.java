// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.Locale;

/// Text from the wire that is not the protocol, with what was expected and the place where it failed.
///
/// The session counts it and lives on.
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /// What is wrong with `text`.
    ///
    /// @param text the text at fault, of any length
    /// @param details what the problem's words name, in their order
    public ProtocolException(Rejection.Problem problem, CharSequence text, String... details) {
        this(Rejection.of(problem, text, details));
    }

    /// What is wrong with a field.
    ///
    /// @param channel the TR
    /// @param field the field's wire name
    /// @param text the field's text
    ProtocolException(Channel channel, WireField field, CharSequence text) {
        this(
                Rejection.Problem.FIELD,
                text,
                channel.trId(),
                field.name(),
                field.unit().name().toLowerCase(Locale.ROOT));
    }

    private ProtocolException(Rejection rejection) {
        super(rejection.english());
        this.rejection = rejection;
    }

    /// What is wrong.
    public Rejection rejection() {
        return rejection;
    }
}
