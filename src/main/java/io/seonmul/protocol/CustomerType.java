// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

/// Whom a KIS account belongs to (`custtype`).
public enum CustomerType {
    /// `P`: a person.
    PERSON("P"),
    /// `B`: a corporation.
    CORPORATION("B");

    private final String wire;

    CustomerType(String wire) {
        this.wire = wire;
    }

    /// The letter on the wire.
    public String wire() {
        return wire;
    }
}
