package pilothouse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler's parser says of sources: types and methods, with their places and lengths. */
record Sources(List<File> files, List<Type> types, List<Method> methods) {

  /** A file and its lines. */
  record File(String path, int lines) {}

  /** A type; {@code where}: file and line. */
  record Type(String where, String name, boolean isPublic, boolean documented) {}

  /** A method or constructor with a body, from its first modifier to its last brace. */
  record Method(String where, String name, int lines, boolean isPublic, boolean overrides) {}

  /** All sources under a folder. */
  static Sources read(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> java = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      List<JavaFileObject> texts = new ArrayList<>();
      for (Path path : java) {
        texts.add(new Text(path, Files.readString(path)));
      }
      return parse(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One source that is given as text. */
  static Sources of(Path path, String text) {
    return parse(List.of(new Text(path, text)));
  }

  /** The lines of files under a folder that end so, by path; none when there is no folder. */
  static Map<String, Integer> lengths(Path folder, String ending) {
    Map<String, Integer> lengths = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder).filter(Files::isRegularFile)) {
        for (Path path : paths.filter(path -> path.toString().endsWith(ending)).toList()) {
          lengths.put(path.toString(), Files.readAllLines(path).size());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lengths;
  }

  private static Sources parse(List<? extends JavaFileObject> texts) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, texts);
    Sources sources = new Sources(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String path = Path.of(unit.getSourceFile().getName()).toString();
        int lines = (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
        sources.files.add(new File(path, lines));
        new Reader(sources, path, Trees.instance(task)).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static final class Reader extends TreePathScanner<Void, Void> {
    private final Sources sources;
    private final String path;
    private final Trees trees;

    Reader(Sources sources, String path, Trees trees) {
      this.sources = sources;
      this.path = path;
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!type.getSimpleName().isEmpty()) {
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC) && atTop();
        boolean documented = trees.getDocComment(getCurrentPath()) != null;
        sources.types.add(
            new Type(where(type), type.getSimpleName().toString(), isPublic, documented));
      }
      return super.visitClass(type, null);
    }

    private boolean atTop() {
      TreePath parent = getCurrentPath().getParentPath();
      return parent.getLeaf() instanceof CompilationUnitTree;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null && start(method) >= 0) {
        boolean overrides =
            method.getModifiers().getAnnotations().stream()
                .anyMatch(note -> note.getAnnotationType().toString().equals("Override"));
        boolean isPublic = method.getModifiers().getFlags().contains(Modifier.PUBLIC);
        int lines = (int) (line(end(method)) - line(start(method)) + 1);
        sources.methods.add(
            new Method(where(method), method.getName().toString(), lines, isPublic, overrides));
      }
      return super.visitMethod(method, null);
    }

    private String where(Tree tree) {
      return path + ":" + line(start(tree));
    }

    private long start(Tree tree) {
      return positions().getStartPosition(unit(), tree);
    }

    private long end(Tree tree) {
      return positions().getEndPosition(unit(), tree);
    }

    private long line(long position) {
      return unit().getLineMap().getLineNumber(position);
    }

    private SourcePositions positions() {
      return trees.getSourcePositions();
    }

    private CompilationUnitTree unit() {
      return getCurrentPath().getCompilationUnit();
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final Path path;
    private final String text;

    Text(Path path, String text) {
      super(URI.create("string:///" + path.toString().replace('\\', '/')), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    @Override
    public String getName() {
      return path.toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
