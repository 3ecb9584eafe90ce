// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The real-time subjects (TRs) that KIS has, as far as its published samples name them: a data file. This exchange
/// answers a registration of each, and sends records of those alone that it trades. Immutable; any thread.
final class TrTable {

    private final Map<String, Boolean> noticeByTrId;

    private TrTable(Map<String, Boolean> noticeByTrId) {
        this.noticeByTrId = Map.copyOf(noticeByTrId);
    }

    /// The table that comes with the exchange.
    static TrTable builtIn() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(TrTable.class.getResourceAsStream("trs.csv")), UTF_8))) {
            return new TrTable(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1].equals("notice"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether KIS has that TR.
    boolean has(String trId) {
        return noticeByTrId.containsKey(trId);
    }

    /// Whether that TR notifies a client of its own orders, which KIS sends encrypted.
    boolean isNotice(String trId) {
        return noticeByTrId.getOrDefault(trId, false);
    }
}
