package pilothouse.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.web.Sent;
import pilothouse.web.Where;
import tools.jackson.databind.json.JsonMapper;

/** A brief for people who decide, as it is being written. */
record Brief(String id, String place, String title, Body body, Instant changedAt) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * What it says. Numbers stand in it as {@code {metric@scope}}.
   *
   * @param options two to four
   * @param nothing what it costs to do nothing
   */
  record Body(
      String ask, String whyNow, List<Option> options, String nothing, String recommendation) {
    Body {
      options = List.copyOf(options);
    }

    String text() {
      return MAPPER.writeValueAsString(this);
    }

    static Body read(String text) {
      return MAPPER.readValue(text, Body.class);
    }

    /** All of it, to look for what is in it. */
    String whole() {
      StringBuilder all = new StringBuilder();
      options.forEach(one -> all.append(one.line()).append('\n'));
      return String.join("\n", ask, whyNow, all, nothing, recommendation);
    }
  }

  /** One way to go. */
  record Option(String name, String cost, String risk, String benefit) {
    String line() {
      return String.join(" | ", name, cost, risk, benefit);
    }
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  String page() {
    return "/briefs/" + id;
  }

  /** The words with their numbers as they are now. */
  Story story(Words words, Instant at) {
    Figures figures = new Figures(words);
    List<Story.Section> sections = new ArrayList<>();
    sections.add(section(figures, "ask", body.ask(), true));
    sections.add(section(figures, "why_now", body.whyNow(), true));
    for (Option one : body.options()) {
      sections.add(
          new Story.Section(
              Texts.say("rhythm.brief.option", one.name()),
              List.of(
                  figures.line("options", Texts.say("rhythm.brief.costs", one.cost())),
                  figures.line("options", Texts.say("rhythm.brief.risks", one.risk())),
                  figures.line("options", Texts.say("rhythm.brief.brings", one.benefit()))),
              false));
    }
    sections.add(section(figures, "nothing", body.nothing(), false));
    sections.add(section(figures, "recommendation", body.recommendation(), true));
    List<String> bare = Figures.bare(body.whole());
    if (!bare.isEmpty()) {
      sections.add(
          new Story.Section(
              Texts.say("rhythm.brief.own-figures"),
              List.of(Story.Line.of(String.join("; ", bare))),
              false));
    }
    return Story.of("brief", id, title, at, where(), sections);
  }

  private static Story.Section section(
      Figures figures, String field, String text, boolean isShort) {
    String heading = Texts.say("rhythm.brief." + field.replace('_', '-'));
    return new Story.Section(heading, List.of(figures.line(field, text)), isShort);
  }

  /** A brief as somebody typed it: short enough for one page of A4. */
  static Body body(Sent sent) {
    List<Option> options =
        sent.lines("options", 4, 600).stream().map(line -> option(line)).toList();
    if (options.size() < 2) {
      throw BriefTrouble.fewOptions();
    }
    return new Body(
        sent.needed("ask", 300),
        sent.needed("why_now", 700),
        options,
        sent.needed("nothing", 400),
        sent.needed("recommendation", 500));
  }

  private static Option option(String line) {
    List<String> parts = List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    boolean fits =
        parts.size() == 4
            && parts.stream().allMatch(part -> !part.isEmpty() && part.length() <= 160);
    if (!fits) {
      throw BriefTrouble.oddOption(line);
    }
    return new Option(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }
}
