// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.session.AppKeys;
import io.seonmul.session.ApprovalKeyClient;
import io.seonmul.session.ApprovalKeySource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Issues approval keys with the app keys of the moment, which the user may change while the monitor runs. Any thread.
final class CurrentKeys implements ApprovalKeySource, AutoCloseable {

    private final URI restUrl;
    private AppKeys keys;
    private volatile ApprovalKeyClient client;
    /// Keys of before stay secret.
    private final List<ApprovalKeyClient> all = new CopyOnWriteArrayList<>();

    /// @param restUrl the server that issues them
    CurrentKeys(URI restUrl, AppKeys keys) {
        this.restUrl = restUrl;
        this.keys = keys;
        this.client = new ApprovalKeyClient(restUrl, keys);
        all.add(client);
    }

    /// Uses `newKeys` from the next request on. One thread at a time.
    ///
    /// @return whether they are others than those used so far
    boolean change(AppKeys newKeys) {
        if (newKeys.equals(keys)) {
            return false;
        }
        ApprovalKeyClient before = client;
        keys = newKeys;
        client = new ApprovalKeyClient(restUrl, newKeys);
        all.add(client);
        before.close();
        return true;
    }

    @Override
    public void request(Consumer<Outcome> then) {
        client.request(then);
    }

    @Override
    public String hide(String text) {
        String shown = text;
        for (ApprovalKeyClient each : all) {
            shown = each.hide(shown);
        }
        return shown;
    }

    @Override
    public void close() {
        client.close();
    }
}
