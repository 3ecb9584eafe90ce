// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.InstrumentCode;

/// What a decoder remembers of the newest record of one contract, to read of the next only what differs. Session thread
/// only.
sealed class RecordMemory permits TickDecoder.Newest {

    final InstrumentCode code;
    /// How the wire spells it; see [InstrumentCode#ofWire].
    String wireCode = "";
    /// The last eight bytes of each field, the separator before it included where there is room: equal where the text
    /// is
    /// equal, for a field of up to eight bytes.
    final long[] words;
    /// Whether the newest record was decoded to its end, so that what is remembered of it holds.
    boolean whole;

    RecordMemory(InstrumentCode code, Channel channel) {
        this.code = code;
        this.words = new long[channel.width()];
    }
}
