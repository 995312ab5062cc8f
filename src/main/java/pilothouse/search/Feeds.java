package pilothouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import pilothouse.evidence.History;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.systems.Declared;
import pilothouse.systems.Rule;
import pilothouse.text.Addresses;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What documents follow from who and what, and from the files of repositories. */
final class Feeds {
  /** Of a larger repository the first so many files by path are found. */
  static final int FILES = 200_000;

  private final Findable ground;

  Feeds(Findable ground) {
    this.ground = ground;
  }

  /** The systems that are declared, and those that only sources name. */
  List<Document> systems() {
    List<Document> all = new ArrayList<>();
    Set<String> declared = new TreeSet<>();
    for (Declared system : ground.systems().catalogue().all()) {
      declared.add(system.name());
      all.add(
          Document.of(
              Kind.SYSTEM,
              system.name(),
              system.title(),
              joined(
                  system.title().equals(system.name()) ? "" : system.name(),
                  system.value("kind"),
                  system.value("description")),
              "/catalog/" + Addresses.part(system.name()),
              Where.system(system.name())));
    }
    for (String name : ground.services().names()) {
      if (!declared.contains(name)) {
        all.add(
            Document.of(
                Kind.SYSTEM,
                name,
                name,
                "",
                "/delivery/" + Addresses.slug(name),
                Where.system(name)));
      }
    }
    return all;
  }

  List<Document> repositories() {
    return ground.systems().all().stream()
        .map(one ->
            Document.of(
                Kind.REPOSITORY,
                one.name(),
                one.name(),
                "",
                "/systems/" + Addresses.slug(one.name()),
                Where.repository(one.name())))
        .toList();
  }

  List<Document> teams() {
    List<Document> all = new ArrayList<>();
    for (Team team : ground.teams().all()) {
      String name = team.title().equals(team.name()) ? "" : team.name();
      all.add(
          Document.of(
              Kind.TEAM,
              team.name(),
              team.title(),
              joined(name, team.value("focus")),
              "/teams/" + Addresses.part(team.name()),
              Where.team(team.name())));
    }
    return all;
  }

  /** Only for those who may look at who is who. */
  List<Document> people() {
    List<Document> all = new ArrayList<>();
    for (Person person : ground.people().all()) {
      all.add(
          new Document(
              Kind.PERSON,
              person.slug(),
              person.name(),
              String.join(
                  " ", Stream.concat(person.logins().stream(), person.emails().stream()).toList()),
              "/people/identities?q=%1$s#person-%1$s".formatted(Addresses.part(person.slug())),
              Permission.PEOPLE,
              Where.ORGANISATION));
    }
    return all;
  }

  /** The rules by hand. */
  List<Document> rules() {
    List<Document> all = new ArrayList<>();
    for (Rule rule : ground.systems().catalogue().rules().all()) {
      all.add(
          Document.of(
              Kind.RULE, rule.id(), rule.words(), rule.why(), "/rules#all", Where.ORGANISATION));
    }
    return all;
  }

  /** The files of a repository as they are today. */
  static List<Document> files(History history) {
    List<Document> all = new ArrayList<>();
    int[] paths = history.files().path();
    String base = "/systems/" + Addresses.slug(history.repository()) + "/file?path=";
    for (int i = 0; i < paths.length && i < FILES; i++) {
      String path = history.paths()[paths[i]];
      String name = path.substring(path.lastIndexOf('/') + 1);
      all.add(
          Document.of(
              Kind.FILE,
              path,
              name,
              path,
              base + Addresses.part(path),
              Where.repository(history.repository())));
    }
    return all;
  }

  static String joined(String... parts) {
    return String.join(" · ", Stream.of(parts).filter(part -> !part.isBlank()).distinct().toList());
  }
}
