package pilothouse.debt;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unpacked;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Takes files with items: tables, and what analysis found. */
record Imports(Standings standings) {
  private static final int NAME = 200;

  /** A file that somebody sends, or names at a terminal. */
  Receipt take(String name, InputStream in, String repository, Caller caller, Who who) {
    Ledger ledger = standings.ledger();
    Predicate<Where> may = place -> caller.may(Permission.CHANGE, place);
    Function<String, Where> places =
        typed -> ledger.places().read(typed, caller, Permission.CHANGE);
    Tally tally = new Tally(Say.cut(Say.plain(name), NAME));
    String home = home(repository.strip(), caller);
    try {
      Unpacked file = Unpacked.of(in);
      List<Incoming> told =
          isSarif(file)
              ? Sarif.read(file, mustName(home), area(home), tally)
              : CsvSource.read(file, new Wording(standings, caller), home, places, tally);
      return Gathering.take(standings, told, may, who, tally);
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
  }

  private String home(String repository, Caller caller) {
    Where place = Where.repository(repository);
    if (repository.isEmpty() || (standings.ledger().places().has(place) && caller.sees(place))) {
      return repository;
    }
    throw Refused.unfit(
            Texts.say("debt.take.no-repository", Say.cut(repository, 60)),
            Texts.say("debt.take.see-repositories"))
        .at("repository");
  }

  private static String mustName(String repository) {
    if (repository.isEmpty()) {
      throw Refused.unfit(Texts.say("debt.take.whose"), Texts.say("debt.take.name-repository"))
          .at("repository");
    }
    return repository;
  }

  private UnaryOperator<String> area(String repository) {
    List<String> folders =
        repository.isEmpty() ? List.of() : standings.ledger().folders().apply(repository);
    return path -> SarifPath.area(path, folders);
  }

  private static boolean isSarif(Unpacked file) throws IOException {
    for (byte one : file.head()) {
      // A byte order mark may stand before it.
      if (one > ' ') {
        return one == '{';
      }
    }
    return false;
  }
}
