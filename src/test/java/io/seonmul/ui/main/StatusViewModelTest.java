// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.Rejection;
import io.seonmul.session.CodeState;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.MarketToday;
import io.seonmul.session.SessionState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the window says of the connection while it goes and comes back.
class StatusViewModelTest {

    private static final Instant NOW = DemoMarket.CLOCK;
    private static final InstrumentCode CODE = new InstrumentCode("A01612");

    private final StagedSession session = new StagedSession(List.of(CODE));
    private final StatusViewModel model = new StatusViewModel(new Words(Locale.KOREAN), session.status(), NOW);

    private StatusViewModel.Connection when(SessionState state, CodeState code) {
        return when(state, code, NOW);
    }

    private StatusViewModel.Connection when(SessionState state, CodeState code, Instant now) {
        session.state = state;
        session.codes.put(CODE, code);
        model.show(session.status(), Optional.empty(), now);
        return model.barProperty().get().connection();
    }

    private static SessionState waiting(FailureReason reason) {
        return new SessionState.Waiting(reason, "close 1006", 2, NOW.plusSeconds(3));
    }

    @Test
    void anOpenSocketIsCalledLiveOnlyWhereTradesFlow() {
        SessionState live = new SessionState.Live(NOW);
        assertThat(when(live, new CodeState.Flowing()).word()).isEqualTo("실시간");
        assertThat(when(live, new CodeState.Requested()).word()).isEqualTo("종목 등록 중");
        assertThat(when(live, new CodeState.Registered(NOW)).word()).isEqualTo("체결 대기");
        assertThat(when(live, new CodeState.Quiet(NOW)).word()).isEqualTo("실시간 · 한산");
        assertThat(when(live, new CodeState.Stalled(NOW)).word()).isEqualTo("체결 멈춤");
        assertThat(when(live, new CodeState.Refused("OPSP0008", "MAX SUBSCRIBE OVER")))
                .satisfies(refused -> assertThat(refused.explanation()).contains("OPSP0008 MAX SUBSCRIBE OVER"))
                .satisfies(refused -> assertThat(refused.alarming()).isTrue());
    }

    /// The server registers and sends nothing: the window says since when.
    @Test
    void aLinkThatBringsNoTradeSaysSinceWhen() {
        SessionState reopened = new SessionState.Live(NOW.plusSeconds(3_600));
        assertThat(when(reopened, new CodeState.Stalled(NOW.plusSeconds(3_600))))
                .satisfies(silent -> assertThat(silent.word()).matches("등록됨 · \\d\\d:\\d\\d:\\d\\d 이후 체결 없음"))
                .satisfies(silent -> assertThat(silent.explanation()).contains("30분마다"))
                .satisfies(silent -> assertThat(silent.alarming()).isTrue());
    }

    /// On a holiday by notice the calendar has the market open and nothing comes; outside its table it says nothing.
    @Test
    void aSilenceThatTheHourDoesNotExplainIsQuestioned() {
        CodeState registered = new CodeState.Registered(NOW);
        CodeState quiet = new CodeState.Quiet(NOW.minusSeconds(86_400));
        session.lastRecordAt = Optional.of(NOW.minusSeconds(86_400));
        for (CodeState silent : List.of(registered, quiet)) {
            for (boolean early : List.of(true, false)) {
                Instant since = NOW.minusSeconds(early ? 3 * 3600 : 300);
                assertThat(when(new SessionState.Live(since), silent))
                        .satisfies(shown -> assertThat(shown.word())
                                .isEqualTo((early ? "08:45:00" : Formats.time(since)) + " 이후 체결 없음 · 임시 휴장?"))
                        .satisfies(shown -> assertThat(shown.health()).isEqualTo(StatusViewModel.Health.DOUBTFUL));
            }
            assertThat(when(new SessionState.Live(NOW.minusSeconds(299)), silent)
                            .word())
                    .as("it may yet come")
                    .isIn("체결 대기", "실시간 · 한산");
        }
        session.market = MarketToday.NOT_KNOWN;
        assertThat(when(new SessionState.Live(NOW), registered).word()).isEqualTo("체결 없음 · 개장 여부 모름");
        assertThat(when(new SessionState.Live(NOW), quiet).word()).isEqualTo("체결 없음 · 개장 여부 모름");
        assertThat(when(new SessionState.Live(NOW), new CodeState.Flowing()).word())
                .as("trades outrank the calendar")
                .isEqualTo("실시간");
    }

