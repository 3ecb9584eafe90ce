// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.lang.module.ModuleDescriptor;
import picocli.CommandLine.IVersionProvider;

/// The program's version, as its module descriptor has it.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"seonmul " + number()};
    }

    /// Such as `0.1.0`; `unpackaged` where the classes do not come from the packaged module.
    static String number() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        return descriptor == null ? "unpackaged" : descriptor.rawVersion().orElse("unpackaged");
    }
}
