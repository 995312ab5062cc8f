package pilothouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds English on a page that should have none: all but data, code and names. */
final class Leftovers {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern LABELS =
      Pattern.compile("\\s(?:aria-label|placeholder|label|title|alt|data-label)=\"([^\"]*)\"");

  /** What looks like a path, an address, an id or a setting is none of our words. */
  private static final Pattern CODED =
      Pattern.compile("\\S*[\\w][/._@:=-]+[\\w(]\\S*|/\\S+|\\S+_\\S+|\\b[0-9a-f]{7,}\\b");

  /** Of the village, of tools, and what is called so in every language. */
  private static final String NAMES =
      "Pilothouse|JSON|CSV|API|YAML|UTC|Harbour|Pier|Buoy|Ferry|Mara|Lind|lights|lamp|Piers|and|buoy|Buoy|docs|main|staging|web|tariff|deploy|lint|test|build|production|npm|Maven"
          + "|lamps|ferry|booking|tickets|harbour|pier|village|Ctrl|Esc";

  /** What the village's tools told. */
  private static final String TOLD = "(#?\\d+ )*(## ?)?.*Improve (tickets|booking|docs|web) .*";

  private final Set<String> data;

  private Leftovers(Set<String> data) {
    this.data = data;
  }

  /** Knows what a repository holds. */
  static Leftovers of(Path repository) throws IOException {
    Set<String> data = new HashSet<>();
    for (String asked :
        List.of("log --all --format=%s%n%an", "tag", "grep -hE TODO|FIXME|HACK HEAD")) {
      data.addAll(git(repository, asked).map(String::strip).toList());
    }
    git(repository, "log --all --name-only --format=")
        .forEach(path -> data.addAll(Arrays.asList(path.split("/", -1))));
    return new Leftovers(data);
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
    String plain =
        body.replaceAll("(?s)<(script|code|kbd|pre|datalist|textarea)\\b.*?</\\1>", "<i>");
    Stream<String> labels = LABELS.matcher(plain).results().map(label -> label.group(1));
    Stream<String> seen = Arrays.stream(plain.split("<[^>]*>", -1));
    return Stream.concat(labels, seen)
        .map(text -> text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .map(text -> text.replaceAll("&[a-z#0-9]+;", " ").strip())
        .filter(text -> !data.contains(text) && !text.matches(TOLD))
        .filter(text -> WORD.matcher(left(text)).find())
        .toList();
  }

  /** The text with signs for numbers, code and what is said in the language: English stays. */
  static String shape(String text) {
    return CODED
        .matcher(text)
        .replaceAll("#")
        .replaceAll("[\\p{IsGreek}]+", "~")
        .replaceAll("[0-9][0-9.,:]*", "#")
        .replaceAll("(?:[~#][^A-Za-z“”]*)+", "~ ")
        .strip();
  }

  private static String left(String text) {
    return CODED.matcher(text).replaceAll(" ").replaceAll("\\b(" + NAMES + ")\\b", " ");
  }
}
