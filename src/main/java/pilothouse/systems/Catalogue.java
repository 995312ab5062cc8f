package pilothouse.systems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.storage.DatedFields;
import pilothouse.storage.DatedFields.Change;
import pilothouse.storage.DatedFields.Field;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** The systems that people declared: what is said of them, by whom, and what was said before. */
public final class Catalogue {
  private static final DatedFields FIELDS = new DatedFields("system_field");
  private static final String ENTRY =
      "select name, declared_at, declared_by, source from system_entry ";
  private final Storage storage;
  private final InstantSource clock;
  private final Edges edges;
  private final RuleBook rules;
  private final ProposalWords words;

  Catalogue(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
    this.edges = new Edges(storage, clock);
    this.rules = new RuleBook(storage, clock);
    this.words = new ProposalWords(storage, clock);
  }

  /** Who answers for what, and what needs what. */
  public Edges edges() {
    return edges;
  }

  /** The rules by hand. */
  public RuleBook rules() {
    return rules;
  }

  /** Files that are followed, and proposals that were turned down. */
  public ProposalWords words() {
    return words;
  }

  /** All systems that are not retired, by name. */
  public List<Declared> all() {
    return everything().stream().filter(system -> !system.isRetired()).toList();
  }

  /** All systems, the retired ones too. */
  public List<Declared> everything() {
    return storage.read(Catalogue::declared);
  }

  /** The systems of these names, in their order; what is not there is left out. */
  public List<Declared> some(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    return storage.read(rows -> {
      Map<String, Map<String, Field>> fields = FIELDS.current(rows, names);
      Map<String, List<Edge>> edges =
          EdgeRows.of(rows, names).stream().collect(Collectors.groupingBy(Edge::system));
      return rows
          .createQuery(ENTRY + "where name in (<names>)")
          .bindList("names", names)
          .map((row, context) -> declared(row, fields, edges))
          .stream()
          .sorted(Comparator.comparingInt(system -> names.indexOf(system.name())))
          .toList();
    });
  }

  /** The system of this name, retired or not. */
  public Optional<Declared> find(String name) {
    return storage.read(rows ->
        rows.createQuery(ENTRY + "where name = :name")
            .bind("name", name)
            .map((row, context) ->
                declared(row, FIELDS.current(rows, name), EdgeRows.of(rows, name)))
            .findOne());
  }

  /** All that was ever said of it, the newest first. */
  public List<Field> history(String name) {
    return storage.read(rows -> FIELDS.history(rows, name));
  }

  /**
   * Declares a system, or says something new of it. A retired one comes back.
   *
   * @throws Refused where something makes no sense
   */
  public Change declare(SystemDraft draft, Said said) {
    refuse(draft.problems());
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      refusePart(rows, draft);
      boolean isNew = isUnknown(rows, draft.name());
      if (isNew) {
        rows.execute(
            "insert into system_entry (name, declared_at, declared_by, source) values (?, ?, ?, ?)",
            draft.name(),
            Instants.text(at),
            said.by(),
            said.source());
      }
      Map<String, String> all = new LinkedHashMap<>();
      all.put("retired", "");
      all.putAll(draft.fields());
      Map<String, String> before = FIELDS.values(rows, draft.name());
      Change change = FIELDS.set(rows, draft.name(), isNew, all, said, at);
      if (!change.isNothing()) {
        Revision.raise(rows);
        String what = isNew ? "system declared" : "system changed";
        write(rows, Entry.of(at, said, what, Subject.system(draft.name())), before);
      }
      return change;
    });
  }

  /** Retires a system: it stands in no list and answers to no name any more. */
  public void retire(String name, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      if (isUnknown(rows, name)) {
        throw new NotFound(
            Texts.say("systems.catalogue.unknown", name), Texts.say("systems.catalogue.see"));
      }
      Map<String, String> before = FIELDS.values(rows, name);
      FIELDS.set(rows, name, "retired", "yes", said, at);
      Revision.raise(rows);
      write(rows, Entry.of(at, said, "system retired", Subject.system(name)), before);
      return true;
    });
  }

  private static void write(Handle rows, Entry entry, Map<String, String> before) {
    Map<String, String> after = FIELDS.values(rows, entry.subject().name());
    Journal.write(rows, entry.changing(before, after));
  }

  List<SystemEntry> entries(Handle rows) {
    return declared(rows).stream()
        .filter(system -> !system.isRetired())
        .map(Declared::entry)
        .toList();
  }

  private static void refusePart(Handle rows, SystemDraft draft) {
    String whole = draft.fields().getOrDefault("part_of", "");
    if (whole.equals(draft.name())) {
      throw Refused.unfit(
          Texts.say("systems.catalogue.part-of-itself", whole),
          Texts.say("systems.catalogue.leave-empty"));
    }
    if (!whole.isEmpty() && isUnknown(rows, whole)) {
      throw Refused.unfit(
          Texts.say("systems.catalogue.unknown-whole", whole, draft.name()),
          Texts.say("systems.catalogue.declare-whole", whole));
    }
  }

  static boolean isUnknown(Handle rows, String name) {
    return rows.createQuery("select count(*) from system_entry where name = :name")
            .bind("name", name)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("systems.mend-it"));
    }
  }

  private static List<Declared> declared(Handle rows) {
    Map<String, Map<String, Field>> fields = FIELDS.current(rows);
    Map<String, List<Edge>> edges =
        EdgeRows.all(rows).stream().collect(Collectors.groupingBy(Edge::system));
    return rows.createQuery(ENTRY + "order by name")
        .map((row, context) -> declared(row, fields, edges))
        .list();
  }

  private static Declared declared(
      ResultSet row, Map<String, Map<String, Field>> fields, Map<String, List<Edge>> edges)
      throws SQLException {
    String name = row.getString("name");
    return declared(row, fields.getOrDefault(name, Map.of()), edges.getOrDefault(name, List.of()));
  }

  private static Declared declared(ResultSet row, Map<String, Field> fields, List<Edge> edges)
      throws SQLException {
    return new Declared(
        row.getString("name"),
        Instants.parse(row.getString("declared_at")),
        row.getString("declared_by"),
        row.getString("source"),
        fields,
        edges);
  }
}
