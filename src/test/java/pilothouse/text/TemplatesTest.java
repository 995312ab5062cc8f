package pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates have no words of their own: all they say comes from the file of texts. */
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern LABEL =
      Pattern.compile(" (?:aria-label|placeholder|title|alt|label|data-label)=\"([^\"]*)\"");

  /** What is the same in every language: the name, code, names of formats, examples to copy. */
  private static final Pattern SAME =
      Pattern.compile(
          "Pilothouse|API|JSON|CSV|[a-z]+/[a-z]+(/[a-z]+)?|Europe/Berlin|https?://\\S+"
              + "|[a-z]+=[a-z]+|system:checkout, team:core|checkout-\\*, acme/shop, team=payments"
              + "|catalog-info\\.yaml|checkout|yes|no|20\\d\\d-\\S+");

  private static final Pattern SAID_BY_SCRIPT =
      Pattern.compile("(textContent = |innerText = )?[\"`]((?:[^\"`\\\\\\n]|\\\\.)*)[\"`]");

  private static final Pattern TWO_WORDS = Pattern.compile("[A-Za-z]{2,} ([a-z]{2,}|\\$)");

  @Test
  void noTemplateHasAWordOfItsOwn() throws IOException {
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jte")).sorted().toList()) {
        written(Files.readString(file)).stream()
            .filter(text -> WORD.matcher(SAME.matcher(text).replaceAll("")).find())
            .forEach(text -> words.add(TEMPLATES.relativize(file) + ": " + text.strip()));
      }
    }
    assertEquals(List.of(), words);
  }

  /**
   * Scripts say what the page gives them: no text of theirs has two words, or is shown as it is.
   */
  @Test
  void noScriptHasAWordOfItsOwn() throws IOException {
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/assets"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".js")).sorted().toList()) {
        saidBy(Files.readString(file)).forEach(text -> words.add(file.getFileName() + ": " + text));
      }
    }
    assertEquals(List.of(), words);
    assertEquals(
        List.of("Try it again", "Sending ${name} now", "Sent"),
        saidBy(
            """
            // Says what it does.
            say("Try it again"); // twice
            const key = "Control+K Meta+K", at = "[data-key], a.more b";
            say(`Sending ${name} now`);
            place.textContent = "Sent";
            """));
  }

  private static List<String> saidBy(String script) {
    String code = script.replaceAll("(?m)(^|[ ;])//.*$", "");
    return SAID_BY_SCRIPT
        .matcher(code)
        .results()
        .filter(text -> text.group(1) != null || TWO_WORDS.matcher(text.group(2)).find())
        .map(text -> text.group(2))
        .filter(text -> !text.matches(".*[\\[#.=+>].*|"))
        .toList();
  }

  @Test
  void wordsAreFoundWhereTheyStand() {
    String page =
        """
        @import java.util.List
        @param String name
        @if(name.equals("Mara"))<p title="A name">Hello ${name}</p>@else<i>${say("x.y")}</i>@endif
        <code>git log</code>
        """;
    assertEquals(
        List.of("A name", "Hello"),
        written(page).stream()
            .filter(text -> WORD.matcher(text).find())
            .map(String::strip)
            .toList());
  }

  /** What a reader would see of a template itself. */
  private static List<String> written(String template) {
    String page = withoutCode(template);
    List<String> seen = new ArrayList<>();
    LABEL.matcher(page).results().forEach(label -> seen.add(label.group(1)));
    String plain =
        page.replaceAll("(?s)<(pre|code|kbd|script|svg|option)\\b[^>]*>.*?</\\1>", "<i>");
    seen.addAll(List.of(plain.split("<[^>]*>", -1)));
    return seen;
  }

  /** The template with a blank in place of each expression and each word of its own language. */
  private static String withoutCode(String template) {
    String lines = template.replaceAll("(?m)^@(import|param) .*$", "");
    StringBuilder page = new StringBuilder();
    for (int at = 0; at < lines.length(); ) {
      int begin = begin(lines, at);
      if (begin > 0) {
        at = end(lines, at + begin);
        page.append(' ');
      } else {
        page.append(lines.charAt(at++));
      }
    }
    return page.toString().replaceAll("@(else|endif|endfor)", " ");
  }

  /** How long what opens code is; 0 where none begins. */
  private static int begin(String text, int at) {
    for (String opening : List.of("${", "$unsafe{", "!{", "@if(", "@elseif(", "@for(")) {
      if (text.startsWith(opening, at)) {
        return opening.length();
      }
    }
    if (text.startsWith("@template", at)) {
      int open = text.indexOf('(', at);
      return text.startsWith("@`", text.indexOf("content = ", at) + 10)
              && text.indexOf("content = ", at) < text.indexOf('\n', at)
          ? text.indexOf("@`", at) + 2 - at
          : open + 1 - at;
    }
    return 0;
  }

  /** Where the code ends whose opening ends here; a page's content is no code. */
  private static int end(String text, int from) {
    if (text.startsWith("@`", from - 2)) {
      return from;
    }
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"') {
        at = text.indexOf('"', at + 1);
      } else if (letter == '(' || letter == '{') {
        depth++;
      } else if ((letter == ')' || letter == '}') && --depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }
}
