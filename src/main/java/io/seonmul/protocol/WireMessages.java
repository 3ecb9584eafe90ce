// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The messages in what a socket delivered: a text is meant to be one, and may be several, or have something around it.
/// No state; any thread.
public final class WireMessages {

    /// How a message begins: a frame's flag (one character), TR and count, or the header of a control message. Neither
    /// can stand within a message: no field holds a bar, and a control message has one header.
    private static final Pattern BEGINNING =
            Pattern.compile("[01]\\|[A-Z0-9]{1,16}\\|[0-9]{1,6}\\||\\{\\s*\"header\"\\s*:");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private WireMessages() {}

    /// The text that the bytes of a binary message are: UTF-8, or Latin-1 where they are not.
    public static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        }
    }

    /// The text without what is around a message and not of it: byte order marks, blanks, line breaks, NULs.
    public static String plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (start < end && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char character) {
        return character <= ' ' || character == BYTE_ORDER_MARK;
    }

    /// The messages of which a plain text consists, in their order; itself, if it is not several one behind the other.
    public static List<String> split(String text) {
        List<String> messages = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt()) {
            return List.of(text);
        }
        int start = 0;
        while (beginning.find(beginning.end())) {
            messages.add(plain(text.substring(start, beginning.start())));
            start = beginning.start();
        }
        messages.add(plain(text.substring(start)));
        return messages;
    }
}
