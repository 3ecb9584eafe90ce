// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the addresses of a server as a person types them, and knows KIS's own. Immutable; any thread.
///
/// Source of the defaults: kis/protocol.md section 1.
final class Addresses {

    /// KIS's REST server.
    static final String KIS_REST = "https://openapi.koreainvestment.com:9443";
    /// KIS's real-time server; plain `ws`, it offers nothing else.
    static final String KIS_WS = "ws://ops.koreainvestment.com:21000/tryitout";

    private static final String WS_PATH = "/tryitout";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private Addresses() {}

    /// `--rest-url`: https, or http where it does not leave this computer (the app secret travels in it).
    static final class Rest implements ITypeConverter<URI> {
        @Override
        public URI convert(String typed) {
            URI uri = parse(typed, Set.of("https", "http"));
            if (uri.getScheme().equalsIgnoreCase("http") && !isLoopback(uri)) {
                throw new TypeConversionException("'" + typed
                        + "' would send the app secret unprotected; http is for this computer only, use https");
            }
            return uri.getPath().equals("/") ? URI.create(typed.strip().replaceAll("/$", "")) : uri;
        }
    }

    /// `--ws-url`: ws or wss; without a path it gets `/tryitout`.
    static final class Ws implements ITypeConverter<URI> {
        @Override
        public URI convert(String typed) {
            URI uri = parse(typed, Set.of("ws", "wss"));
            return uri.getPath().isEmpty() ? uri.resolve(WS_PATH) : uri;
        }
    }

    /// Whether what is sent there stays on this computer.
    static boolean isLoopback(URI uri) {
        return LOOPBACK.matcher(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static URI parse(String typed, Set<String> schemes) {
        URI uri;
        try {
            uri = new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw notAnAddress(typed, schemes);
        }
        if (uri.getScheme() == null
                || !schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null
                || uri.getPort() == 0
                || uri.getPort() > 65_535
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw notAnAddress(typed, schemes);
        }
        return uri;
    }

    private static TypeConversionException notAnAddress(String typed, Set<String> schemes) {
        String scheme = schemes.contains("ws") ? "ws" : "https";
        return new TypeConversionException("'" + typed + "' is not an address such as " + scheme + "://host:port");
    }
}
