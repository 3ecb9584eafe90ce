// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.protocol.Channel;
import java.time.LocalDateTime;

/// What the calendar says by the exchange's clock. Session thread only.
///
/// @param calendar the days and hours
/// @param clock the exchange's date and time
record SessionHours(TradingCalendar calendar, ExchangeClock clock) {

    /// What the calendar says of one code now.
    ///
    /// @param phase what its market does
    /// @param closure why it is closed, should it be
    record OfCode(Phase phase, CodeState.Closure closure) {}

    OfCode of(Channel channel, InstrumentCode code) {
        LocalDateTime now = clock.now();
        Phase phase = calendar.phase(now, channel.session(), code);
        return new OfCode(phase, phase == Phase.CLOSED ? closure(channel, code, now) : CodeState.Closure.HOURS);
    }

    private CodeState.Closure closure(Channel channel, InstrumentCode code, LocalDateTime now) {
        if (calendar.hasExpired(code, now.toLocalDate())) {
            return CodeState.Closure.EXPIRED;
        }
        return calendar.open(now.toLocalDate(), channel.session())
                .map(open -> now.isBefore(open) ? CodeState.Closure.BEFORE_OPENING : CodeState.Closure.HOURS)
                .orElse(CodeState.Closure.NO_TRADING_DAY);
    }
}
