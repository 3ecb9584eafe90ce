// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.SampleTick;
import io.seonmul.market.SyntheticTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The trades file, as another program reads it.
final class TradesCsvTest {

    @TempDir
    private Path folder;

    @Test
    void everyTradeIsARow() throws IOException {
        Contract contract = SyntheticTicks.contract("A05612");
        Instrument instrument = new Instrument(contract);
        SampleTick market = new SampleTick(contract, "1000.00");
        instrument.apply(market.buy("1000.00", 1));
        instrument.apply(market.later(1).sell("999.98", 3));
        market.lose(7);
        instrument.apply(market.later(1).buy("1000.02", 2));

        Path file = TradesCsv.write(
                folder.resolve("trades.csv"),
                contract.code(),
                instrument.snapshot().orElseThrow().trades());

        assertThat(Files.readString(file, UTF_8))
                .isEqualTo("\uFEFF" + String.join(",", TradesCsv.COLUMNS) + "\r\n"
                        + "A05612,0,09:00:00,2026-11-23T09:00:00.000+09:00,1000.00,1,none,false,false,0,0,1\r\n"
                        + "A05612,1,09:00:01,2026-11-23T09:00:01.000+09:00,999.98,3,seller,false,false,0,0,-2\r\n"
                        + "A05612,2,09:00:02,2026-11-23T09:00:02.000+09:00,1000.02,2,buyer,false,false,7,0,7\r\n");
    }
}
