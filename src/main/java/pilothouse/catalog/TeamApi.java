package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pilothouse.people.Team;
import pilothouse.people.TeamDraft;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/** Team API files (Team Topologies, Team API as code): how a team can be reached and used. */
final class TeamApi {
  private TeamApi() {}

  static boolean isOne(Object document) {
    return document instanceof Map<?, ?> map && map.containsKey("teamapi");
  }

  static Item read(String file, Object document, String text) {
    Doc doc = Doc.of(file, document);
    Doc info = doc.doc("info");
    String title = info.needed("name");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("type", type(info.text("type")));
    fields.put("focus", info.text("focus"));
    fields.put(TeamDraft.DOCUMENT, text);
    List<String> services = new ArrayList<>();
    for (Object service : doc.list("services")) {
      services.add(Doc.of(file + ", services", service).needed("name"));
    }
    lines(doc, "interactions", "mode", "purpose");
    lines(doc, "dependencies", "type", "description");
    return new Item.OfTeam(
        file + ", team " + title, new TeamDraft(TeamDraft.slug(title), fields), services);
  }

  /** What the team's file tells; nothing where it has none. */
  static TeamWays shown(Team team) {
    String text = team.value(TeamDraft.DOCUMENT);
    List<Object> documents = text.isEmpty() ? List.of() : Yaml.documents("Team API", text);
    if (documents.isEmpty()) {
      return new TeamWays(List.of(), List.of(), List.of());
    }
    Doc doc = Doc.of("Team API", documents.getFirst());
    List<String> channels = new ArrayList<>();
    for (Object value : doc.list("channels")) {
      Doc channel = Doc.of("channels", value);
      channels.add((channel.text("type") + " " + channel.text("name")).strip());
    }
    return new TeamWays(
        channels,
        lines(doc, "interactions", "mode", "purpose"),
        lines(doc, "dependencies", "type", "description"));
  }

  /**
   * The file of a team as it is now: the one that came in, with name, focus and type as they are
   * now and the systems that it answers for; all else stays byte for byte.
   *
   * @param owned the systems that it answers for, with their repositories
   * @param declared the systems of everybody, which its file names only where it did before
   */
  static String written(Team team, Map<String, String> owned, Collection<String> declared) {
    String text = team.value(TeamDraft.DOCUMENT);
    Map<String, String> info = new LinkedHashMap<>();
    info.put("name", team.title());
    info.put("focus", team.value("focus"));
    info.put("type", team.value("type"));
    return text.isEmpty() ? fresh(info, owned) : TeamApiEdit.of(text, info, owned, declared);
  }

  static String type(String type) {
    return type.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
  }

  private static String fresh(Map<String, String> info, Map<String, String> owned) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("teamapi", "0.1.0");
    info.values().removeIf(String::isEmpty);
    document.put("info", info);
    List<Object> services = new ArrayList<>();
    owned.forEach((name, repository) -> {
      Map<String, String> service = new LinkedHashMap<>(Map.of("name", name));
      if (!repository.isEmpty()) {
        service.put("repository", repository);
      }
      services.add(service);
    });
    if (!services.isEmpty()) {
      document.put("services", services);
    }
    return Yaml.text(document);
  }

  private static List<TeamWays.Line> lines(Doc doc, String part, String how, String purpose) {
    List<TeamWays.Line> lines = new ArrayList<>();
    for (Object value : doc.list(part)) {
      Doc line = Doc.of(doc.where() + ", " + part, value);
      String team = line.text("team-name", "teamName");
      if (team.isEmpty()) {
        throw Refused.unfit(
            Texts.say("catalog.team-api.has-no-team-name", line.where()),
            Texts.say("catalog.team-api.name-the-other-team"));
      }
      lines.add(
          new TeamWays.Line(team, line.text(how), line.text(purpose), line.text("startDate")));
    }
    return lines;
  }
}
