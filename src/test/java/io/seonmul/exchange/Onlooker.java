// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A second client of an exchange, which knows the newest record of each code as it stands on the wire: for tests that
/// compare it with what a monitor shows.
public final class Onlooker implements AutoCloseable {

    private static final int WIDTH = 50;

    private final WireClient client;

    private Onlooker(WireClient client) {
        this.client = client;
    }

    /// Registers these codes under an app key of its own.
    public static Onlooker of(EmbeddedExchange exchange, List<InstrumentCode> codes) {
        return new Onlooker(WireClient.connect(exchange, "onlooker", WireClient.Reply.PONG)
                .registered(codes.stream().map(InstrumentCode::text).toArray(String[]::new)));
    }

    /// The newest record of that code; empty before the first.
    public Optional<String> newest(InstrumentCode code) {
        return client.frames.stream()
                .flatMap(String::lines)
                .filter(frame -> frame.startsWith("0|H0IFCNT0|") && frame.startsWith(code.text() + "^", 15))
                .reduce((_, later) -> later)
                .map(Onlooker::lastRecord);
    }

    private static String lastRecord(String frame) {
        String[] fields = frame.substring(15).split("\\^", -1);
        return String.join("^", Arrays.copyOfRange(fields, fields.length - WIDTH, fields.length));
    }

    @Override
    public void close() {
        client.close();
    }
}
