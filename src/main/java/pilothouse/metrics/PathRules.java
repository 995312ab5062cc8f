package pilothouse.metrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells what sort of file a path names, by the conventions of common ecosystems. The order decides:
 * generated, document, test, code, configuration.
 */
final class PathRules {
  private static final Set<String> GENERATED_FOLDERS =
      words(
          """
          node_modules vendor vendored third_party third-party thirdparty bower_components \
          jspm_packages dist generated __generated__ generated-sources __snapshots__ pods \
          .yarn godeps _vendor\
          """);

  private static final Set<String> GENERATED_NAMES =
      words(
          """
          package-lock.json npm-shrinkwrap.json pnpm-lock.yaml go.sum go.work.sum \
          packages.lock.json gradle.lockfile bun.lockb gradlew gradlew.bat mvnw mvnw.cmd \
          .terraform.lock.hcl package.resolved cartfile.resolved\
          """);

  private static final String[] GENERATED_ENDINGS =
      list(
          """
          .lock .min.js .min.css .min.mjs .bundle.js .js.map .css.map .snap .pb.go .pb.h \
          .pb.cc .pb.swift _pb2.py _pb2.pyi _pb2_grpc.py _pb.js _pb.d.ts .g.dart .freezed.dart \
          .designer.cs .g.cs .g.i.cs _generated.go .gen.go _gen.go .generated.ts .generated.js \
          .generated.cs .generated.go\
          """);

  private static final Set<String> DOCUMENT_ENDINGS =
      words(
          """
          md markdown mdx rst adoc asciidoc asc txt textile rdoc pod tex org pdf\
          """);

  private static final Set<String> DOCUMENT_NAMES =
      words(
          """
          license notice readme changelog changes authors copying contributors maintainers \
          news history thanks\
          """);

  private static final Set<String> DOCUMENT_FOLDERS =
      words(
          """
          docs doc documentation\
          """);

  private static final Set<String> TEST_FOLDERS =
      words(
          """
          test tests spec specs __tests__ __mocks__ androidtest e2e testfixtures \
          integrationtest integration-test integration-tests integration_tests functionaltest \
          unittest unittests cypress testsuite\
          """);

  private static final String[] TEST_STEM_ENDINGS =
      list(
          """
          Test Tests TestCase TestSuite IT ITCase Spec Specs Suite _test _tests _spec \
          _unittest .test .spec .cy .stories -test -spec\
          """);

  private static final Set<String> CODE_ENDINGS =
      words(
          """
          java kt kts scala sc groovy gradle clj cljs cljc py pyi pyx rb erb rake gemspec haml \
          slim go rs c h cc cpp cxx hpp hh hxx inl m mm swift cs fs fsx vb cshtml razor js jsx \
          mjs cjs ts tsx mts cts vue svelte astro coffee php phtml twig dart ex exs eex heex \
          leex erl hrl lua pl pm t r jl hs lhs ml mli elm zig nim sol asm s cu f90 f cob cbl \
          sql sh bash zsh fish bats ps1 psm1 bat cmd tf hcl bicep proto thrift graphql gql css \
          scss sass less html htm jte jsp jspx ftl vm hbs mustache ejs pug liquid nix cmake mk \
          bzl l y g4 antlr vhdl v sv tcl el lisp rkt scm\
          """);

  private static final Set<String> CODE_NAMES =
      words(
          """
          makefile gnumakefile dockerfile containerfile rakefile jenkinsfile vagrantfile \
          cmakelists.txt build build.bazel workspace justfile\
          """);

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
    boolean code = CODE_NAMES.contains(low) || (dot >= 0 && CODE_ENDINGS.contains(ending));
    if ((!code && isDocument(low, dot, ending)) || isPage(folder, ending)) {
      return PathKind.DOCUMENT;
    }
    if (!code) {
      return PathKind.CONFIGURATION;
    }
    return (folder & IN_TESTS) != 0 || isTestName(name, ending) ? PathKind.TEST : PathKind.CODE;
  }

  private static boolean isGenerated(String low) {
    if (GENERATED_NAMES.contains(low) || low.startsWith("zz_generated.")) {
      return true;
    }
    for (String ending : GENERATED_ENDINGS) {
      if (low.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDocument(String low, int dot, String ending) {
    if (dot < 0) {
      return DOCUMENT_NAMES.contains(low);
    }
    return DOCUMENT_ENDINGS.contains(ending)
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
    for (String end : TEST_STEM_ENDINGS) {
      if (stem.length() > end.length() && stem.endsWith(end)) {
        return true;
      }
    }
    return false;
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
    if (GENERATED_FOLDERS.contains(low)) {
      return above | IN_GENERATED;
    }
    if (low.equals("main") && folder.endsWith("src/main")) {
      return above & ~IN_TESTS;
    }
    if (DOCUMENT_FOLDERS.contains(low)) {
      above |= IN_DOCUMENTS;
    }
    boolean named = TEST_FOLDERS.contains(low) && !folder.contains("src/main/");
    boolean underSource = slash >= 0 && folder.startsWith("src", Math.max(0, slash - 3));
    boolean test = named || (underSource && isSourceSet(name));
    return test ? above | IN_TESTS : above;
  }

  /** A Gradle source set of tests directly under src: src/integrationTest, src/testShared. */
  private static boolean isSourceSet(String name) {
    return name.startsWith("test") || name.endsWith("Test") || name.endsWith("Tests");
  }

  private static String[] list(String words) {
    return words.split(" ", -1);
  }

  private static Set<String> words(String words) {
    return Set.of(list(words));
  }
}
