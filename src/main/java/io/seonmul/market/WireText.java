// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The text of one record exactly as received: a part of its frame's text, cut out only when somebody asks. Immutable;
/// any thread.
///
/// The frame's whole text lives as long as this does; whoever keeps many records keeps their [#text].
///
/// @param frame the text of the whole frame
/// @param start where the record begins in it
/// @param end where the record ends in it, exclusive
public record WireText(String frame, int start, int end) {

    /// The record that is all of `text`.
    public static WireText of(String text) {
        return new WireText(text, 0, text.length());
    }

    /// The record alone.
    public String text() {
        return frame.substring(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireText that
                && end - start == that.end - that.start
                && frame.regionMatches(start, that.frame, that.start, end - start);
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
