// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this user's files of Seonmul are, by the custom of the platform. Immutable.
///
/// @param config settings and keys
/// @param state the log
record AppFolders(Path config, Path state) {

    private static final String NAME = "seonmul";
    private static final String TITLE = "Seonmul";

    /// The folders of this process: `home` or else `SEONMUL_HOME` holds everything, or else the platform's own places.
    static AppFolders of(Optional<Path> home, Map<String, String> environment, String osName, Path userHome) {
        Optional<Path> own = home.or(() -> path(environment, "SEONMUL_HOME"));
        if (own.isPresent()) {
            Path folder = own.get().toAbsolutePath().normalize();
            return new AppFolders(folder, folder);
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = path(environment, "APPDATA").orElse(userHome.resolve("AppData/Roaming"));
            Path local = path(environment, "LOCALAPPDATA").orElse(userHome.resolve("AppData/Local"));
            return new AppFolders(roaming.resolve(TITLE), local.resolve(TITLE));
        } else if (os.startsWith("mac")) {
            Path library = userHome.resolve("Library");
            return new AppFolders(
                    library.resolve("Application Support").resolve(TITLE),
                    library.resolve("Logs").resolve(TITLE));
        }
        return new AppFolders(
                xdg(environment, "XDG_CONFIG_HOME", userHome.resolve(".config")),
                xdg(environment, "XDG_STATE_HOME", userHome.resolve(".local/state")));
    }

    /// The folders of this process.
    ///
    /// @throws CommandException (usage) if one cannot be named in this locale
    static AppFolders ofThisProcess(Optional<Path> home) throws CommandException {
        try {
            Map<String, String> environment = System.getenv();
            boolean own = home.isPresent()
                    || !environment.getOrDefault("SEONMUL_HOME", "").isBlank();
            return of(
                    home,
                    environment,
                    System.getProperty("os.name"),
                    own ? Path.of("") : FilePaths.of(System.getProperty("user.home")));
        } catch (IllegalArgumentException e) {
            throw CommandException.of(ExitCode.USAGE, e);
        }
    }

    /// A relative path there is invalid and to be ignored: XDG Base Directory Specification.
    private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
        return path(environment, variable)
                .filter(Path::isAbsolute)
                .orElse(otherwise)
                .resolve(NAME);
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(value -> path(variable, value));
    }

    private static Path path(String variable, String value) {
        try {
            return FilePaths.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + ": " + e.getMessage(), e);
        }
    }
}
