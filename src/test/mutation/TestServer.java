import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes against changed sources, each time with freshly loaded classes, so that nothing kept in a static field outlives a
 * change. The class path has the libraries only; the folders of the project's classes are the arguments.
 *
 * <p>Commands, one a line, with the answers on standard output:
 * <ul>
 * <li>{@code load TEST}: runs the unchanged program; {@code LOADED seconds class...} with the classes of the kernel that were loaded, or
 * {@code FAILED test};
 * <li>{@code mutant SOURCE FOLDER TEST...}: compiles the source into the folder and runs the test classes one after the other until one
 * fails; {@code INVALID message}, or {@code RUNNING test} for each and {@code KILLED test} at the first failure, at last {@code DONE}.
 * </ul>
 */
final class TestServer {

    private static final String KERNEL = "org.apodix.enclosure.";

    private final PrintStream answers = System.out;
    private final List<Path> folders = new ArrayList<>();
    private final Launcher launcher = LauncherFactory.create();

    public static void main(String[] args) throws Exception {
        var server = new TestServer();
        for (String folder : args) {
            server.folders.add(Path.of(folder));
        }
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        try (var lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String[] words = lines.nextLine().split(" ");
                if (words[0].equals("load")) {
                    server.load(words[1]);
                } else {
                    server.mutant(words);
                }
            }
        }
        System.exit(0);
    }

    private void load(String test) throws IOException {
        long start = System.nanoTime();
        try (var loader = new Loader(folders)) {
            String failed = firstFailure(test, loader, false);
            answers.println(failed == null
                    ? "LOADED " + (System.nanoTime() - start) / 1_000_000_000.0 + " " + String.join(" ", loader.kernel)
                    : "FAILED " + failed);
        }
    }

    private void mutant(String[] words) throws IOException {
        Path source = Path.of(words[1]);
        Path folder = Path.of(words[2]);
        Files.createDirectories(folder);
        String message = compile(source, folder);
        if (message != null) {
            answers.println("INVALID " + message.lines().findFirst().orElse(""));
            return;
        }
        var path = new ArrayList<Path>(List.of(folder));
        path.addAll(folders);
        for (int i = 3; i < words.length; i++) {
            answers.println("RUNNING " + words[i]);
            try (var loader = new Loader(path)) {
                if (firstFailure(words[i], loader, true) != null) {
                    break;
                }
            }
        }
        answers.println("DONE");
    }

    private String compile(Path source, Path target) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var output = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String classPath = folders.get(0) + System.getProperty("path.separator") + System.getProperty("java.class.path");
            var options = List.of("-d", target.toString(), "-cp", classPath, "-proc:none", "-nowarn", "-parameters");
            return compiler.getTask(output, files, null, options, null, files.getJavaFileObjects(source)).call() ? null : output.toString();
        }
    }

    private String firstFailure(String test, ClassLoader loader, boolean announce) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var first = new String[1];
        thread.setContextClassLoader(loader);
        try {
            var request = LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(test))
                    .configurationParameter("jqwik.shrinking.default", "OFF").build();
            launcher.execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                    if (result.getStatus() == TestExecutionResult.Status.FAILED && first[0] == null) {
                        first[0] = test + " " + identifier.getDisplayName();
                        if (announce) {
                            answers.println("KILLED " + first[0]);
                        }
                        throw new OutOfMemoryError("enough"); // the one error that JUnit does not catch: the other tests need not run
                    }
                }
            });
            return first[0];
        } catch (OutOfMemoryError enough) {
            return first[0] == null ? test : first[0];
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loads the project's classes anew and remembers those of the kernel. */
    private static final class Loader extends URLClassLoader {

        private final Set<String> kernel = new TreeSet<>();

        Loader(List<Path> folders) {
            super(folders.stream().map(Loader::url).toArray(URL[]::new), TestServer.class.getClassLoader());
        }

        private static URL url(Path folder) {
            try {
                return folder.toUri().toURL();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(KERNEL)) {
                kernel.add(name.substring(KERNEL.length()).replaceAll("\\$.*", ""));
            }
            return super.findClass(name);
        }
    }
}
