// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Eight characters at once give what one character at a time gives.
class EightBytesTest {

    private static final long SEED = 20261124;
    private static final int CASES = 200_000;
    /// Digits mostly, and what stands next to them in the code table or on the wire.
    private static final String CHARACTERS = "012345678901234567890123456789/:^.-+ n\0\u007F\u0080\u00B9\u00FF";

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private String eight() {
        StringBuilder text = new StringBuilder();
        while (text.length() < Long.BYTES) {
            boolean digit = random.nextInt(8) != 0;
            text.append(
                    digit ? (char) ('0' + random.nextInt(10)) : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static long word(String text) {
        return EightBytes.at(text.getBytes(ISO_8859_1), 0);
    }

    @Test
    void aNumberIsWhatItsDigitsSay() {
        for (int i = 0; i < CASES; i++) {
            String text = eight();
            int count = 1 + random.nextInt(Long.BYTES);
            String digits = text.substring(Long.BYTES - count);
            boolean isNumber = digits.chars().allMatch(c -> c >= '0' && c <= '9');
            long number = EightBytes.number(word(text), count);
            if (isNumber) {
                assertThat(number).as("%s of seed %d", digits, SEED).isEqualTo(Long.parseLong(digits));
            } else {
                assertThat(number).as("%s of seed %d", digits, SEED).isNegative();
            }
        }
    }

    @Test
    void everyPlaceOfACharacterIsFoundAndNoOther() {
        for (int i = 0; i < CASES; i++) {
            String text = eight();
            char wanted = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            long found = EightBytes.find(word(text), wanted);
            for (int place = 0; place < Long.BYTES; place++) {
                long bit = (found >>> (Byte.SIZE * place)) & 0xFF;
                assertThat(bit)
                        .as("%s in %s at %d", wanted, text, place)
                        .isEqualTo(text.charAt(place) == wanted ? 0x80 : 0);
            }
        }
    }

    @Test
    void aCharacterTakenOutLetsThoseBeforeItMoveUp() {
        for (int i = 0; i < CASES; i++) {
            String text = eight();
            int place = random.nextInt(Long.BYTES);
            String rest = "\0" + text.substring(0, place) + text.substring(place + 1);
            assertThat(EightBytes.without(word(text), place))
                    .as("%s at %d", text, place)
                    .isEqualTo(word(rest));
        }
    }
}
