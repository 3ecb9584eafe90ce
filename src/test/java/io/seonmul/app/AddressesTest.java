// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class AddressesTest {
    private final Addresses.Rest rest = new Addresses.Rest();
    private final Addresses.Ws ws = new Addresses.Ws();

    @ParameterizedTest
    @CsvSource({
        "ws://ops.koreainvestment.com:21000, ws://ops.koreainvestment.com:21000/tryitout",
        "ws://127.0.0.1:40124, ws://127.0.0.1:40124/tryitout",
        "ws://127.0.0.1:40124/, ws://127.0.0.1:40124/",
        "WSS://example.com/a/b, WSS://example.com/a/b",
        "ws://[::1]:1, ws://[::1]:1/tryitout",
    })
    void anAddressWithoutAPathGetsTheUsualOne(String typed, String expected) {
        assertThat(ws.convert(typed)).isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:21000",
                "http://x",
                "ws://",
                "ws:x",
                "ws://a b",
                "ws://host:0",
                "ws://host:65536",
                "ws://host:x",
                "ws://user:secret@host",
                "ws://host?appkey=1",
                "ws://host#1",
            })
    void aMalformedAddressIsRefusedInOneLine(String typed) {
        assertThatThrownBy(() -> ws.convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'%s' is not an address such as ws://host:port", typed);
    }

    @Test
    void theAppSecretNeverTravelsInClear() {
        assertThat(rest.convert("https://example.com:9443")).isEqualTo(URI.create("https://example.com:9443"));
        assertThat(rest.convert("http://127.0.0.1:80/")).isEqualTo(URI.create("http://127.0.0.1:80"));
        assertThat(rest.convert("http://LOCALHOST:80")).isEqualTo(URI.create("http://LOCALHOST:80"));
        assertThat(rest.convert("http://[::1]:80")).isEqualTo(URI.create("http://[::1]:80"));
        for (String typed : new String[] {
            "http://example.com", "http://127.0.0.1.example.com", "http://localhost.example.com", "http://10.0.0.1"
        }) {
            assertThatThrownBy(() -> rest.convert(typed))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("would send the app secret unprotected");
        }
        assertThatThrownBy(() -> rest.convert("ftp://example.com"))
                .hasMessage("'ftp://example.com' is not an address such as https://host:port");
    }

    @Test
    void theDefaultsAreAddresses() {
        assertThat(rest.convert(Addresses.KIS_REST)).hasToString(Addresses.KIS_REST);
        assertThat(ws.convert(Addresses.KIS_WS)).hasToString(Addresses.KIS_WS);
        assertThat(Addresses.isLoopback(URI.create(Addresses.KIS_REST))).isFalse();
    }
}
