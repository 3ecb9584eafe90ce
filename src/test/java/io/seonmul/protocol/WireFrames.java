// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

/// Frames for golden tests.
///
/// A1, A2 and the first record of A3 are real captures of H0IFCNT0 (2026-07-22, mini KOSPI200 A05608) as published in
/// the
/// tests of the public repository hinsmile77-debug/fuoption; of A3 the capturing author changed the hour and cut the
/// second record. E1 is synthetic: A1 and A2 in one frame.
public final class WireFrames {

    /// Record of frame A1.
    public static final String RECORD_A1 =
            "A05608^152953^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1^134935^7587962447^1082.72^-0.91^-0.22^0.00^0.00"
                    + "^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30"
                    + "^1080.04^1^1^60234^56822^-3412^69150^65657^997^478^106.25^0^1091.10^1069.50^2";

    /// Record of frame A2.
    public static final String RECORD_A2 =
            "A05608^152954^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1^134936^7588016462^1082.72^-0.91^-0.22^0.00^0.00"
                    + "^5.10^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30"
                    + "^1080.26^1^1^60234^56823^-3411^69150^65658^943^484^106.25^0^1091.10^1069.50^2";

    /// First record of frame A3.
    public static final String RECORD_A3 =
            "A05608^153010^-0.20^5^-0.02^1080.64^1131.06^1146.44^1079.36^1^134937^7588070494^1082.72^-0.57^-0.19^0.00^0.00"
                    + "^5.10^76672^571^000000^5^-50.42^000000^5^-65.80^000000^2^1.28^0.49^94.95^-2.08^0^1.51^1080.64"
                    + "^1080.50^1^1^60234^56824^-3410^69150^65659^927^486^106.25^0^1091.44^1069.84^2";

    /// Frame A1 as received.
    public static final String A1 = "0|H0IFCNT0|001|" + RECORD_A1;

    /// Frame A2 as received.
    public static final String A2 = "0|H0IFCNT0|001|" + RECORD_A2;

    /// Frame A3 as published: its second record is cut.
    public static final String A3 = "0|H0IFCNT0|002|" + RECORD_A3 + "^A0560...";

    /// Frame E1.
    public static final String E1 = "0|H0IFCNT0|002|" + RECORD_A1 + "^" + RECORD_A2;

    private WireFrames() {}
}
