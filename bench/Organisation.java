import java.util.ArrayList;
import java.util.List;

/** An invented organisation, told through the API as an import would. */
record Organisation(int people, int teams, int systems) {
  private static final String[] WORDS =
      "harbour gate light booking ticket order payment invoice customer route engine signal pilot chart anchor cargo deck crew tide buoy"
          .split(" ");
  private static final String[] FIRST =
      "ada bo cem dana eli fay gus hana ivo jo kim lea max nia ole pia rex sam tea uma".split(" ");

  String team(int i) {
    return WORDS[i % WORDS.length] + "-team-" + "%03d".formatted(i);
  }

  String system(int i) {
    return WORDS[i % WORDS.length]
        + "-"
        + WORDS[i / WORDS.length % WORDS.length]
        + "-%04d".formatted(i);
  }

  private static String person(int i) {
    return FIRST[i % FIRST.length] + " " + WORDS[i / FIRST.length % WORDS.length] + "son " + i;
  }

  static String address(int i) {
    return person(i).replace(' ', '.') + "@bench.example";
  }

  /** Everybody is in one team, every system has one, and needs two others. */
  void tell(Served served) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < teams; i++) {
      lines.add(team(i) + "," + team(i).replace('-', ' '));
    }
    served.take("/api/v1/teams", "team,title", lines);
    lines.clear();
    for (int i = 0; i < people; i++) {
      lines.add(person(i) + "," + address(i));
    }
    served.take("/api/v1/people", "person,emails", lines);
    lines.clear();
    for (int i = 0; i < people; i++) {
      lines.add(team(i % teams) + "," + address(i) + ",engineering,2026-01-01");
    }
    served.take("/api/v1/teams", "team,person,function,from", lines);
    lines.clear();
    for (int i = 0; i < systems; i++) {
      String needs = i < 2 ? "" : "\"" + system(i / 2) + ", " + system(i / 3) + "\"";
      lines.add(
          "%s,%s,service,%s,%s"
              .formatted(system(i), system(i).replace('-', ' '), team(i % teams), needs));
    }
    served.take("/api/v1/catalog", "system,title,kind,owner,depends_on", lines);
  }
}
