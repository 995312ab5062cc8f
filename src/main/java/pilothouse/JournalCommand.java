package pilothouse;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.journal.Asked;
import pilothouse.journal.Check;
import pilothouse.journal.Journal;
import pilothouse.journal.Line;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.web.Caller;

/** {@code pilothouse journal}: who changed what, as a file, and whether all of it is there. */
@Command(
    name = "journal",
    description = "Prints the journal as JSON Lines, or checks that nobody changed it.",
    footer = {
      "%nEach line holds the hash of the one before; its own hash is SHA-256 over the line without"
          + " the hash, as RFC 8785 writes it.",
      "Ends with 0; with 1 when --verify finds that something was changed."
    })
final class JournalCommand implements Callable<Integer> {
  private static final Pattern NOTED = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");

  private final Console console;

  @Mixin private Common common = new Common();

  @Option(names = "--verify", description = "Looks for entries that were changed or taken out.")
  private boolean verify;

  @Option(
      names = "--noted",
      paramLabel = "NUMBER:HASH",
      description = "With --verify: an entry that was noted before must still be the same.")
  private @Nullable String noted;

  JournalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.existing(console);
    Check.Noted before = noted();
    if (before != null && !verify) {
      throw new Refused("--noted stands only beside --verify; add it, or leave --noted out.");
    }
    try (Storage storage = Storage.open(settings.database())) {
      Journal journal = new Journal(storage);
      if (!verify) {
        journal.each(Asked.ALL, Caller.onlyYou(), this::print);
        return Exit.FINE;
      }
      Check check = journal.verify(before);
      lines(check).forEach(line -> console.out().println(line));
      return check.isWhole() ? Exit.FINE : Exit.LIMIT_MET;
    }
  }

  /** What the check found, a line each. */
  static List<String> lines(Check check) {
    if (!check.isWhole()) {
      return check.troubles();
    }
    return check.entries() == 0
        ? List.of("The journal has no entry yet.")
        : List.of(
            "The journal is whole: %s, the last one is %d:%s"
                .formatted(Say.counted(check.entries(), "entry"), check.entries(), check.head()));
  }

  private void print(Line line) {
    console.out().print(line.json() + "\n");
  }

  private Check.@Nullable Noted noted() {
    if (noted == null) {
      return null;
    }
    Matcher parts = NOTED.matcher(noted);
    if (!parts.matches()) {
      throw new Refused(
          "--noted \"%s\" is no number and hash; write them as --verify printed them, 12:9f86…."
              .formatted(Say.plain(noted)));
    }
    return new Check.Noted(Long.parseLong(parts.group(1)), parts.group(2));
  }
}
