// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

/// UTF-8 text as editors save it. No state; any thread.
final class Utf8 {

    /// What some editors, and this program's own CSV files, put before the first character.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /// `text` without a byte order mark before it.
    static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
