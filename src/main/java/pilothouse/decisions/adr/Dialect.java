package pilothouse.decisions.adr;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which template a record follows. */
public enum Dialect {
  MADR_2,
  MADR_3,
  MADR_4,
  NYGARD,
  LOG4BRAINS,
  OTHER;

  static Dialect of(Names names, FrontMatter front, Map<Field, Place> places, List<Section> parts) {
    if (front.entries().containsKey("decision-makers")) {
      return MADR_4;
    }
    if (front.entries().containsKey("deciders")) {
      return MADR_3;
    }
    Place status = places.get(Field.STATUS);
    Place.@Nullable Shape shape = status == null ? null : status.shape();
    boolean madr = has(parts, SectionKind.OPTIONS) && has(parts, SectionKind.OUTCOME);
    boolean headed = shape == Place.Shape.LINE || shape == Place.Shape.BULLETS;
    if (headed && names.isDated()) {
      return LOG4BRAINS;
    }
    if (madr && shape != Place.Shape.HEADING) {
      return headed ? MADR_2 : version(shape, parts);
    }
    boolean nygard =
        has(parts, SectionKind.CONTEXT)
            && has(parts, SectionKind.OUTCOME)
            && has(parts, SectionKind.CONSEQUENCES);
    return nygard && (shape == Place.Shape.HEADING || places.isEmpty()) ? NYGARD : OTHER;
  }

  private static Dialect version(Place.@Nullable Shape shape, List<Section> parts) {
    for (Section one : parts) {
      String heading = Words.plain(one.heading());
      if (heading.startsWith("validation")) {
        return MADR_3;
      }
      if (heading.startsWith("confirmation")) {
        return MADR_4;
      }
      if (heading.startsWith("positive consequences") || heading.equals("links")) {
        return MADR_2;
      }
    }
    return shape == Place.Shape.FRONT || has(parts, SectionKind.MORE_INFORMATION) ? MADR_4 : MADR_2;
  }

  private static boolean has(List<Section> parts, SectionKind kind) {
    return parts.stream().anyMatch(one -> one.kind() == kind);
  }
}
