// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seonmul.market.InstrumentCode;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlMessageTest {

    private static final String KEY = "abcdefghijklmnopabcdefghijklmnop";
    private static final String IV = "0123456789abcdef";

    @Test
    void readsTheOfficialAnswerWithItsCipher() throws Exception {
        ControlMessage message = ControlMessage.parse("""
                {"header":{"tr_id":"H0MFCNT0","tr_key":"101V06","encrypt":"N"},"body":{"rt_cd":"0","msg_cd":"OPSP0000",\
                "msg1":"SUBSCRIBE SUCCESS","output":{"iv":"0123456789abcdef","key":"abcdefghijklmnopabcdefghijklmnop"}}}""");

        assertThat(message)
                .isEqualTo(new ControlMessage.Answer(
                        Optional.of("H0MFCNT0"),
                        Optional.of("101V06"),
                        true,
                        "OPSP0000",
                        "SUBSCRIBE SUCCESS",
                        FrameCipher.of(KEY, IV)));
        assertThat(message.toString()).doesNotContain(KEY).doesNotContain(IV);
    }

    @Test
    void readsADuplicateAndAKeyInUse() throws Exception {
        ControlMessage.Answer duplicate = (ControlMessage.Answer) ControlMessage.parse("""
                {"header":{"tr_id":"H0IOCNT0","tr_key":"B01610A51","encrypt":"N"},\
                "body":{"rt_cd":"1","msg_cd":"OPSP0002","msg1":"ALREADY IN SUBSCRIBE"}}""");
        assertThat(duplicate.action()).contains(MessageCode.Action.CONFIRM_REGISTERED);

        ControlMessage.Answer inUse = (ControlMessage.Answer) ControlMessage.parse("""
                {"header":{"tr_id":"(null)","tr_key":"","encrypt":"N"},\
                "body":{"rt_cd":"9","msg_cd":"OPSP8996","msg1":"ALREADY IN USE appkey"}}""");
        assertThat(inUse.action()).contains(MessageCode.Action.WAIT_LONG);
        assertThat(inUse.trId()).isEmpty();
        assertThat(inUse.trKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"header\":{\"tr_id\":\"PINGPONG\"}}",
                "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"\"}}",
                "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":20231004160455}}",
                "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20230230160455\"}}",
                "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"2023-10-04 16:04\"}}"
            })
    void keepsAHeartbeatWhoseMomentCannotBeRead(String text) throws Exception {
        assertThat(ControlMessage.parse(text)).isEqualTo(new ControlMessage.PingPong(text, Optional.empty()));
    }

    @Test
    void keepsTheHeartbeatAsReceived() throws Exception {
        String text = "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20231004160455\"}}";
        assertThat(ControlMessage.parse(text))
                .isEqualTo(new ControlMessage.PingPong(text, Optional.of(LocalDateTime.of(2023, 10, 4, 16, 4, 55))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "1",
                "{",
                "{}",
                "{\"header\":1}",
                "{\"header\":{\"tr_id\":\"X\"}}",
                "{\"header\":{},\"body\":{}}",
                "{\"header\":{},\"body\":{\"msg_cd\":7}}"
            })
    void refusesWhatIsNoControlMessage(String text) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> ControlMessage.parse(text));
    }

    @Test
    void writesARegistrationAsTheDocumentSays() {
        String text = ControlMessage.register(
                new ApprovalKey("a2585daf"), CustomerType.PERSON, Channel.H0IFCNT0, new InstrumentCode("A01612"));
        assertThat(text).isEqualTo("""
                {"header":{"approval_key":"a2585daf","custtype":"P","tr_type":"1","content-type":"utf-8"},\
                "body":{"input":{"tr_id":"H0IFCNT0","tr_key":"A01612"}}}""");
        assertThat(ControlMessage.unregister(
                        new ApprovalKey("k"), CustomerType.CORPORATION, Channel.H0IFCNT0, new InstrumentCode("A01612")))
                .contains("\"custtype\":\"B\",\"tr_type\":\"2\"");
    }

    @Test
    void decryptsAFrame() throws Exception {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(KEY.getBytes(UTF_8), "AES"),
                new IvParameterSpec(IV.getBytes(UTF_8)));
        String payload = Base64.getEncoder().encodeToString(aes.doFinal(WireFrames.RECORD_A1.getBytes(UTF_8)));
        FrameCipher cipher = FrameCipher.of(KEY, IV).orElseThrow();

        Frame clear = cipher.decrypt(Frame.parse("1|H0IFCNT0|001|" + payload));

        assertThat(clear.encrypted()).isFalse();
        assertThat(clear.count()).isEqualTo(1);
        assertThat(clear.payload()).isEqualTo(Frame.parse(WireFrames.A1).payload());
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> cipher.decrypt(Frame.parse("1|H0IFCNT0|001|qWVvLm")));
        assertThat(FrameCipher.of("short", IV)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0|",
                "0|H0IFCNT0",
                "0|H0IFCNT0|001",
                "2|H0IFCNT0|001|x",
                "0||001|x",
                "0|H0IFCNT0||x",
                "0|H0IFCNT0|0x1|x",
                "0|H0IFCNT0|000|x",
                "0|H0IFCNT0|9999999|x",
                "0|AVERYLONGTRIDTHATISNONE|001|x"
            })
    void refusesWhatIsNoFrame(String text) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> Frame.parse(text));
    }
}
