package pilothouse.decisions.adr;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which option was decided for, and why: {@code Chosen option: "…", because …}. */
record Choice(String title, String because) {
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?im)^[ \\t>*_-]{0,9}(?:chosen (?:option|alternative|solution)|selected option"
              + "|gewählte (?:option|alternative|lösung)|option (?:choisie|retenue)"
              + "|opción (?:elegida|escogida|seleccionada)|opção escolhida|opção selecionada"
              + "|opzione scelta|gekozen optie|wybrana opcja|выбранный вариант|выбран вариант"
              + "|选择的方案|选定方案|选择方案|選択した(?:オプション|案)|採用した(?:選択肢|案)|選択肢の決定)"
              + "[ \\t*_]{0,4}[:：][ \\t*_]{0,4}");

  /** Opening quotes and those that close them. */
  private static final String OPEN = "\"“„«‘`「『\"";

  private static final String CLOSE = "\"”“»’`」』";
  private static final Pattern BECAUSE =
      Pattern.compile(
          "^[\\s*_]*[,;，、]?\\s*(?:because|since|as|weil|da|denn|parce que?|car|porque|ya que|pois"
              + "|perché|poiché|omdat|want|ponieważ|bo|потому что|так как|因为|なぜなら)?"
              + "(?![\\p{L}])[ \\t]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static @Nullable Choice read(String text, List<Option> options) {
    Matcher announced = ANNOUNCED.matcher(text);
    if (!announced.find()) {
      return null;
    }
    String rest = text.substring(announced.end());
    int quote = rest.isEmpty() ? -1 : OPEN.indexOf(rest.charAt(0));
    if (quote >= 0) {
      for (Option option : options) {
        String closed = option.title() + rest.charAt(0);
        if (rest.startsWith(closed + ", because ", 1)
            || rest.substring(1).strip().equals(closed + ".")) {
          return new Choice(option.title(), because(rest.substring(1 + closed.length())));
        }
      }
      int close = rest.indexOf(CLOSE.charAt(Math.min(quote, CLOSE.length() - 1)), 1);
      if (close > 1) {
        String title = Written.line(rest.substring(1, close)).replaceAll("^[*_]+|[*_]+$", "");
        return new Choice(title, because(rest.substring(close + 1)));
      }
    }
    return unquoted(rest);
  }

  private static @Nullable Choice unquoted(String rest) {
    int end = 0;
    while (end < rest.length()
        && ",.;\n".indexOf(rest.charAt(end)) < 0
        && !rest.startsWith(" because ", end)
        && end < 300) {
      end++;
    }
    String title = Written.line(rest.substring(0, end)).replaceAll("^[*_\\[]+|[*_\\]]+$", "");
    return title.isEmpty() || title.startsWith("{")
        ? null
        : new Choice(title, because(rest.substring(end)));
  }

  private static String because(String rest) {
    String reason = rest.startsWith(".") ? rest.substring(1) : rest;
    return Written.text(BECAUSE.matcher(reason).replaceFirst(""));
  }
}
