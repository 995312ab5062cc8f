package pilothouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds English on a page that should have none: all but data, code and names. */
final class Leftovers {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern LABELS =
      Pattern.compile("\\s(?:aria-label|placeholder|label|title|alt|data-label)=\"([^\"]*)\"");

  /** What looks like a path, an address, an id or a setting, and a word in quotes, is not ours. */
  private static final Pattern CODED =
      Pattern.compile(
          "\\S*[\\w][/._@:=-]+[\\w(]\\S*|/\\S+|\\S+_\\S+|\\b[0-9a-f]{7,}\\b|“[^” ]+”|\\S*\\*\\S*");

  /** Names that are the same in every language. */
  private static final String NAMES = "Pilothouse|JSON|CSV|API|YAML|UTC|Ctrl|Esc|npm|Maven";

  /** What the village's tools told. */
  private static final Pattern TOLD =
      Pattern.compile("(#?\\d+ )*(## ?)?.*Improve (tickets|booking|docs|web) .*");

  private static final Pattern HIDDEN =
      Pattern.compile("(?s)<(script|code|kbd|pre|datalist|textarea)\\b.*?</\\1>");

  private final Set<String> data;
  private final Pattern names;

  /** Which texts have an English word; most stand on many pages. */
  private final Map<String, Boolean> known = new HashMap<>();

  private Leftovers(Set<String> data, Set<String> typed) {
    this.data = data;
    this.names =
        Pattern.compile(
            typed.stream()
                .filter(one -> WORD.matcher(one).find() && !one.startsWith("Improve "))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(
                    Collectors.joining("|", "(?<![A-Za-z])(?:" + NAMES + "|", ")(?![A-Za-z])")));
  }

  /**
   * Knows what a repository holds, and what else is data.
   *
   * @param typed what people typed and tools told
   */
  static Leftovers of(Path repository, Set<String> typed) throws IOException {
    Set<String> data = new HashSet<>(typed);
    for (String asked :
        List.of("log --all --format=%s%n%an", "tag", "grep -hE TODO|FIXME|HACK HEAD")) {
      git(repository, asked).map(line -> line.strip().replaceFirst("^// ", "")).forEach(data::add);
    }
    Set<String> names = new HashSet<>(typed);
    git(repository, "grep -hE TODO|FIXME|HACK HEAD")
        .forEach(line -> names.add(line.strip().replaceFirst("^// ", "")));
    git(repository, "log --all --name-only --format=")
        .forEach(path -> names.addAll(Arrays.asList(path.split("/", -1))));
    git(repository, "log --all --format=%an").forEach(names::add);
    git(repository, "branch --all --format=%(refname:short)").forEach(names::add);
    data.addAll(names);
    return new Leftovers(data, names);
  }

  private static Stream<String> git(Path repository, String asked) throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(Arrays.asList(asked.split(" ", -1)));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .lines();
  }

  /** Each piece of text that has an English word which is no data. */
  List<String> of(String html) {
    String body = html.substring(html.indexOf("<body>"));
    String plain = HIDDEN.matcher(body).replaceAll("<i>");
    Stream<String> labels = LABELS.matcher(plain).results().map(label -> label.group(1));
    Stream<String> seen = Arrays.stream(plain.split("<[^>]*>", -1));
    return Stream.concat(labels, seen)
        .map(text -> text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .map(text -> text.replaceAll("&[a-z#0-9]+;", " ").strip())
        .filter(text -> known.computeIfAbsent(text, this::isEnglish))
        .toList();
  }

  private boolean isEnglish(String text) {
    return !data.contains(text) && !TOLD.matcher(text).matches() && WORD.matcher(left(text)).find();
  }

  /** The text with signs for numbers, code and what is said in the language: English stays. */
  String shape(String text) {
    return names
        .matcher(CODED.matcher(text).replaceAll("#"))
        .replaceAll("#")
        .replaceAll("[\\p{IsGreek}]+", "~")
        .replaceAll("[0-9][0-9.,:]*", "#")
        .replaceAll("(?:[~#][^A-Za-z“”]*)+", "~ ")
        .strip();
  }

  private String left(String text) {
    return names.matcher(CODED.matcher(text).replaceAll(" ")).replaceAll(" ");
  }
}