    @Test
    void whatACorrectionHidesIsNotCalledComplete() {
        session.counters = new FeedCounters(9, 9, 0, 900, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0);
        model.show(session.status(), Optional.empty(), NOW);
        assertThat(model.barProperty().get().lost().text()).endsWith(" 100%");
        assertThat(model.barProperty().get().lost().alarming()).isFalse();

        session.counters = new FeedCounters(9, 9, 0, 900, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 2);
        model.show(session.status(), Optional.empty(), NOW);
        StatusViewModel.Figure lost = model.barProperty().get().lost();
        assertThat(lost.text()).endsWith("≤ 100%");
        assertThat(lost.alarming()).isTrue();
        assertThat(lost.explanation())
                .endsWith(new Words(Locale.KOREAN)
                        .get("health.loss.unknown", new Words(Locale.KOREAN).count("corrections", 2)));
    }

    @Test
    void aSocketWithoutACodeIsNotCalledLive() {
        session.codes.clear();
        session.state = new SessionState.Live(NOW);
        model.show(session.status(), Optional.empty(), NOW);
        assertThat(model.barProperty().get().connection())
                .satisfies(idle -> assertThat(idle.word()).isEqualTo("연결됨 · 종목 없음"))
                .satisfies(idle -> assertThat(idle.alarming()).isFalse());
    }

    @Test
    void theBannerStandsFromTheFirstDoubtUntilTradesFlowAgain() {
        CodeState requested = new CodeState.Requested();
        assertThat(when(new SessionState.Connecting(1), requested).alarming()).isFalse();
        assertThat(when(new SessionState.Live(NOW), new CodeState.Flowing()).alarming())
                .isFalse();
        assertThat(when(new SessionState.Stale(NOW), new CodeState.Stalled(NOW)).alarming())
                .isTrue();
        assertThat(when(waiting(FailureReason.NOT_ANSWERING), requested).alarming())
                .isTrue();
        assertThat(when(new SessionState.Connecting(1), requested))
                .satisfies(again -> assertThat(again.alarming()).isTrue())
                .satisfies(again -> assertThat(again.explanation()).startsWith("소켓은 열려 있었지만"));
        assertThat(when(new SessionState.Live(NOW), requested).alarming()).isTrue();
        assertThat(when(new SessionState.Live(NOW), new CodeState.Registered(NOW))
                        .alarming())
                .isTrue();
        assertThat(when(new SessionState.Live(NOW), new CodeState.Flowing()).alarming())
                .isFalse();
        assertThat(when(new SessionState.Live(NOW), new CodeState.Registered(NOW))
                        .alarming())
                .isFalse();
    }

    @Test
    void aQuietMarketAfterAnOutageDoesNotKeepTheBanner() {
        CodeState registered = new CodeState.Registered(NOW);
        when(waiting(FailureReason.LINK_LOST), new CodeState.Requested());
        assertThat(when(new SessionState.Live(NOW), registered, NOW.plusSeconds(59))
                        .alarming())
                .isTrue();
        assertThat(when(new SessionState.Live(NOW), registered, NOW.plusSeconds(60))
                        .alarming())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInKorean(FailureReason reason) {
        StatusViewModel.Connection shown = when(waiting(reason), new CodeState.Requested());
        assertThat(shown.word()).matches("[가-힣].* · 3초 후 재연결");
        assertThat(shown.explanation()).matches("[가-힣K].*다음 시도: .* \\(2번째\\)\\..*");
    }

    @ParameterizedTest
    @EnumSource
    void everyRejectionIsSaidInKorean(Rejection.Problem problem) {
        session.rejection = Optional.of(new Rejection(problem, List.of("H0IFCNT0", "7", "2"), "4^5"));
        when(new SessionState.Live(NOW), new CodeState.Flowing());
        assertThat(model.barProperty().get().rejected().explanation())
                .matches(".* 최근: .*[가-힣]+.*: '4\\^5'")
                .doesNotContain("{");
        assertThat(session.rejection.get().english()).endsWith(": '4^5'").doesNotContain("{", "%");
    }

    @Test
    void aFeedThatComesLateIsMarked() {
        for (long late : List.of(2_999L, 3_001L)) {
            session.latency = Optional.of(
                    new LatencyBound(Duration.ofMillis(late), Duration.ofMillis(late + 1_000), Duration.ofMillis(340)));
            when(new SessionState.Live(NOW), new CodeState.Flowing());
            assertThat(model.barProperty().get().latency().alarming()).isEqualTo(late > 3_000);
        }
    }

    @Test
    void whatTheServerSaidIsToldAndWhatTheMonitorFoundIsNotToldTwice() {
        assertThat(when(waiting(FailureReason.SERVER_ERROR), new CodeState.Requested())
                        .explanation())
                .endsWith("상세: close 1006");
        assertThat(when(waiting(FailureReason.TIMED_OUT), new CodeState.Requested())
                        .explanation())
                .doesNotContain("close 1006");
    }
}
