// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "1.5s,1500", "2m,120000", "1h,3600000", "' 10S ',10000", "168h,604800000"})
    void readsWhatIsTyped(String typed, long millis) {
        assertThat(new Durations().convert(typed)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "0s", "0.0001s", "-5s", "10 s", "ten", "1d", "169h", "9999999999s", "1e3s"})
    void refusesTheRestWithAnExample(String typed) {
        assertThatThrownBy(() -> new Durations().convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'%s' is not a duration such as 500ms, 10s or 2m", typed);
    }
}
