// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.util.Optional;
import java.util.stream.Stream;

/// An answer code of the real-time server and what a client does about it. Source: kis/message_codes.csv.
public enum MessageCode {
    /// SUBSCRIBE SUCCESS.
    OPSP0000(Action.CONFIRM_REGISTERED),
    /// UNSUBSCRIBE SUCCESS.
    OPSP0001(Action.CONFIRM_UNREGISTERED),
    /// ALREADY IN SUBSCRIBE: what was wanted is the case.
    OPSP0002(Action.CONFIRM_REGISTERED),
    /// UNSUBSCRIBE ERROR (not found): what was wanted is the case.
    OPSP0003(Action.CONFIRM_UNREGISTERED),
    /// SUBSCRIBE INTERNAL ERROR.
    OPSP0007(Action.RETRY_REGISTRATION),
    /// MAX SUBSCRIBE OVER: until something is unregistered.
    OPSP0008(Action.REFUSE_CODE),
    /// SUBSCRIBE ERROR: mci send failed.
    OPSP0009(Action.RETRY_REGISTRATION),
    /// SUBSCRIBE WARNING: invalid appkey.
    OPSP0010(Action.STOP_KEYS),
    /// Invalid approval: NOT FOUND.
    OPSP0011(Action.REISSUE_KEY),
    /// Invalid tr_id.
    OPSP8991(Action.STOP_REQUEST),
    /// Invalid tr_key.
    OPSP8992(Action.REFUSE_CODE),
    /// JSON PARSING ERROR: invalid tr_key.
    OPSP8993(Action.REFUSE_CODE),
    /// JSON PARSING ERROR: personalseckey not found.
    OPSP8994(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: appsecret not found.
    OPSP8995(Action.STOP_REQUEST),
    /// ALREADY IN USE appkey: another session holds it.
    OPSP8996(Action.WAIT_LONG),
    /// JSON PARSING ERROR: invalid tr_type.
    OPSP8997(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: invalid custtype.
    OPSP8998(Action.STOP_REQUEST),
    /// Resource not available.
    OPSP8999(Action.RETRY_REGISTRATION),
    /// JSON PARSING ERROR: tr_key not found.
    OPSP9990(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: input not found.
    OPSP9991(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: body not found.
    OPSP9992(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: internal error.
    OPSP9993(Action.RETRY_REGISTRATION),
    /// JSON PARSING ERROR: INVALID appkey.
    OPSP9994(Action.STOP_KEYS),
    /// JSON PARSING ERROR: resource not available.
    OPSP9995(Action.RETRY_REGISTRATION),
    /// JSON PARSING ERROR: appkey.
    OPSP9996(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: custtype not found.
    OPSP9997(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: header not found.
    OPSP9998(Action.STOP_REQUEST),
    /// JSON PARSING ERROR: invalid json format.
    OPSP9999(Action.RETRY_REGISTRATION);

    /// What a client does about an answer.
    public enum Action {
        /// The code is registered.
        CONFIRM_REGISTERED,
        /// The code is not registered any more.
        CONFIRM_UNREGISTERED,
        /// Ask again after a pause.
        RETRY_REGISTRATION,
        /// This code cannot be had; the others can.
        REFUSE_CODE,
        /// Issue the approval key anew and reconnect.
        REISSUE_KEY,
        /// Another session holds the app key: wait long, never storm.
        WAIT_LONG,
        /// The app key is wrong: nothing helps but another one.
        STOP_KEYS,
        /// The request is wrong: a setting or a defect of this program.
        STOP_REQUEST;

        /// Whether it says that the server holds what was wanted, or holds it no more.
        boolean confirms() {
            return this == CONFIRM_REGISTERED || this == CONFIRM_UNREGISTERED;
        }
    }

    private final Action action;

    MessageCode(Action action) {
        this.action = action;
    }

    /// What a client does about it.
    public Action action() {
        return action;
    }

    /// The code of that name; empty for one that the list does not have.
    public static Optional<MessageCode> ofWire(String code) {
        return Stream.of(values()).filter(known -> known.name().equals(code)).findFirst();
    }
}
