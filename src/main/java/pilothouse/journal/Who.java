package pilothouse.journal;

import java.util.Locale;
import pilothouse.storage.Said;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * Who or what changed something.
 *
 * @param id stays the same; empty for the program
 * @param name as it was called then
 */
public record Who(Kind kind, String id, String name) {
  /** The id of whoever types a command. */
  public static final String TERMINAL = "terminal";

  /** What the ids of tokens begin with. */
  public static final String TOKEN = "token/";

  private static final int LONGEST = 200;

  public Who {
    id = Bounds.text(id, LONGEST);
    name = Bounds.text(name, LONGEST);
  }

  /** What somebody is. */
  public enum Kind {
    PERSON,
    TOKEN,
    TERMINAL,
    PROGRAM;

    /** As rows and programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A name as pages say it: what stands for no person's in the reader's language. */
  public static String called(String name) {
    return Texts.known("journal.who.", Say.plain(name));
  }

  /** What the program did of itself. */
  public static Who program() {
    return of("", "Pilothouse");
  }

  /** Whoever is not named to a reader, who is told whether it was a person or a program. */
  static Who somebody(Kind kind) {
    return new Who(kind, "", kind == Kind.TOKEN ? "a program" : "somebody");
  }

  /** Whoever types a command. */
  public static Who terminal() {
    return of(TERMINAL, "the terminal");
  }

  /** Whoever asks. */
  public static Who of(Caller caller) {
    return of(caller.id(), caller.name());
  }

  /** Whoever said something. */
  public static Who of(Said said) {
    return of(said.id(), said.by());
  }

  /** Somebody, whose kind the id tells. */
  public static Who of(String id, String name) {
    Kind kind =
        id.isEmpty()
            ? Kind.PROGRAM
            : id.equals(TERMINAL) ? Kind.TERMINAL : id.startsWith(TOKEN) ? Kind.TOKEN : Kind.PERSON;
    return new Who(kind, id, name);
  }
}
