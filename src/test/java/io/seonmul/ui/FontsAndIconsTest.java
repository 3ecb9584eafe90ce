// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the window needs on any machine is in the module: Korean letters, digits of one width, and its icons.
final class FontsAndIconsTest {
    private static final String DIGITS = "0123456789";
    private static final String KOREAN = "선물 코스피200 시가 고가 저가 미결제약정 괴리율 베이시스 뷁 힣 갸 ㄱㅎㅏㅣ";
    private static final String SIGNS = "+-−%.,:/()▲▼△▽·…";

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Medium", "Bold"})
    void theFontWritesKoreanAndAlignsDigits(String weight) throws Exception {
        Font font = font(weight);

        assertThat(font.canDisplayUpTo(KOREAN)).isEqualTo(-1);
        assertThat(undisplayable(font, SIGNS)).as("signs without a glyph").isEmpty();
        assertThat(widths(font)).as("widths of the digits").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void theWindowsIconsAreInTheModule(int size) throws Exception {
        try (InputStream file = FontsAndIconsTest.class.getResourceAsStream("icons/seonmul-" + size + ".png")) {
            BufferedImage icon = ImageIO.read(file);

            assertThat(icon.getWidth()).isEqualTo(size);
            assertThat(icon.getHeight()).isEqualTo(size);
        }
    }

    private static Font font(String weight) throws Exception {
        try (InputStream file = FontsAndIconsTest.class.getResourceAsStream("fonts/IBMPlexSansKR-" + weight + ".ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(13f);
        }
    }

    private static String undisplayable(Font font, String text) {
        return text.codePoints()
                .filter(letter -> !font.canDisplay(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Set<Double> widths(Font font) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        return DIGITS.chars()
                .mapToObj(digit ->
                        font.getStringBounds(Character.toString(digit), context).getWidth())
                .collect(Collectors.toSet());
    }
}
