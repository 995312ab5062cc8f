package pilothouse.metrics;

import java.util.Set;

/** The words by which common ecosystems name files and folders of each sort. */
final class PathWords {
  static final Set<String> GENERATED_FOLDERS =
      words(
          """
          node_modules vendor vendored third_party third-party thirdparty bower_components \
          jspm_packages dist generated __generated__ generated-sources __snapshots__ pods \
          .yarn godeps _vendor\
          """);

  static final Set<String> GENERATED_NAMES =
      words(
          """
          package-lock.json npm-shrinkwrap.json pnpm-lock.yaml go.sum go.work.sum \
          packages.lock.json gradle.lockfile bun.lockb gradlew gradlew.bat mvnw mvnw.cmd \
          .terraform.lock.hcl package.resolved cartfile.resolved\
          """);

  static final String[] GENERATED_ENDINGS =
      list(
          """
          .lock .min.js .min.css .min.mjs .bundle.js .js.map .css.map .snap .pb.go .pb.h \
          .pb.cc .pb.swift _pb2.py _pb2.pyi _pb2_grpc.py _pb.js _pb.d.ts .g.dart .freezed.dart \
          .designer.cs .g.cs .g.i.cs _generated.go .gen.go _gen.go .generated.ts .generated.js \
          .generated.cs .generated.go\
          """);

  static final Set<String> DOCUMENT_ENDINGS =
      words(
          """
          md markdown mdx rst adoc asciidoc asc txt textile rdoc pod tex org pdf\
          """);

  static final Set<String> DOCUMENT_NAMES =
      words(
          """
          license notice readme changelog changes authors copying contributors maintainers \
          news history thanks\
          """);

  static final Set<String> DOCUMENT_FOLDERS =
      words(
          """
          docs doc documentation\
          """);

  static final Set<String> TEST_FOLDERS =
      words(
          """
          test tests spec specs __tests__ __mocks__ androidtest e2e testfixtures \
          integrationtest integration-test integration-tests integration_tests functionaltest \
          unittest unittests cypress testsuite\
          """);

  static final String[] TEST_STEM_ENDINGS =
      list(
          """
          Test Tests TestCase TestSuite IT ITCase Spec Specs Suite _test _tests _spec \
          _unittest .test .spec .cy .stories -test -spec\
          """);

  static final Set<String> CODE_ENDINGS =
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

  static final Set<String> CODE_NAMES =
      words(
          """
          makefile gnumakefile dockerfile containerfile rakefile jenkinsfile vagrantfile \
          cmakelists.txt build build.bazel workspace justfile\
          """);

  private PathWords() {}

  private static String[] list(String words) {
    return words.split(" ", -1);
  }

  private static Set<String> words(String words) {
    return Set.of(list(words));
  }
}
