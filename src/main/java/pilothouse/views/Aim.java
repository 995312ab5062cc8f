package pilothouse.views;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * Which part of the organisation is looked at, as it stands in an address: {@code team:harbour}.
 *
 * @param name empty for the organisation
 */
public record Aim(Kind kind, String name) {
  /** All of it. */
  public static final Aim ORGANISATION = new Aim(Kind.ORGANISATION, "");

  /** How large it is. */
  public enum Kind {
    ORGANISATION,
    TEAM,
    SYSTEM,
    REPOSITORY
  }

  /** One that may be chosen. */
  public record Named(Aim aim, String title) {}

  /** Some that may be chosen, under one heading. */
  public record Group(String name, List<View.Choice> choices) {
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /**
   * From an address; without one all of the organisation is looked at.
   *
   * @throws Refused when it is none
   */
  static Aim of(@Nullable String text) {
    if (text == null || text.equals("organisation")) {
      return ORGANISATION;
    }
    int colon = text.indexOf(':');
    for (Kind kind : Kind.values()) {
      boolean named = colon > 0 && text.substring(0, colon).equals(word(kind));
      if (named && kind != Kind.ORGANISATION && colon + 1 < text.length()) {
        return new Aim(kind, text.substring(colon + 1));
      }
    }
    String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    throw Refused.bad(
        Texts.say("views.aim.is-no-scope", shown),
        Texts.say("views.aim.use-organisation-team-name"));
  }

  /** As it stands in an address. */
  public String text() {
    return kind == Kind.ORGANISATION ? "organisation" : word(kind) + ":" + name;
  }

  /** Whether it is all of the organisation. */
  public boolean isAll() {
    return kind == Kind.ORGANISATION;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
