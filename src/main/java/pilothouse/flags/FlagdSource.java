package pilothouse.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What a definition of flagd says of flags; its metadata may say whose each is, and until when. */
record FlagdSource(Wording wording, Where home, Tally tally) {
  /** What people call the same thing in metadata, in letters alone. */
  private static final Map<String, Set<String>> CALLED =
      Map.of(
          "kind", Set.of("kind", "type", "flagtype", "category"),
          "says", Set.of("description", "says", "summary"),
          "owner", Set.of("owner", "team", "maintainer"),
          "since", Set.of("since", "created", "createdat", "createdon", "introduced"),
          "ends",
              Set.of(
                  "ends",
                  "expires",
                  "expireson",
                  "expiresat",
                  "expiry",
                  "expirydate",
                  "expiration",
                  "expirationdate",
                  "removeby",
                  "removaldate",
                  "review",
                  "reviewon",
                  "sunset"));

  List<Incoming> read(FlagdFile file) {
    List<Incoming> all = new ArrayList<>();
    for (FlagdFile.Entry one : file.flags()) {
      boolean isTwice = tally.isNamed(one.key());
      tally.names(one.key());
      try {
        if (isTwice) {
          throw bad("flags.take.twice", one.key());
        }
        all.add(incoming(one, file.metadata()));
      } catch (Refused bad) {
        tally.refuse(0, one.key(), bad);
      }
    }
    return all;
  }

  private static Refused bad(String key, String what) {
    return Refused.unfit(
        Texts.say(key, Say.cut(Say.plain(what), 60)), Texts.say("flags.take.mend-flag"));
  }

  private Incoming incoming(FlagdFile.Entry one, Map<?, ?> common) {
    if (!(one.said() instanceof Map<?, ?> said)) {
      throw bad("flags.take.no-object", one.key());
    }
    Map<String, String> cells = new HashMap<>();
    named(cells, common);
    named(cells, FlagdFile.map(said.get("metadata")));
    cells.put("key", one.key());
    cells.put("place", home.text());
    String owner = cells.getOrDefault("owner", "");
    boolean isNobodys = !owner.isEmpty() && isNobody(owner);
    if (isNobodys) {
      cells.remove("owner");
    }
    String key = Wording.key(Wording.of(cells));
    Words words = wording.read(Wording.of(cells), null);
    if (isNobodys) {
      tally.note(one.key(), Texts.say("flags.take.nobody", Say.cut(owner, 60)));
    }
    Told told = Told.in("flagd", tally.file(), home, home, key, says(said, cells, owner));
    return new Incoming(0, key, words, told);
  }

  private boolean isNobody(String owner) {
    return wording.shelf().locker().promises().owners().find(owner).isEmpty();
  }

  private static void named(Map<String, String> cells, Map<?, ?> metadata) {
    metadata.forEach((name, value) -> {
      String plain = String.valueOf(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      boolean isPlain = value instanceof String || value instanceof Number;
      for (Map.Entry<String, Set<String>> one : CALLED.entrySet()) {
        if (isPlain && one.getValue().contains(plain)) {
          String text = String.valueOf(value).strip();
          boolean isDay = one.getKey().equals("since") || one.getKey().equals("ends");
          // A moment is told by its day.
          cells.put(
              one.getKey(),
              isDay && text.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? text.substring(0, 10) : text);
        }
      }
    });
  }

  /** What the file says of it today: whether it works, its usual variant, whose it is. */
  private static String says(Map<?, ?> said, Map<String, String> cells, String owner) {
    String state = said.get("state") instanceof String word ? word : "ENABLED";
    if (!state.equals("ENABLED") && !state.equals("DISABLED")) {
      throw bad("flags.take.state", state);
    }
    String usual = said.get("defaultVariant") instanceof String word ? Say.cut(word, 60) : "–";
    String ends = cells.getOrDefault("ends", "–");
    return Texts.kept(
        "kept.flags.flagd",
        state,
        usual,
        owner.isEmpty() ? "–" : Say.cut(owner, 60),
        Say.cut(ends, 60));
  }
}
