// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/// Opens links by Tyrus, at any of the server's addresses. Any thread.
public final class TyrusConnector implements FeedLink.Connector {

    private final Doors doors;

    /// With the computer's own way to find addresses.
    public TyrusConnector() {
        this(Doors.Resolver.SYSTEM);
    }

    TyrusConnector(Doors.Resolver resolver) {
        this.doors = new Doors(resolver);
    }

    @Override
    public FeedLink connect(URI uri, FeedLink.Listener listener) {
        return TyrusLink.open(uri, this, listener);
    }

    /// As [Doors#of], but for a link whose certificate needs the name: Tyrus has no other way to give it.
    List<URI> doors(URI uri) throws UnknownHostException {
        return "ws".equals(uri.getScheme()) ? doors.of(uri) : List.of(uri);
    }

    /// As [Doors#passOn].
    void passOn() {
        doors.passOn();
    }
}
