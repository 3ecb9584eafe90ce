// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.ArrayList;
import java.util.List;

/// Makes right data frames wrong, each in one way. No state; any thread.
final class MangledFrames {

    private static final int FIELDS = 3;

    private MangledFrames() {}

    static String mangle(String frame, Fault.Mangling how) {
        String[] parts = frame.split("\\|", 4);
        int count = Integer.parseInt(parts[2]);
        return switch (how) {
            case WRONG_COUNT -> joined(parts[0], parts[1], count % 2 == 0 ? 1 : count + 1, parts[3]);
            case NARROW -> joined(parts[0], parts[1], count, eachRecord(parts[3], count, -FIELDS));
            case WIDE -> joined(parts[0], parts[1], count, eachRecord(parts[3], count, FIELDS));
            case UNKNOWN_TR -> joined(parts[0], "H0XXXXX0", count, parts[3]);
            case NO_DIGITS -> joined(parts[0], parts[1], count, parts[3].replaceAll("[0-9]", "x"));
            case TRUNCATED -> frame.substring(0, frame.length() - parts[3].length() / 2);
            case NOT_ENCRYPTED -> joined("1", parts[1], count, parts[3]);
        };
    }

    private static String joined(String flag, String trId, int count, String payload) {
        return "%s|%s|%03d|%s".formatted(flag, trId, count, payload);
    }

    private static String eachRecord(String payload, int count, int more) {
        List<String> fields = List.of(payload.split("\\^", -1));
        int width = fields.size() / count;
        List<String> changed = new ArrayList<>();
        for (int record = 0; record < count; record++) {
            changed.addAll(fields.subList(record * width, record * width + width + Math.min(more, 0)));
            for (int added = 0; added < more; added++) {
                changed.add("new" + added);
            }
        }
        return String.join("^", changed);
    }
}
