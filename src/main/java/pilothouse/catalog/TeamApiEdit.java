package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pilothouse.systems.SystemDraft;
import pilothouse.web.Yaml;

/** Changes in a Team API file what differs now; a file in which nothing differs stays as it is. */
final class TeamApiEdit {
  private TeamApiEdit() {}

  static String of(
      String text,
      Map<String, String> info,
      Map<String, String> owned,
      Collection<String> declared) {
    LoadSettings settings = Yaml.settings("Team API");
    if (!(new Load(settings).loadFromString(text) instanceof Map<?, ?> read)) {
      return text;
    }
    Map<Object, Object> document = new LinkedHashMap<>(read);
    boolean changed = put(document, info);
    List<Object> services = services(Doc.of("Team API", document), owned, declared);
    if (!services.equals(Doc.of("Team API", document).list("services"))) {
      document.put("services", services);
      changed = true;
    }
    return changed ? Yaml.text(document) : text;
  }

  private static boolean put(Map<Object, Object> document, Map<String, String> info) {
    Map<Object, Object> there =
        new LinkedHashMap<>(Doc.of("Team API", document).doc("info").values());
    boolean changed = false;
    for (var entry : info.entrySet()) {
      String before = new Doc("info", there).text(entry.getKey());
      boolean isType = entry.getKey().equals("type");
      String said = isType ? TeamApi.type(before) : before;
      if (!said.equals(entry.getValue())) {
        changed = true;
        if (entry.getValue().isEmpty()) {
          there.remove(entry.getKey());
        } else {
          there.put(entry.getKey(), entry.getValue());
        }
      }
    }
    document.put("info", there);
    return changed;
  }

  /**
   * The services of the file: those that are systems of somebody else now go, systems of this team
   * that are missing come; what is no declared system stays as it is.
   *
   * @param owned this team's, with their repositories
   * @param declared everybody's
   */
  private static List<Object> services(
      Doc document, Map<String, String> owned, Collection<String> declared) {
    Map<String, String> missing = new TreeMap<>(owned);
    Map<String, String> slugs = new HashMap<>();
    declared.forEach(name -> slugs.put(SystemDraft.slug(name), name));
    owned.keySet().forEach(name -> slugs.put(SystemDraft.slug(name), name));
    List<Object> services = new ArrayList<>();
    for (Object service : document.list("services")) {
      String name = Doc.of("services", service).text("name");
      String system = slugs.get(SystemDraft.slug(name));
      if (system == null || owned.containsKey(system)) {
        services.add(service);
      }
      if (system != null) {
        missing.remove(system);
      }
    }
    missing.forEach((name, repository) -> {
      Map<String, String> service = new LinkedHashMap<>(Map.of("name", name));
      if (!repository.isEmpty()) {
        service.put("repository", repository);
      }
      services.add(service);
    });
    return services;
  }
}
