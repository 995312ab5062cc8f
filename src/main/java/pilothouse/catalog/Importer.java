package pilothouse.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Subject;
import pilothouse.people.Identities;
import pilothouse.people.Membership;
import pilothouse.storage.DatedFields;
import pilothouse.storage.Said;
import pilothouse.systems.Edge;
import pilothouse.systems.Edges;
import pilothouse.systems.Rules;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/**
 * Takes what files say, one thing after the other: what is bad is told and hinders nothing else.
 */
final class Importer {
  private final Kept kept;
  private final Said said;
  private final Tally receipt;
  private final LocalDate today;
  private final Names names;
  private final Set<Item> same = Collections.newSetFromMap(new IdentityHashMap<>());

  Importer(Kept kept, Said said, Tally receipt) {
    this.kept = kept;
    this.said = said;
    this.receipt = receipt;
    this.today = kept.today();
    this.names = new Names(kept, said);
  }

  /** Reads a file that a person gave, and takes what it says. */
  static Receipt file(Kept kept, Said said, String text) {
    return items(kept, said, Imports.read(said.source(), text));
  }

  /** Takes what somebody sent. */
  static Receipt items(Kept kept, Said said, List<Item> items) {
    Tally tally = new Tally(said.source());
    new Importer(kept, said, tally).take(items);
    Receipt receipt = tally.told();
    kept.journal().note(entry(kept, said, receipt));
    return receipt;
  }

  /** One entry for the file; each thing that it changed has its own beside it. */
  private static Entry entry(Kept kept, Said said, Receipt receipt) {
    Subject file = Subject.of("catalogue file", receipt.file(), "/exchange");
    return Entry.of(kept.clock().instant(), said, "catalogue file taken", file)
        .with(
            Map.of(
                "seen", String.valueOf(receipt.seen()),
                "added", String.valueOf(receipt.added()),
                "changed", String.valueOf(receipt.changed()),
                "unchanged", String.valueOf(receipt.unchanged()),
                "kept as a person said", String.valueOf(receipt.kept()),
                "refused", String.valueOf(receipt.refused().size())));
  }

  /** Takes all: names before what speaks of them. */
  void take(List<Item> items) {
    Parts parts = Parts.of(items);
    Comparator<Item> order =
        Comparator.<Item>comparingInt(Importer::order).thenComparingInt(parts::depth);
    Needs needs = new Needs(kept, said, items);
    List<Item> taken = new ArrayList<>();
    for (Item item : items.stream().sorted(order).toList()) {
      whole(
          item.where(),
          () -> {
            needs.refuse(item);
            take(item);
            taken.add(item);
          });
    }
    for (Item item : taken) {
      if (item instanceof Item.OfSystem system) {
        whole(item.where() + ", needs", () -> needs(system, needs));
      }
    }
    unread(items);
  }

  /** All of it or nothing. */
  private void whole(String where, Runnable work) {
    try {
      kept.systems().whole(work);
    } catch (Refused e) {
      receipt.refused(where, String.valueOf(e.getMessage()), e.mend());
    } catch (NotFound e) {
      receipt.refused(where, String.valueOf(e.getMessage()), e.mend());
    }
  }

  private void needs(Item.OfSystem item, Needs needs) {
    if (needs.take(item, today, receipt) && same.remove(item)) {
      receipt.changedAfterAll();
    }
  }

  /** Tells where systems live in repositories that nobody has read here. */
  private void unread(List<Item> items) {
    Rules rules = kept.systems().rules();
    for (Item item : items) {
      if (item instanceof Item.OfSystem system && rules.systems().contains(system.draft().name())) {
        String told = Unread.of(system.draft().fields().getOrDefault("repository", ""), rules);
        if (!told.isEmpty()) {
          receipt.note(item.where() + ": " + told);
        }
      }
    }
  }

  private static int order(Item item) {
    return switch (item) {
      case Item.OfTeam team -> team.services().isEmpty() ? 0 : 4;
      case Item.OfPerson person -> 1;
      case Item.OfSystem system -> 2;
      case Item.OfMember member -> 3;
      case Item.OfOwner owner -> 4;
      case Item.OfNeed need -> 5;
      case Item.OfRule rule -> 6;
      case Item.Note note -> 7;
      case Item.Bad bad -> 8;
    };
  }

  private void take(Item item) {
    switch (item) {
      case Item.OfTeam team -> team(team);
      case Item.OfPerson person -> person(person);
      case Item.OfSystem system -> system(system);
      case Item.OfMember member -> member(member);
      case Item.OfOwner owner -> {
        names.team(owner.team());
        edge(Edge.Kind.OWNER, owner.system(), owner.team(), owner.first(), owner.last());
      }
      case Item.OfNeed need ->
          edge(Edge.Kind.NEEDS, need.system(), need.other(), need.first(), need.last());
      case Item.OfRule rule -> count(kept.catalogue().rules().add(rule.draft(), said));
      case Item.Note note -> receipt.note(note.where() + ": " + note.says());
      case Item.Bad bad -> receipt.refused(bad.where(), bad.why(), bad.mend());
    }
  }

  private void count(boolean isNew) {
    if (isNew) {
      receipt.added();
    } else {
      receipt.unchanged();
    }
  }

