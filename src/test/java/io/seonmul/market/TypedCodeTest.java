// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedCodeTest {

    /// Where the two-set keyboard has the letters `a` to `z`.
    private static final String HANGUL_KEYS = "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A01612",
                " a01612\t",
                "Ａ０１６１２",
                "ａ０１６１２",
                "\u3000A01612\u00A0",
                "A01\u200B612",
                "\uFEFFA01612",
                "A01612\u200E",
                "ㅁ01612",
                "\u110601612",
                "KR4A016C0004",
                "kr4a016c0004",
                "\u200BＫＲ４Ａ０１６Ｃ０００４",
                "ㅏㄱ4ㅁ016ㅊ0004",
            })
    void whatWasMeantIsTheCode(String typed) {
        assertThat(InstrumentCode.parse(typed))
                .isEqualTo(new InstrumentCode.Parsed.Valid(new InstrumentCode("A01612")));
    }

    @Test
    void everyKeyOfTheKoreanKeyboardIsItsLetter() {
        assertThat(TypedCode.meant(HANGUL_KEYS)).isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        assertThat(TypedCode.meant("ㅁㅁ4612")).isEqualTo("AA4612");
    }

    /// What an input method makes of keys pressed one after another.
    @ParameterizedTest
    @CsvSource({"뮻, abc", "광, rhkd", "값, rkqt", "의, dml", "꽤, Rho", "읽, dlfr"})
    void composedSyllablesAreTheKeysThatMadeThem(String syllable, String keys) {
        assertThat(TypedCode.meant(syllable)).isEqualTo(keys.toUpperCase(Locale.ROOT));
    }

    @Test
    void aSpreadAndAnOldCodeAreReadThroughTheSameEyes() {
        assertThat(InstrumentCode.parse("ㅇ0161201"))
                .isEqualTo(new InstrumentCode.Parsed.Valid(new InstrumentCode("D0161201")));
        assertThat(InstrumentCode.parse("101ㅈ09")).isEqualTo(new InstrumentCode.Parsed.OldStyle("101W09"));
    }

    @ParameterizedTest
    @CsvSource({
        "KR4A016C0005, KR4A016C0005",
        "KR4B016A7454, KR4B016A7454",
        "'A01 612', A01 612",
        "A016\u200B13, A016U+200B13",
        "A01\u00A0612, A01U+00A0612",
        "선물, 선물",
    })
    void anythingElseIsShownAsTypedWithWhatNobodySees(String typed, String shown) {
        assertThat(InstrumentCode.parse(typed)).isEqualTo(new InstrumentCode.Parsed.NotFutures(shown));
    }
}
