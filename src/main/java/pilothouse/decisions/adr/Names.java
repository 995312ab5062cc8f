package pilothouse.decisions.adr;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a record is called: by its file and by its title. */
record Names(String file, String heading) {
  private static final int LONGEST = 300;
  private static final String KIND =
      "(?:architectur(?:e|al) decision record|architecture decision|adr|rfc|decision|entscheidung)";

  private static final Pattern IN_FILE =
      Pattern.compile(
          "(?i)^(?:.{0,40}?(?:adr|rfc|decision)s?[-_ ]?(?:[a-z]{1,12}[-_ ]){0,2})?"
              + "0*(\\d{1,5})(?=[-_. ]|$)");

  private static final Pattern DATED = Pattern.compile("^\\d{8}[-_].*|^\\d{4}-\\d{2}-\\d{2}.*");

  private static final Pattern IN_TITLE =
      Pattern.compile(
          "(?i)^[^\\p{L}\\p{N}\\[&`]{0,8}\\[?(?:"
              + KIND
              + "[ _#-]*\\]?[ ]*(\\d{1,5})\\]?(?:[ ]*[.:)|–—-]+[ ]*|[ ]+|$)|"
              + KIND
              + "[ ]*[:–—|-]+[ ]+"
              + "|#?(\\d{1,5})\\]?(?:[.:)]+[ ]+|[ ]+[–—|-]+[ ]+))(.*)$");

  /** The number of the file without a sign behind it. */
  private static final Pattern COUNTED = Pattern.compile("^0*(\\d{1,5})\\s+(?=\\S)");

  static Names of(String fileName, @Nullable String heading) {
    String file = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
    return new Names(cut(file), heading == null ? "" : heading);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** As log4brains names its files. */
  boolean isDated() {
    return DATED.matcher(file).matches();
  }

  /** The number; null where neither says one. */
  @Nullable Integer number() {
    Matcher inFile = IN_FILE.matcher(file);
    if (!isDated() && inFile.find()) {
      return Integer.valueOf(inFile.group(1));
    }
    Matcher inTitle = IN_TITLE.matcher(cut(heading));
    if (!inTitle.matches()) {
      return null;
    }
    String digits = inTitle.group(1) == null ? inTitle.group(2) : inTitle.group(1);
    return digits == null ? null : Integer.valueOf(digits);
  }

  /** The title without its number. */
  String title() {
    Matcher inTitle = IN_TITLE.matcher(cut(heading));
    boolean begins = inTitle.matches() && !inTitle.group(3).isBlank();
    Matcher counted = COUNTED.matcher(cut(heading));
    Matcher inFile = IN_FILE.matcher(file);
    if (!begins && counted.find() && inFile.find() && counted.group(1).equals(inFile.group(1))) {
      return Written.readTitle(heading.substring(counted.end()));
    }
    return Written.readTitle(begins ? heading.substring(inTitle.start(3)).strip() : heading);
  }

  /** Would these words lose their beginning as a title? */
  static boolean isNumbered(String title) {
    return IN_TITLE.matcher(cut(title)).matches() || COUNTED.matcher(cut(title)).find();
  }

  static @Nullable String heading(List<Section> sections, FrontMatter front) {
    for (Section one : sections) {
      if (one.kind() == SectionKind.TITLE && !one.heading().isEmpty()) {
        return one.heading();
      }
    }
    List<String> words = front.words("title");
    return words.isEmpty() ? null : words.getFirst();
  }
}
