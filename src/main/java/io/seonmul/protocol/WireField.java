// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

/// A field of a channel's record: a constant of an enum in wire order. Immutable; any thread.
public sealed interface WireField permits TickField, QuoteField {

    /// The wire's name.
    String name();

    /// The wire's index in its record, from 0.
    int ordinal();

    /// The name KIS gives it in Korean.
    String korean();

    /// The name this product gives it in English.
    String english();

    /// What its text stands for.
    TickField.Unit unit();
}
