package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pilothouse.decisions.adr.AdrFolder.Problem;
import pilothouse.decisions.adr.AdrFolder.Problem.Kind;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Finds what does not fit together among records. */
final class Problems {
  private static final int LONGEST = 120;
  private final List<Adr> records;
  private final Targeting targets;
  private final List<Problem> found = new ArrayList<>();

  /** Who takes the place of whom, as either side says. */
  private final Map<String, Set<String>> supersedes = new TreeMap<>();

  Problems(List<Adr> records, Targeting targets) {
    this.records = records;
    this.targets = targets;
  }

  List<Problem> found() {
    records.forEach(this::own);
    numbers();
    links();
    supersedes.keySet().forEach(this::cycle);
    found.sort(
        Comparator.comparing(Problem::file)
            .thenComparing(Problem::kind)
            .thenComparing(Problem::words));
    return List.copyOf(new LinkedHashSet<>(found));
  }

  private void own(Adr adr) {
    String file = adr.fileName();
    String status = adr.head().statusWords();
    if (adr.head().status() == Status.UNKNOWN && !status.isBlank()) {
      say(Kind.STATUS, file, Texts.say("decisions.adr.status", Say.cut(status, LONGEST)));
    }
    String date = adr.head().date();
    if (!date.isBlank() && adr.head().day().isEmpty()) {
      say(Kind.DATE, file, Texts.say("decisions.adr.date", Say.cut(date, LONGEST)));
    }
    if (adr.structure().front().isBroken()) {
      say(Kind.FRONT_MATTER, file, Texts.say("decisions.adr.front-matter"));
    }
  }

  private void numbers() {
    Map<String, List<String>> same = new LinkedHashMap<>();
    for (Adr adr : records) {
      Integer number = adr.head().number();
      if (number != null) {
        String folder = Targeting.folder(adr.fileName());
        same.computeIfAbsent(folder + number, key -> new ArrayList<>()).add(adr.fileName());
      }
    }
    same.values().stream()
        .filter(files -> files.size() > 1)
        .forEach(files -> files.forEach(file -> duplicate(file, files)));
  }

  private void duplicate(String file, List<String> files) {
    List<String> others = files.stream().filter(other -> !other.equals(file)).toList();
    say(
        Kind.DUPLICATE_NUMBER,
        file,
        Texts.say("decisions.adr.duplicate", String.join(", ", others)));
  }

  private void links() {
    Map<String, Set<String>> forth = new HashMap<>();
    Map<String, Set<String>> back = new HashMap<>();
    for (Adr adr : records) {
      for (Link link : adr.head().links()) {
        Targeting.Found target = targets.find(adr.fileName(), link.target());
        if (target.isMissing()) {
          say(Kind.BROKEN_LINK, adr.fileName(), Texts.say("decisions.adr.broken", link.target()));
        } else if (!target.file().isEmpty() && link.kind() == LinkKind.SUPERSEDES) {
          forth.computeIfAbsent(adr.fileName(), key -> new LinkedHashSet<>()).add(target.file());
        } else if (!target.file().isEmpty()
            && link.kind() == LinkKind.SUPERSEDED_BY
            && adr.head().status() != Status.PARTLY) {
          back.computeIfAbsent(target.file(), key -> new LinkedHashSet<>()).add(adr.fileName());
        }
      }
    }
    oneSided(forth, back, "decisions.adr.one-sided.old");
    oneSided(back, forth, "decisions.adr.one-sided.new");
  }

  private void oneSided(Map<String, Set<String>> said, Map<String, Set<String>> other, String key) {
    boolean forth = key.endsWith("old");
    said.forEach((newer, olds) -> {
      for (String old : olds) {
        supersedes.computeIfAbsent(newer, one -> new LinkedHashSet<>()).add(old);
        if (!other.getOrDefault(newer, Set.of()).contains(old)) {
          say(Kind.ONE_SIDED, forth ? old : newer, Texts.say(key, forth ? newer : old));
        }
      }
    });
  }

  /** A way that leads back to where it began; each is told of its first file. */
  private void cycle(String start) {
    Map<String, String> from = new HashMap<>();
    List<String> open = new ArrayList<>(List.of(start));
    for (int i = 0; i < open.size(); i++) {
      for (String next : supersedes.getOrDefault(open.get(i), Set.of())) {
        if (next.equals(start)) {
          way(start, open.get(i), from);
          return;
        }
        if (!from.containsKey(next) && next.compareTo(start) > 0) {
          from.put(next, open.get(i));
          open.add(next);
        }
      }
    }
  }

  private void way(String start, String last, Map<String, String> from) {
    List<String> way = new ArrayList<>(List.of(start));
    for (String at = last; at != null && !at.equals(start); at = from.get(at)) {
      way.add(1, at);
    }
    way.add(start);
    say(Kind.CYCLE, start, Texts.say("decisions.adr.cycle", String.join(" → ", way)));
  }

  private void say(Kind kind, String file, String words) {
    found.add(new Problem(kind, file, words));
  }
}
