package dev.launchready;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rooms stay small: no file over 400 lines, no method over 50. */
class RoomsTest {
    private static final int MOST_LINES_OF_A_CLASS = 400;
    private static final int MOST_LINES_OF_A_METHOD = 50;

    @Test
    void noClassIsOver400Lines() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES_OF_A_CLASS) {
                large.add(file + ": " + lines + " lines");
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void noMethodIsOver50Lines() throws IOException {
        List<String> large = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LongMethods(unit, positions, large).scan(unit, null);
            }
        }
        assertThat(large).isEmpty();
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (start >= 0 && end >= 0) {
                long count = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
                if (count > MOST_LINES_OF_A_METHOD) {
                    found.add(unit.getSourceFile().getName() + ":" + lines.getLineNumber(start) + " " + method.getName()
                            + ": " + count + " lines");
                }
            }
            return super.visitMethod(method, null);
        }
    }

    private static List<Path> sources() throws IOException {
        Path home = Path.of(System.getProperty("launchready.home", "."));
        try (Stream<Path> files = Files.walk(home.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
