// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Durations as they are typed: `500ms`, `10s`, `1.5s`, `2m`, `1h`; at most a week, more than nothing.
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public Duration convert(String typed) {
        Matcher matcher = NOTATION.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            Duration duration =
                    Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis(matcher.group(2))));
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw new TypeConversionException("'" + typed + "' is not a duration such as 500ms, 10s or 2m");
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }
}
