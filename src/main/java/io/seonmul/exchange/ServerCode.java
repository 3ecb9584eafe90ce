// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// The codes with which the exchange answers a request over the WebSocket. Source: kis/message_codes.csv.
enum ServerCode {
    OPSP0000("0", "SUBSCRIBE SUCCESS"),
    OPSP0001("0", "UNSUBSCRIBE SUCCESS"),
    OPSP0002("1", "ALREADY IN SUBSCRIBE"),
    OPSP0003("1", "UNSUBSCRIBE ERROR(not found!)"),
    OPSP0007("1", "SUBSCRIBE INTERNAL ERROR"),
    OPSP0008("1", "MAX SUBSCRIBE OVER"),
    OPSP0011("1", "invalid approval : NOT FOUND"),
    OPSP8991("1", "SUBSCRIBE ERROR : invalid tr_id"),
    OPSP8992("1", "SUBSCRIBE ERROR : invalid tr_key"),
    OPSP8993("1", "JSON PARSING ERROR : invalid tr_key"),
    OPSP8996("9", "ALREADY IN USE appkey"),
    OPSP8997("1", "JSON PARSING ERROR : invalid tr_type"),
    OPSP8998("1", "JSON PARSING ERROR : invalid custtype"),
    OPSP9990("1", "JSON PARSING ERROR : tr_key not found"),
    OPSP9991("1", "JSON PARSING ERROR : input not found"),
    OPSP9992("1", "JSON PARSING ERROR : body not found"),
    OPSP9996("1", "JSON PARSING ERROR : appkey"),
    OPSP9997("1", "JSON PARSING ERROR : custtype not found"),
    OPSP9998("1", "JSON PARSING ERROR : header not found"),
    OPSP9999("1", "JSON PARSING ERROR : invalid json format");

    private final String result;
    private final String message;

    ServerCode(String result, String message) {
        this.result = result;
        this.message = message;
    }

    /// The body's `rt_cd`.
    String result() {
        return result;
    }

    /// The body's `msg1`.
    String message() {
        return message;
    }

    /// Whether the request was carried out.
    boolean success() {
        return result.equals("0");
    }
}
