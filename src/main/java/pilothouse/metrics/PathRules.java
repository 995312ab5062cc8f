package pilothouse.metrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells what sort of file a path names, by the conventions of common ecosystems. The order decides:
 * generated, document, test, code, configuration.
 */
final class PathRules {
  private static final int IN_GENERATED = 1;
  private static final int IN_DOCUMENTS = 2;
  private static final int IN_TESTS = 4;

  private final Map<String, Integer> folders = new HashMap<>();

  /** What the path names. */
  PathKind kind(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    String low = name.toLowerCase(Locale.ROOT);
    int folder = slash < 0 ? 0 : folder(path.substring(0, slash));
    if ((folder & IN_GENERATED) != 0 || isGenerated(low)) {
      return PathKind.GENERATED;
    }
    int dot = low.lastIndexOf('.');
    String ending = low.substring(dot + 1);
    boolean code =
        PathWords.CODE_NAMES.contains(low) || (dot >= 0 && PathWords.CODE_ENDINGS.contains(ending));
    if ((!code && isDocument(low, dot, ending)) || isPage(folder, ending)) {
      return PathKind.DOCUMENT;
    }
    if (!code) {
      return PathKind.CONFIGURATION;
    }
    return (folder & IN_TESTS) != 0 || isTestName(name, ending) ? PathKind.TEST : PathKind.CODE;
  }

  private static boolean isGenerated(String low) {
    if (PathWords.GENERATED_NAMES.contains(low) || low.startsWith("zz_generated.")) {
      return true;
    }
    for (String ending : PathWords.GENERATED_ENDINGS) {
      if (low.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDocument(String low, int dot, String ending) {
    if (dot < 0) {
      return PathWords.DOCUMENT_NAMES.contains(low);
    }
    return PathWords.DOCUMENT_ENDINGS.contains(ending)
        && !low.startsWith("requirements")
        && !low.startsWith("constraints");
  }

  /** A web page among documents. */
  private static boolean isPage(int folder, String ending) {
    return (folder & IN_DOCUMENTS) != 0 && (ending.equals("html") || ending.equals("htm"));
  }

  private static boolean isTestName(String name, String ending) {
    if (ending.equals("t") || ending.equals("bats")) {
      return true;
    }
    if (ending.equals("py") && (name.startsWith("test_") || name.equals("conftest.py"))) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    for (String end : PathWords.TEST_STEM_ENDINGS) {
      if (stem.length() > end.length() && stem.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folder of tests holds the path. */
  static boolean isUnderTests(String path) {
    int slash = path.lastIndexOf('/');
    return slash >= 0 && (new PathRules().folder(path.substring(0, slash)) & IN_TESTS) != 0;
  }

  private int folder(String folder) {
    Integer known = folders.get(folder);
    if (known == null) {
      known = flags(folder);
      folders.put(folder, known);
    }
    return known;
  }

  /** Folders above and this one; what lies under src/main is no test, whatever stands above. */
  private int flags(String folder) {
    int slash = folder.lastIndexOf('/');
    int above = slash < 0 ? 0 : folder(folder.substring(0, slash));
    String name = folder.substring(slash + 1);
    String low = name.toLowerCase(Locale.ROOT);
    if (PathWords.GENERATED_FOLDERS.contains(low)) {
      return above | IN_GENERATED;
    }
    if (low.equals("main") && folder.endsWith("src/main")) {
      return above & ~IN_TESTS;
    }
    if (PathWords.DOCUMENT_FOLDERS.contains(low)) {
      above |= IN_DOCUMENTS;
    }
    boolean named = PathWords.TEST_FOLDERS.contains(low) && !folder.contains("src/main/");
    boolean underSource = slash >= 0 && folder.startsWith("src", Math.max(0, slash - 3));
    boolean test = named || (underSource && isSourceSet(name));
    return test ? above | IN_TESTS : above;
  }

  /** A Gradle source set of tests directly under src: src/integrationTest, src/testShared. */
  private static boolean isSourceSet(String name) {
    return name.startsWith("test") || name.endsWith("Test") || name.endsWith("Tests");
  }
}
