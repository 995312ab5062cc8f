package pilothouse.systems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.systems.Codeowners.Problem;
import pilothouse.systems.Codeowners.Rule;

/** Reads the text of a CODEOWNERS file, GitHub's or GitLab's. */
final class CodeownersText {
  private static final Pattern SECTION =
      Pattern.compile("\\^?\\[(?<name>[^\\]]*)\\](?:\\[\\d+\\])?(?<owners>(?:\\s+\\S.*)?)");
  private static final Pattern OWNER =
      Pattern.compile(
          "@@?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*(?:/[\\p{L}\\p{N}_.\\-]+)*|[^@\\s]+@[^@\\s]+");

  private final List<String> lines;
  private final boolean gitlab;
  private final Map<String, List<Rule>> sections = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private List<Rule> section;
  private List<String> usual = List.of();

  CodeownersText(String text, String location) {
    this.lines = text.replace("\uFEFF", "").lines().toList();
    this.gitlab =
        location.startsWith(".gitlab/")
            || lines.stream().anyMatch(line -> SECTION.matcher(line.strip()).matches());
    this.section = section("");
  }

  Codeowners read() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, i + 1);
      }
    }
    return new Codeowners(List.copyOf(sections.values()), problems);
  }

  private void read(String line, int number) {
    Matcher heading = SECTION.matcher(line);
    if (gitlab && heading.matches()) {
      section = section(heading.group("name").strip().toLowerCase(Locale.ROOT));
      usual = owners(words(heading.group("owners")), number);
      return;
    }
    List<String> words = words(line);
    String pattern = words.getFirst();
    if (pattern.startsWith("!")) {
      exclude(pattern, number);
      return;
    }
    List<String> owners = owners(words.subList(1, words.size()), number);
    boolean takesUsual = gitlab && owners.isEmpty();
    add(pattern, takesUsual ? usual : owners, number);
  }

  private void exclude(String pattern, int number) {
    if (gitlab) {
      add(pattern.substring(1), List.of(), number);
    } else {
      problems.add(new Problem(number, "a pattern cannot be turned round with ! here"));
    }
  }

  private void add(String pattern, List<String> owners, int number) {
    if (pattern.isEmpty() || (!gitlab && pattern.matches(".*(?<!\\\\)[\\[\\]].*"))) {
      problems.add(new Problem(number, "this pattern is not allowed: " + pattern));
    } else {
      section.add(new Rule(OwnerPattern.of(pattern, gitlab), owners));
    }
  }

  private List<Rule> section(String name) {
    return sections.computeIfAbsent(name, n -> new ArrayList<>());
  }

  private List<String> owners(List<String> words, int number) {
    var owners = new ArrayList<String>();
    for (String word : words) {
      if (OWNER.matcher(word).matches()) {
        owners.add(word);
      } else {
        problems.add(new Problem(number, "this is no owner: " + word));
      }
    }
    return List.copyOf(owners);
  }

  /** Words apart by space that no backslash stands before; a comment ends the line. */
  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(c).append(line.charAt(++i));
      } else if (Character.isWhitespace(c)) {
        end(word, words);
      } else if (c == '#' && word.isEmpty()) {
        break;
      } else {
        word.append(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
