package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what speaks for and against an option. */
final class Arguments {
  private enum Side {
    GOOD,
    NEUTRAL,
    BAD
  }

  private static final Map<String, Side> WORDS =
      Words.of(
          Side.class,
          """
          GOOD:good,pro,pros,advantage,advantages,benefit,benefits,gut,vorteil,vorteile,positiv,bon,bien,avantage,avantages,bueno,bien,ventaja,ventajas,bom,vantagem,vantagens,buono,bene,vantaggi,goed,voordeel,voordelen,dobrze,dobre,zaleta,zalety,хорошо,плюс,плюсы,за,преимущества,好,优点,優點,良い,長所,メリット,利点
          NEUTRAL:neutral,neutre,neutro,neutrale,neutraal,neutralnie,neutralne,нейтрально,中性,中立
          BAD:bad,con,cons,disadvantage,disadvantages,drawback,drawbacks,risk,schlecht,nachteil,nachteile,negativ,mauvais,mal,inconvénient,inconvénients,malo,desventaja,desventajas,ruim,mau,desvantagem,desvantagens,cattivo,male,svantaggi,slecht,nadeel,nadelen,źle,złe,wada,wady,плохо,минус,минусы,против,недостатки,坏,缺点,缺點,悪い,短所,デメリット,欠点
          """);

  private final Map<Side, List<String>> sides = new EnumMap<>(Side.class);
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder item = new StringBuilder();
  private boolean gap;
  private @Nullable Side open;
  private @Nullable Side heading;

  static Option read(String title, String body) {
    Arguments reading = new Arguments();
    body.lines().forEach(reading::line);
    reading.close();
    return new Option(
        title,
        Written.readAmongItems(reading.text.toString()),
        reading.sides.getOrDefault(Side.GOOD, List.of()),
        reading.sides.getOrDefault(Side.NEUTRAL, List.of()),
        reading.sides.getOrDefault(Side.BAD, List.of()),
        false);
  }

  private void line(String line) {
    if (isItem(line)) {
      item(line);
      gap = false;
      return;
    }
    boolean below = open != null && line.startsWith(" ");
    Side named = below ? null : side(line.strip(), true);
    boolean outside = gap && !line.isBlank() && !line.startsWith(" ");
    if (named != null || outside) {
      close();
      heading = named;
    }
    gap = line.isBlank();
    if (!line.startsWith("<!--")) {
      (open == null ? text : item)
          .append(open != null && line.startsWith("  ") ? line.substring(2) : line)
          .append('\n');
    }
  }

  private static boolean isItem(String line) {
    return line.length() > 2 && "*+-".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
  }

  private void item(String line) {
    close();
    String words = line.substring(2).strip();
    Side side = side(words, false);
    open = side != null ? side : heading;
    if (open == null) {
      text.append(line).append('\n');
    } else {
      item.append(side == null ? words : rest(words)).append('\n');
    }
  }

  private void close() {
    if (open != null) {
      sides
          .computeIfAbsent(open, key -> new ArrayList<>())
          .add(Written.readInItem(Written.text(item.toString())));
    }
    item.setLength(0);
    open = null;
  }

  /** The side that the first word takes, with a comma or colon behind it or alone. */
  private static @Nullable Side side(String words, boolean alone) {
    int end = word(words);
    String rest = words.substring(end).replaceFirst("^[*_]+", "");
    boolean fits = alone ? rest.matches("[:：*_]*") : rest.matches("(?s)[,:，：、;-].*");
    return fits ? WORDS.get(Words.plain(words.substring(0, end))) : null;
  }

  private static int word(String words) {
    int end = 0;
    while (end < words.length()
        && end < 40
        && (Character.isLetter(words.charAt(end)) || "*_".indexOf(words.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static String rest(String words) {
    String rest = words.substring(word(words)).replaceFirst("^[*_]*[,:，：、;-]?[*_]*\\s*", "");
    return rest.startsWith("because ") ? rest.substring("because ".length()) : rest;
  }
}
