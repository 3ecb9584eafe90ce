// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The cipher of one session's encrypted frames: AES-256-CBC with PKCS7 padding, base64. Immutable; any thread.
///
/// @param key 32 characters, whose UTF-8 bytes are the key
/// @param iv 16 characters, likewise
record FrameSeal(String key, String iv) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    static FrameSeal random(RandomGenerator random) {
        return new FrameSeal(letters(random, 32), letters(random, 16));
    }

    private static String letters(RandomGenerator random, int count) {
        return random.ints(count, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /// One frame of `records`: flag, TR id, count of three digits, the records.
    String frame(String trId, List<String> records, boolean encrypted) {
        String payload = String.join("^", records);
        int count = records.size();
        String digits = (count < 10 ? "00" : count < 100 ? "0" : "") + count;
        return (encrypted ? "1|" : "0|") + trId + "|" + digits + "|" + (encrypted ? seal(payload) : payload);
    }

    private String seal(String payload) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.getBytes(UTF_8), "AES"),
                    new IvParameterSpec(iv.getBytes(UTF_8)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(payload.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-CBC", e);
        }
    }

    /// Names nothing: keys are not for logs.
    @Override
    public String toString() {
        return "FrameSeal";
    }
}
