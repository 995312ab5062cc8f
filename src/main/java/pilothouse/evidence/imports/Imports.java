package pilothouse.evidence.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;
import pilothouse.evidence.tables.Constants;
import pilothouse.evidence.tables.Guide;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Tables;
import pilothouse.evidence.tests.Reports;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;
import pilothouse.text.Texts;

/**
 * Takes files: looks at the beginning, understands it by what is declared, remembered or guessed,
 * and reads the whole once, at any size.
 */
public final class Imports {
  private final Facts facts;
  private final Mappings mappings;
  private final Supplier<Rules> rules;
  private final Jobs jobs;
  private final InstantSource clock;

  /** Imports into that storage, while nothing is declared about environments. */
  public Imports(Storage storage, Facts facts, InstantSource clock) {
    this(storage, facts, Rules::none, clock, "");
  }

  /**
   * Imports into that storage.
   *
   * @param rules asked what environments mean
   * @param holder this process, as no other is called
   */
  public Imports(
      Storage storage, Facts facts, Supplier<Rules> rules, InstantSource clock, String holder) {
    this.rules = rules;
    this.facts = facts;
    this.mappings = new Mappings(storage, clock);
    this.jobs = new Jobs(storage, clock, holder);
    this.clock = clock;
  }

  /** The imports that were made and are under way, with their receipts. */
  public Jobs jobs() {
    return jobs;
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws BadFile when it is nothing that can be imported
   */
  public Look look(String name, InputStream raw, Wish wish) throws IOException {
    return look(name, raw, wish, signature -> false);
  }

  /**
   * The same.
   *
   * @param anew for which tables nothing counts that was confirmed before, by their signature
   */
  public Look look(String name, InputStream raw, Wish wish, Predicate<String> anew)
      throws IOException {
    try {
      Unpacked in = Unpacked.of(raw);
      Kind kind = wish.kind() == Kind.AUTO ? guess(in) : wish.kind();
      if (!kind.isTable()) {
        return new Look(name, kind, in, null, null, true, null, this::isProduction);
      }
      Tables table = Tables.open(in, kind);
      Mappings.Known known =
          anew.test(table.signature()) ? null : mappings.find(kind, table.signature()).orElse(null);
      Mapping mapping =
          Wishes.declared(known == null ? table.guess() : known.mapping(), table, wish);
      Constants.check(mapping, clock.instant());
      Instant at = known != null && known.mapping().equals(mapping) ? known.confirmedAt() : null;
      return new Look(name, kind, in, table, mapping, at != null, at, this::isProduction);
    } catch (EOFException e) {
      throw new BadFile(
          Texts.kept("kept.imports.it-breaks-off-within-its"),
          Texts.kept("kept.imports.make-or-send-it-again"));
    }
  }

  /** Remembers how a table is understood, for all that have the same columns. */
  public void confirm(Look look, String by, Who who) {
    if (look.table() != null && look.mapping() != null) {
      mappings.keep(look.mapping(), look.table().signature(), by, who);
    }
  }

  /** Forgets how such tables were understood; false when nothing was known. */
  public boolean forget(Kind kind, String signature, Who who) {
    return mappings.forget(kind, signature, who);
  }

  boolean isProduction(String environment) {
    return rules.get().isProduction(environment);
  }

  private static Kind guess(Unpacked in) throws IOException {
    byte[] head = in.head();
    Kind report = Reports.guess(head);
    if (report != Kind.AUTO) {
      return report;
    }
    if (EventFiles.isOne(head)) {
      return Kind.CDEVENTS;
    }
    Map<Kind, Long> fits = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      long known = kind.isTable() ? known(in, kind) : 0;
      if (known > 0) {
        fits.put(kind, known);
      }
    }
    long most = fits.values().stream().mapToLong(Long::longValue).max().orElse(0);
    fits.values().removeIf(known -> known < most);
    if (fits.size() == 1) {
      return fits.keySet().iterator().next();
    }
    throw new BadFile(
        fits.isEmpty()
            ? "It cannot be told what it holds."
            : "It may hold "
                + String.join(" or ", fits.keySet().stream().map(Kind::word).toList())
                + ".",
        Texts.kept("kept.imports.name-the-kind", String.join(", ", Kind.words())));
  }

  /** How many of a table's columns are known, when they give what the kind needs; else 0. */
  private static long known(Unpacked in, Kind kind) {
    try {
      Tables table = Tables.open(in, kind);
      Mapping mapping = table.guess();
      boolean lacks =
          Guide.lacks(mapping, table.sample()).stream()
              .anyMatch(lack -> lack.what().startsWith("No column"));
      boolean most = 2 * mapping.columns().size() > table.sample().header().size();
      return most && !lacks ? mapping.columns().size() : 0;
    } catch (BadFile | IOException _) {
      return 0;
    }
  }

  /** Begins an import, which may be of several files. */
  public Run begin(Wish wish, @Nullable String job, boolean stores, Run.Hears hears) {
    return new Run(this, wish, job, stores ? facts : null, hears);
  }

  /** Reads the whole file. */
  void read(Look look, Wish wish, Taking taking) throws IOException {
    Instant now = clock.instant();
    taking.begin(look.name());
    Tables table = look.table();
    Mapping mapping = look.mapping();
    try {
      if (table != null && mapping != null) {
        table.read(mapping, now, taking);
      } else if (look.kind() == Kind.CDEVENTS) {
        EventFiles.read(look, now, taking);
      } else {
        Reports.read(look.in(), look.kind(), wish.of(), now, taking);
      }
    } catch (EOFException e) {
      throw new BadFile(
          Texts.kept("kept.imports.it-breaks-off-within-its"),
          Texts.kept("kept.imports.make-or-send-it-again"));
    } catch (BadFile bad) {
      if (taking.receipt().seen() == 0) {
        throw bad;
      }
      taking.refused(0, new Unfit("", bad.why(), bad.mend()));
    }
  }
}
