// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts a fresh application image, gives it the AOT cache of that start, and starts it again.
///
/// Run by the `package` profile: `java AppImage.java FOLDER VERSION TIMESTAMP LAUNCHER-ARGUMENT...`; the arguments are
/// those of the start from which the cache learns. A cache that could not be made is said, and the image works without
/// it; a launcher that does not start is an error.
///
/// The cache is the last thing that is made, because it belongs to these very classes; and it stays beside the
/// launcher's configuration, where a user of an installed package cannot write.
private static final String NAME = "seonmul";

private static final long SECONDS = 120;

record Layout(Path launcher, Path app) {
    static Layout of(Path folder) {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            Path contents = folder.resolve(NAME + ".app", "Contents");
            return new Layout(contents.resolve("MacOS", NAME), contents.resolve("app"));
        }
        Path image = folder.resolve(NAME);
        return os.contains("windows")
                ? new Layout(image.resolve(NAME + ".exe"), image.resolve("app"))
                : new Layout(image.resolve("bin", NAME), image.resolve("lib", "app"));
    }

    Path cache() {
        return app.resolve(NAME + ".aot");
    }
}

record Run(int exitCode, String out, String err, long millis) {}

void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    String version = args[1];
    FileTime timestamp = FileTime.from(Instant.parse(args[2]));
    List<String> trial = List.of(args).subList(3, args.length);
    Layout layout = Layout.of(folder);

    // The VM accepts a cache only with the modules file of the very time it was made from, and packagers may reset times.
    stamp(folder, timestamp);
    Run first = check(layout, "", List.of("--version"));
    if (!first.out().contains(version) || !first.err().isBlank()) {
        throw new IllegalStateException("unexpected answer to --version: " + first);
    }
    Run trained = check(layout, "-XX:AOTCacheOutput=\"" + layout.cache() + "\"", trial);
    if (!Files.exists(layout.cache())) {
        IO.println("no AOT cache was made, the image starts without one: " + trained.err());
        return;
    }
    Files.setLastModifiedTime(layout.cache(), timestamp);
    Path configuration = layout.app().resolve(NAME + ".cfg");
    Files.writeString(
            configuration, "java-options=-XX:AOTCache=$APPDIR/" + NAME + ".aot\n", StandardOpenOption.APPEND);
    Files.setLastModifiedTime(configuration, timestamp);

    check(layout, "-XX:AOTMode=on", trial);
    Run last = check(layout, "", List.of("--version"));
    if (!last.out().equals(first.out()) || !last.err().isBlank()) {
        throw new IllegalStateException("with its AOT cache the image answers otherwise: " + last);
    }
    IO.println("%s starts (--version %d ms, %d ms before its AOT cache of %d MB)"
            .formatted(layout.launcher(), last.millis(), first.millis(), Files.size(layout.cache()) >> 20));
}

/// Runs the launcher with its own options and these; the VM itself reads them, so no launcher can lose them.
private static Run check(Layout layout, String options, List<String> arguments)
        throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(layout.launcher().toString()));
    command.addAll(arguments);
    Path out = Files.createTempFile(NAME, ".out");
    Path err = Files.createTempFile(NAME, ".err");
    try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        if (!options.isEmpty()) {
            builder.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", options));
        }
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within " + SECONDS + " s");
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err), millis);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(command + " with " + options + " ended with " + run);
        }
        return run;
    } finally {
        Files.delete(out);
        Files.delete(err);
    }
}

private static void stamp(Path folder, FileTime timestamp) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
            if (!Files.isSymbolicLink(file)) {
                Files.setLastModifiedTime(file, timestamp);
            }
        }
    }
}