  private void system(Item.OfSystem item) {
    List<String> owners = item.owners();
    if (owners != null) {
      owners.forEach(names::team);
    }
    DatedFields.Change change = kept.catalogue().declare(draft(item), said);
    boolean more = false;
    Set<String> stays = new TreeSet<>(change.kept());
    if (owners != null) {
      Edges.Followed followed =
          kept.catalogue()
              .edges()
              .follow(Edge.Kind.OWNER, item.draft().name(), owners, today, said);
      more = followed.changed();
      followed.kept().forEach(owner -> stays.add("owner"));
    }
    if (change.isNew()) {
      receipt.added();
    } else if (!change.isNothing() || more) {
      receipt.changed();
    } else if (stays.isEmpty()) {
      same.add(item);
      receipt.unchanged();
    } else {
      receipt.kept(
          Texts.say("catalog.importer.stays-as-a-person", item.where(), String.join(", ", stays)));
      return;
    }
    if (!stays.isEmpty()) {
      receipt.note(
          Texts.say("catalog.importer.stays-as-a-person", item.where(), String.join(", ", stays)));
    }
  }

  /** A file that is followed may speak of a whole that is declared elsewhere, or later. */
  private SystemDraft draft(Item.OfSystem item) {
    String whole = item.draft().fields().getOrDefault("part_of", "");
    if (said.byHand() || whole.isEmpty() || kept.catalogue().find(whole).isPresent()) {
      return item.draft();
    }
    receipt.note(Texts.say("catalog.importer.it-is-part-of", item.where(), whole));
    Map<String, String> fields = new LinkedHashMap<>(item.draft().fields());
    fields.remove("part_of");
    return new SystemDraft(item.draft().name(), fields);
  }

  /**
   * An edge that is open and now has an end, ends; one of which it was only known that it holds
   * from today gets its true beginning; anything else is added.
   */
  private void edge(
      Edge.Kind kind, String system, String other, LocalDate first, @Nullable LocalDate last) {
    List<Edge> open =
        kept.catalogue().find(system).stream()
            .flatMap(found -> found.edges().stream())
            .filter(edge -> edge.kind() == kind && edge.other().equals(other))
            .filter(edge -> edge.last() == null)
            .toList();
    for (Edge edge : open) {
      if (edge.first().equals(first) && last != null && !last.isBefore(first)) {
        kept.catalogue().edges().end(edge.id(), last, said);
        receipt.changed();
        return;
      }
      if (edge.first().equals(today) && first.isBefore(today) && last == null) {
        kept.catalogue().edges().end(edge.id(), today.minusDays(1), said);
        kept.catalogue().edges().add(kind, system, other, first, null, said);
        receipt.changed();
        return;
      }
    }
    count(kept.catalogue().edges().add(kind, system, other, first, last, said));
  }

  private void team(Item.OfTeam item) {
    DatedFields.Change change = kept.teams().declare(item.draft(), said);
    boolean more = false;
    for (String service : item.services()) {
      Optional<String> system = names.system(service);
      if (system.isEmpty()) {
        receipt.note(Texts.say("catalog.importer.its-service-is-no", item.where(), service));
      } else if (!isOwned(system.get(), item.draft().name())) {
        more |=
            kept.catalogue()
                .edges()
                .add(Edge.Kind.OWNER, system.get(), item.draft().name(), today, null, said);
      }
    }
    if (change.isNew()) {
      receipt.added();
    } else if (!change.isNothing() || more) {
      receipt.changed();
    } else if (change.kept().isEmpty()) {
      receipt.unchanged();
    } else {
      receipt.kept(
          Texts.say(
              "catalog.importer.stays-as-a-person",
              item.where(),
              String.join(", ", change.kept())));
    }
  }

  private boolean isOwned(String system, String team) {
    return kept.catalogue().find(system).stream()
        .anyMatch(found -> found.owners(today).contains(team));
  }

  private void person(Item.OfPerson item) {
    List<String> joined = kept.people().join(item.name(), item.addresses(), said);
    boolean more =
        item.bot() != null
            && kept.people().isBot(item.addresses().getFirst()) != item.bot()
            && kept.people().program(item.addresses().getFirst(), item.bot(), said);
    if (joined.size()
        == Set.copyOf(item.addresses().stream().map(Identities::key).toList()).size()) {
      receipt.added();
    } else if (!joined.isEmpty() || more) {
      receipt.changed();
    } else {
      receipt.unchanged();
    }
  }

  private void member(Item.OfMember item) {
    String team = names.team(item.team());
    String person = names.person(item.person());
    LocalDate first = item.first();
    LocalDate last = item.last();
    for (Membership there : kept.teams().memberships(team, person)) {
      boolean isIt = isFunction(there, item.function());
      if (isIt && first == null && last == null && there.holds(today)) {
        receipt.unchanged();
        return;
      }
      if (isIt && there.first().equals(first) && there.last() == null && last != null) {
        kept.teams().leave(there.id(), last, said);
        receipt.changed();
        return;
      }
    }
    LocalDate from = first == null ? today : first;
    count(kept.teams().join(team, person, item.function(), from, last, said));
  }

  private static boolean isFunction(Membership there, String function) {
    return function.isBlank() || there.function().equalsIgnoreCase(function.strip());
  }
}
