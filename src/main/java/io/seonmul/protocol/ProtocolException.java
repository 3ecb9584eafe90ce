// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.InstrumentCode;
import java.util.Locale;
import java.util.Optional;

/// Text from the wire that is not the protocol, with what was expected and the place where it failed.
///
/// The session counts it and lives on.
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final transient Optional<InstrumentCode> code;

    /// What is wrong with `text`.
    ///
    /// @param text the text at fault, of any length
    /// @param details what the problem's words name, in their order
    public ProtocolException(Rejection.Problem problem, CharSequence text, String... details) {
        this(Rejection.of(problem, text, details), Optional.empty());
    }

    /// What is wrong with a whole frame.
    ///
    /// @param code the contract of its first record, if that can be read
    ProtocolException(Rejection.Problem problem, Optional<InstrumentCode> code, CharSequence text, String... details) {
        this(Rejection.of(problem, text, details), code);
    }

    /// What is wrong with a field.
    ///
    /// @param channel the TR
    /// @param field the field's wire name
    /// @param text the field's text
    /// @param code the record's contract, if that can be read
    ProtocolException(Channel channel, WireField field, CharSequence text, Optional<InstrumentCode> code) {
        this(
                Rejection.of(
                        Rejection.Problem.FIELD,
                        text,
                        channel.trId(),
                        field.name(),
                        field.unit().name().toLowerCase(Locale.ROOT)),
                code);
    }

    private ProtocolException(Rejection rejection, Optional<InstrumentCode> code) {
        super(rejection.english());
        this.rejection = rejection;
        this.code = code;
    }

    /// The contract whose record it was, as far as that could be read.
    public Optional<InstrumentCode> code() {
        return code;
    }

    /// What is wrong.
    public Rejection rejection() {
        return rejection;
    }
}
