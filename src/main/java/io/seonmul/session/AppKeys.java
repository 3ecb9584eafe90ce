// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

/// A user's KIS app key and secret; secrets, so they never show themselves. Immutable; any thread.
///
/// @param appKey the app key, as KIS Developers shows it
/// @param appSecret the app secret
public record AppKeys(String appKey, String appSecret) {

    /// Says only that there are some.
    @Override
    public String toString() {
        return "AppKeys[…]";
    }
}
