package pilothouse.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** How long search takes in an invented organisation, on both databases; {@code bench/search}. */
final class SearchBench {
  private static final String[] WORDS =
      "harbour gate light booking ticket order payment invoice customer route engine signal pilot chart anchor cargo deck crew tide buoy"
          .split(" ");
  private static final List<String> ASKED =
      List.of("s", "harbour", "boo", "gate light", "payment invoice 12", "src main", "nosuch", "e");

  private SearchBench() {}

  public static void main(String[] arguments) throws Exception {
    for (Databases kind : Databases.values()) {
      Path folder = Files.createTempDirectory("search");
      try (Storage storage = Storage.open(kind.create(folder))) {
        measure(kind, storage);
      }
    }
    System.exit(0);
  }

  private static void measure(Databases kind, Storage storage) {
    Shelves shelves = new Shelves(storage);
    long before = System.nanoTime();
    keep(shelves, Kind.SYSTEM, 2_000);
    keep(shelves, Kind.TEAM, 500);
    keep(shelves, Kind.PERSON, 10_000);
    long small = System.nanoTime();
    keep(shelves, Kind.FILE, 100_000);
    long end = System.nanoTime();
    System.out.printf(
        "%s: who and what kept in %d ms, 100,000 files in %d ms%n",
        kind, (small - before) / 1_000_000, (end - small) / 1_000_000);
    again(kind, shelves);
    Finder finder =
        new Finder(shelves, new Commands(new Searches.Offer(List.of(), List.of(), List.of())));
    ask(kind, "who sees all", finder, Caller.onlyYou());
    ask(kind, "who sees 20 systems of one team", finder, new Some());
  }

  /** What people wrote, after one of them was written anew. */
  private static void again(Databases kind, Shelves shelves) {
    List<Document> all = new ArrayList<>();
    for (Kind written : Kind.values()) {
      if (written.isWritten() && written != Kind.PROMISE) {
        all.addAll(documents(written, 2_000));
      }
    }
    shelves.keep("written", "1", all, true);
    long before = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      all.set(0, documents(Kind.BET, i + 3_000).getLast());
      shelves.keep("written", "2" + i, all, true);
    }
    System.out.printf(
        "%s: one of %d that people wrote kept anew in %d ms%n",
        kind, all.size(), (System.nanoTime() - before) / 10_000_000);
  }

  private static void ask(Databases kind, String who, Finder finder, Caller caller) {
    for (int i = 0; i < 5; i++) {
      ASKED.forEach(words -> finder.find(Query.of(words), caller, List.of(Kind.values()), 21));
    }
    for (String words : ASKED) {
      long[] times = new long[40];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        finder.find(Query.of(words), caller, List.of(Kind.values()), 21);
        times[i] = System.nanoTime() - start;
      }
      Arrays.sort(times);
      System.out.printf(
          "%s, %s, “%s”: %.1f ms, 95th percentile %.1f ms%n",
          kind, who, words, times[20] / 1e6, times[37] / 1e6);
    }
  }

  private static void keep(Shelves shelves, Kind kind, int count) {
    shelves.keep(kind.word(), "1", documents(kind, count), true);
  }

  private static List<Document> documents(Kind kind, int count) {
    List<Document> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String one = WORDS[i % WORDS.length];
      String other = WORDS[i / WORDS.length % WORDS.length];
      String name = one + "-" + other + "-" + i;
      String title = kind == Kind.FILE ? capital(one) + capital(other) + i + ".java" : name;
      String says = kind == Kind.FILE ? "src/main/java/" + one + "/" + other + "/" + title : "";
      Where where =
          kind == Kind.PERSON
              ? Where.ORGANISATION
              : kind == Kind.TEAM ? Where.team(name) : Where.system("system" + i % 2_000);
      all.add(
          new Document(
              kind,
              kind + name,
              title,
              says,
              "/" + name,
              kind == Kind.PERSON ? Permission.PEOPLE : Permission.READ,
              where));
    }
    return all;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private record Some() implements Caller {
    @Override
    public String id() {
      return "account/1";
    }

    @Override
    public String name() {
      return "one";
    }

    @Override
    public boolean may(Permission permission, Where where) {
      return permission == Permission.READ
          && where.kind() == Where.Kind.SYSTEM
          && where.name().matches("system[1]?\\d");
    }
  }
}
