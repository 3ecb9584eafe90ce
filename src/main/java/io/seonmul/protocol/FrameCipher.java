// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How the frames of one TR are encrypted: AES-256-CBC, PKCS7, base64, key and iv being the UTF-8 bytes of the
/// registration
/// answer's `output`. Immutable; any thread; never shows its key. Source: kis/protocol.md section 6.
public final class FrameCipher {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;

    private final byte[] key;
    private final byte[] iv;

    private FrameCipher(byte[] key, byte[] iv) {
        this.key = key;
        this.iv = iv;
    }

    /// The cipher of that key and iv; empty unless they have 32 and 16 bytes.
    public static Optional<FrameCipher> of(String key, String iv) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] ivBytes = iv.getBytes(StandardCharsets.UTF_8);
        return keyBytes.length == KEY_BYTES && ivBytes.length == IV_BYTES
                ? Optional.of(new FrameCipher(keyBytes, ivBytes))
                : Optional.empty();
    }

    /// The same frame with its payload in clear.
    ///
    /// @throws ProtocolException if the payload is not base64, or not encrypted with this key
    public Frame decrypt(Frame frame) throws ProtocolException {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding"); // the JDK's name for PKCS7 on AES
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            byte[] clear = cipher.doFinal(Base64.getDecoder().decode(frame.payload()));
            return new Frame(false, frame.trId(), frame.count(), new String(clear, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new ProtocolException(Rejection.Problem.UNDECIPHERABLE, frame.payload(), frame.trId());
        }
    }

    /// Its key and iv, for who takes them out of texts that people see.
    public List<String> secrets() {
        return List.of(new String(key, StandardCharsets.UTF_8), new String(iv, StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameCipher that && Arrays.equals(key, that.key) && Arrays.equals(iv, that.iv);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key) * 31 + Arrays.hashCode(iv);
    }

    @Override
    public String toString() {
        return "FrameCipher[…]";
    }
}
