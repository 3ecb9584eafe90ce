// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.net.URI;

/// One connection to the real-time server, from the attempt to its end: the port behind which a WebSocket library
/// stands.
///
/// No method blocks. A link is used once; after [#close] nothing is sent any more, though a callback under way may
/// still
/// arrive (the session tells its links apart and ignores old ones).
public interface FeedLink {

    /// Sends a text. Session thread.
    void send(String text);

    /// Sends a protocol ping, to be answered by [Listener#pong]. Session thread.
    void ping();

    /// Whether a server was met: a socket to it came about, be it a server of the right kind or not. Any thread.
    boolean hasMet();

    /// Ends the connection or the attempt and frees what it holds. Session thread.
    void close();

    /// What happens on the connection; called on the link's own threads, in order. Must not block.
    interface Listener {

        /// The connection is open.
        void opened();

        /// A text arrived, whole; or a binary message, as the text that its bytes are.
        void text(String text);

        /// The answer to a ping arrived.
        void pong();

        /// The connection, or the attempt, has ended; called once.
        ///
        /// @param reason [FailureReason#LINK_LOST] for a connection that was open, or why it could not be had
        /// @param detail what the network or the server said
        void closed(FailureReason reason, String detail);
    }

    /// Opens connections.
    interface Connector {

        /// Begins to connect to `uri` and returns at once.
        FeedLink connect(URI uri, Listener listener);
    }
}
