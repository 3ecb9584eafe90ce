// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one line of JSON as which keys are kept, in the keychain or in the file. No state; any thread.
final class KeyText {

    private KeyText() {}

    static String of(AppKeys keys) throws IOException {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("appKey", keys.appKey());
        json.put("appSecret", keys.appSecret());
        return JSON.std.asString(json);
    }

    /// The keys in `text`; empty if it holds none.
    ///
    /// The parser's own message is not passed on: it may quote the text, and with it a secret.
    static Optional<AppKeys> parse(String text) {
        try {
            @Nullable Map<String, Object> json = JSON.std.mapFrom(Utf8.unmarked(text));
            return json != null
                            && json.get("appKey") instanceof String key
                            && json.get("appSecret") instanceof String secret
                            && !key.isBlank()
                            && !secret.isBlank()
                    ? Optional.of(new AppKeys(key, secret))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
