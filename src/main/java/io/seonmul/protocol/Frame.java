// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.List;

/// A data frame taken apart as far as its envelope: `flag|TR_ID|COUNT|payload`. Immutable; any thread.
///
/// Source: kis/protocol.md section 6.
///
/// @param encrypted whether the payload is AES-256-CBC in base64 (flag 1)
/// @param trId the TR it belongs to, known or not
/// @param count how many records the payload holds, 1 or more
/// @param text the frame, or as much of it as is known
/// @param start where in `text` the payload begins: the records, separated by `^` like their fields
public record Frame(boolean encrypted, String trId, int count, String text, int start) {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final int MAX_TR_ID = 16;
    private static final int MAX_COUNT_DIGITS = 6;

    /// A frame of which only the payload is known.
    public Frame(boolean encrypted, String trId, int count, String payload) {
        this(encrypted, trId, count, payload, 0);
    }

    /// The records alone.
    public String payload() {
        return text.substring(start);
    }

    /// Whether `text` begins like a data frame rather than a control message.
    public static boolean looksLikeFrame(String text) {
        return text.length() > 2 && (text.charAt(0) == '0' || text.charAt(0) == '1') && text.charAt(1) == '|';
    }

    /// Takes the envelope of `text` apart.
    ///
    /// @throws ProtocolException if it is not a data frame
    public static Frame parse(String text) throws ProtocolException {
        int afterTr = text.indexOf('|', 2);
        int afterCount = afterTr < 0 ? -1 : text.indexOf('|', afterTr + 1);
        if (!looksLikeFrame(text) || afterCount < 0) {
            throw new ProtocolException(Rejection.Problem.NOT_A_FRAME, text);
        }
        int countDigits = afterCount - afterTr - 1;
        if (afterTr - 2 < 1 || afterTr - 2 > MAX_TR_ID || countDigits < 1 || countDigits > MAX_COUNT_DIGITS) {
            throw new ProtocolException(Rejection.Problem.ENVELOPE, text);
        }
        int count = 0;
        for (int at = afterTr + 1; at < afterCount; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw new ProtocolException(Rejection.Problem.COUNT, text.substring(afterTr + 1, afterCount));
            }
            count = count * 10 + digit;
        }
        if (count == 0) {
            throw new ProtocolException(Rejection.Problem.NO_RECORDS, text);
        }
        return new Frame(text.charAt(0) == '1', trId(text, afterTr), count, text, afterCount + 1);
    }

    /// The TR id; of a known one always the same object.
    private static String trId(String text, int end) {
        for (Channel channel : CHANNELS) {
            if (channel.trId().length() == end - 2 && text.startsWith(channel.trId(), 2)) {
                return channel.trId();
            }
        }
        return text.substring(2, end);
    }
}
