package pilothouse.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pilothouse.people.TeamDraft;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** catalog-info.yaml, as Backstage writes it: each document one entity. */
final class BackstageFormat {
  private final String repository;
  private final String folder;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> teams = new HashSet<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> remote = new ArrayList<>();

  /**
   * A reader.
   *
   * @param repository that the file lies in; empty for a file that somebody gave
   * @param folder of the file in its repository
   */
  BackstageFormat(String repository, String folder) {
    this.repository = repository;
    this.folder = folder;
  }

  static boolean isOne(Object document) {
    return document instanceof Map<?, ?> map
        && map.containsKey("apiVersion")
        && map.containsKey("kind");
  }

  List<Item> items() {
    return items;
  }

  /** Files of the same repository that Locations name, relative to this file's folder. */
  List<String> targets() {
    return targets;
  }

  /** What Locations name elsewhere: told, never followed. */
  List<String> remote() {
    return remote;
  }

  void read(String file, Object document) {
    String where = file;
    try {
      Doc doc = Doc.of(file, document);
      String kind = doc.needed("kind");
      where = file + ", " + kind + " " + doc.doc("metadata").text("name");
      Doc named = new Doc(where, doc.values());
      if (!doc.text("apiVersion").startsWith("backstage.io/")) {
        throw Refused.unfit(
            Texts.say("catalog.backstage-format.is-of", where, doc.text("apiVersion")),
            Texts.say("catalog.backstage-format.only-backstage-io-is"));
      }
      entity(named, kind.toLowerCase(Locale.ROOT));
    } catch (Refused e) {
      items.add(new Item.Bad(where, String.valueOf(e.getMessage()), e.mend()));
    }
  }

  private void entity(Doc doc, String kind) {
    switch (kind) {
      case "component" -> system(doc, doc.doc("spec").text("type"));
      case "system", "api", "resource", "domain" -> system(doc, kind);
      case "group" -> team(doc);
      case "user" -> person(doc);
      case "location" -> location(doc.doc("spec"));
      default -> {
        // Templates and the like say nothing about who or what.
      }
    }
  }

  private void system(Doc doc, String kind) {
    Doc metadata = doc.doc("metadata");
    Doc spec = doc.doc("spec");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", metadata.text("title"));
    fields.put("kind", kind);
    fields.put("description", metadata.text("description"));
    fields.put("lifecycle", spec.text("lifecycle"));
    fields.put("part_of", name(spec.text("system", "domain")));
    String home = home(metadata);
    if (!home.isEmpty()) {
      fields.put("repository", home);
      fields.put("folder", folder);
    }
    if (repository.isEmpty()) {
      // A file that somebody gave takes nothing away by its silence.
      fields.values().removeIf(String::isEmpty);
    }
    List<String> needs = new ArrayList<>();
    spec.words("dependsOn").forEach(ref -> needs.add(name(ref)));
    spec.words("consumesApis").forEach(ref -> needs.add(name(ref)));
    String owner = spec.text("owner");
    boolean isPerson = owner.toLowerCase(Locale.ROOT).startsWith("user:");
    if (isPerson) {
      items.add(new Item.Note(doc.where(), "a person owns it; here a team answers for a system"));
    } else if (!owner.isEmpty() && teams.add(name(owner))) {
      items.add(new Item.OfTeam(doc.where(), new TeamDraft(name(owner), Map.of()), List.of()));
    }
    items.add(
        new Item.OfSystem(
            doc.where(),
            new SystemDraft(name(metadata.needed("name")), fields),
            owner.isEmpty() || isPerson ? List.of() : List.of(name(owner)),
            needs.stream().distinct().toList()));
  }

  private String home(Doc metadata) {
    if (!repository.isEmpty()) {
      return repository;
    }
    Doc annotations = metadata.doc("annotations");
    return annotations.text("github.com/project-slug", "gitlab.com/project-slug");
  }

  private void team(Doc doc) {
    Doc metadata = doc.doc("metadata");
    Map<String, String> fields = new LinkedHashMap<>();
    String title = doc.doc("spec").doc("profile").text("displayName");
    fields.put("title", title.isEmpty() ? metadata.text("title") : title);
    fields.put("focus", metadata.text("description"));
    String name = name(metadata.needed("name"));
    teams.add(name);
    items.add(new Item.OfTeam(doc.where(), new TeamDraft(name, fields), List.of()));
    for (String member : doc.doc("spec").words("members")) {
      items.add(new Item.OfMember(doc.where(), name, name(member), "", null, null));
    }
  }

  private void person(Doc doc) {
    Doc profile = doc.doc("spec").doc("profile");
    String login = name(doc.doc("metadata").needed("name"));
    List<String> addresses = new ArrayList<>(List.of(login));
    if (!profile.text("email").isEmpty()) {
      addresses.add(profile.text("email"));
    }
    String name = profile.text("displayName");
    items.add(new Item.OfPerson(doc.where(), name.isEmpty() ? login : name, addresses, null));
    for (String team : doc.doc("spec").words("memberOf")) {
      items.add(new Item.OfMember(doc.where(), name(team), login, "", null, null));
    }
  }

  private void location(Doc spec) {
    List<String> all = new ArrayList<>(spec.words("targets"));
    all.addAll(spec.words("target"));
    for (String target : all) {
      boolean elsewhere = target.contains("://") || target.startsWith("/") || target.contains("*");
      (elsewhere ? remote : targets).add(target);
    }
  }

  /** A reference such as {@code component:default/checkout}, without what names its kind. */
  private static String name(String reference) {
    String name = reference.replaceFirst("^[A-Za-z]+:", "").replaceFirst("^[^/]*/", "");
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
