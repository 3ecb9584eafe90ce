// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The addresses at which a server can be met, and with which of them to begin. Any thread.
///
/// A name may have several addresses of which not all answer. One that refuses is followed by the next within the
/// attempt; one that swallows what it is sent takes the whole attempt, so that the next one begins behind it.
final class Doors {

    /// Finds the addresses of a name.
    interface Resolver {

        /// The computer's own way.
        Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

        /// The addresses, one or more.
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final AtomicInteger turn = new AtomicInteger();

    Doors(Resolver resolver) {
        this.resolver = resolver;
    }

    /// Where `uri` can be met, in the order in which to try; itself where its name is needed or has one address.
    /// Blocks.
    List<URI> of(URI uri) throws UnknownHostException {
        String host = uri.getHost();
        if (host == null || isProxied(uri)) {
            return List.of(uri); // the proxy needs the name
        }
        List<InetAddress> addresses = resolver.addresses(host);
        if (addresses.size() == 1) {
            return List.of(uri);
        }
        List<URI> doors = new ArrayList<>();
        for (InetAddress address : addresses) {
            doors.add(at(uri, address));
        }
        Collections.rotate(doors, -Math.floorMod(turn.get(), doors.size()));
        return doors;
    }

    /// The address that was tried first did not answer: the next attempt begins with another.
    void passOn() {
        turn.incrementAndGet();
    }

    private static boolean isProxied(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        URI asked = "ws".equals(uri.getScheme()) ? URI.create("socket://" + uri.getRawAuthority()) : uri;
        return selector != null && selector.select(asked).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private static URI at(URI uri, InetAddress address) {
        String text = address.getHostAddress();
        if (text.indexOf('%') >= 0) {
            return uri; // an address of one network card only: its zone has no place in a URI
        }
        String host = address instanceof Inet6Address ? "[" + text + "]" : text;
        try {
            return new URI(uri.getScheme(), null, host, uri.getPort(), uri.getPath(), uri.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e); // its parts are those of a URI
        }
    }
}
