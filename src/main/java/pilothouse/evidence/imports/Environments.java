package pilothouse.evidence.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Sample;
import pilothouse.text.Texts;

/** Which environments a file names, and whether people use what runs there. */
final class Environments {
  /** So many are told by name. */
  static final int TOLD = 20;

  private static final int LONGEST = 60;

  private Environments() {}

  /** Those of the first lines; empty where a column says itself what is production. */
  static List<String> of(Mapping mapping, Sample sample) {
    if (mapping.kind() != Kind.DEPLOYMENTS || mapping.gives("production")) {
      return List.of();
    }
    String constant = mapping.constants().get("environment");
    int column =
        mapping.column("environment").map(name -> sample.header().indexOf(name)).orElse(-1);
    return sample.rows().stream()
        .map(row -> column < 0 || column >= row.size() ? "" : row.get(column))
        .map(name -> name.isEmpty() && constant != null ? constant : name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(TOLD + 1L)
        .toList();
  }

  /** What is said of them. */
  static String sentence(Collection<String> names, Predicate<String> isProduction) {
    Map<Boolean, List<String>> told =
        names.stream()
            .limit(TOLD)
            .collect(
                Collectors.partitioningBy(
                    isProduction, Collectors.mapping(Environments::cut, Collectors.toList())));
    List<String> says = new ArrayList<>();
    says.add(part("kept.environments.production", told.get(true)));
    says.add(part("kept.environments.others", told.get(false)));
    says.add(names.size() > TOLD ? Texts.kept("kept.environments.and-more") : "");
    says.removeIf(String::isEmpty);
    return String.join(" ", says);
  }

  private static String part(String key, @Nullable List<String> names) {
    return names == null || names.isEmpty() ? "" : Texts.kept(key, String.join(", ", names));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
  }
}
