// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import io.seonmul.market.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Any text as a data frame, or as several in one: envelope, records and every typed field.
final class FrameFuzzTest {

    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

    private static final Pattern AROUND = Pattern.compile("[\\x00-\\x20\uFEFF]+");

    /// One decoder for all inputs, as in the session: what one frame leaves behind must not disturb the next.
    private static final TickDecoder DECODER = new TickDecoder();

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyTextIsDecodedOrRejected(byte[] data) {
        String text = new String(data, UTF_8);
        Fuzzed.survives(data.length, ProtocolException.class, () -> decode(text));
        for (String message : messages(text)) {
            if (Frame.looksLikeFrame(message)) {
                Fuzzed.survives(data.length, ProtocolException.class, () -> decode(message));
            }
        }
    }

    /// The messages of the text, as the session takes it apart: nothing of it is lost but what is around them.
    private static List<String> messages(String text) {
        List<String> messages = WireMessages.split(WireMessages.plain(text));
        assertThat(visible(String.join("", messages))).isEqualTo(visible(text));
        return messages;
    }

    private static String visible(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static int decode(String text) throws ProtocolException {
        Frame frame = Frame.parse(text);
        List<Tick> ticks = new ArrayList<>();
        List<ProtocolException> rejected = new ArrayList<>();
        int width = DECODER.decode(frame, AT, ticks::add, rejected::add);
        assertThat(ticks.size() + rejected.size()).as("records accounted for").isEqualTo(frame.count());
        assertThat(width).isGreaterThanOrEqualTo(TickField.WIDTH);
        if (!ticks.isEmpty()) {
            assertThat(records(frame, width))
                    .containsSubsequence(ticks.stream().map(Tick::raw).toList());
        }
        for (Tick tick : ticks) {
            assertThat(tick.last().hundredths() > 0 || tick.code().isSpread()).isTrue();
            assertThat(tick.size()).isNotNegative();
            assertThat(tick.toString()).isNotEmpty();
        }
        return width;
    }

    /// The records cut in the simplest way there is.
    private static List<String> records(Frame frame, int width) {
        List<String> fields = List.of(frame.payload().split("\\^", -1));
        List<String> records = new ArrayList<>();
        for (int record = 0; record < frame.count(); record++) {
            records.add(String.join("^", fields.subList(record * width, (record + 1) * width)));
        }
        return records;
    }
}
