package pilothouse.accounts.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which resources are meant, as RFC 7644, 3.4.2.2 writes it. */
public sealed interface Filter {
  /** Whether a resource is meant. */
  boolean meets(JsonNode resource);

  /**
   * Reads one.
   *
   * @throws ScimTrouble where it is none
   */
  static Filter of(String text) {
    return new FilterReader(text).whole();
  }

  /** The text that an attribute must equal, where that is all that the filter asks for. */
  default Optional<String> exactly(String attribute) {
    return this instanceof Compare compare
            && compare.how.equals("eq")
            && compare.attribute.part().isEmpty()
            && compare.attribute.name().equalsIgnoreCase(attribute)
            && compare.value.isString()
        ? Optional.of(compare.value.asString())
        : Optional.empty();
  }

  /** All of them. */
  record All(List<Filter> parts) implements Filter {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean meets(JsonNode resource) {
      return parts.stream().allMatch(part -> part.meets(resource));
    }
  }

  /** One of them at least. */
  record Any(List<Filter> parts) implements Filter {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean meets(JsonNode resource) {
      return parts.stream().anyMatch(part -> part.meets(resource));
    }
  }

  /** The others. */
  record Not(Filter part) implements Filter {
    @Override
    public boolean meets(JsonNode resource) {
      return !part.meets(resource);
    }
  }

  /** Those of which one value of a list meets all. */
  record Within(String name, Filter part) implements Filter {
    @Override
    public boolean meets(JsonNode resource) {
      return Attribute.spread(Fold.child(resource, name)).stream().anyMatch(part::meets);
    }
  }

  /** Those that have it at all. */
  record Present(Attribute attribute) implements Filter {
    @Override
    public boolean meets(JsonNode resource) {
      return attribute.of(resource).stream()
          .anyMatch(value -> !value.isNull() && !(value.isString() && value.asString().isEmpty()));
    }
  }

  /**
   * Those with such a value.
   *
   * @param how one of eq, ne, co, sw, ew, gt, ge, lt, le
   */
  record Compare(Attribute attribute, String how, JsonNode value) implements Filter {
    @Override
    public boolean meets(JsonNode resource) {
      List<JsonNode> there = attribute.of(resource);
      if (how.equals("ne")) {
        return there.stream().noneMatch(one -> isSame(one, value));
      }
      if (value.isNull()) {
        return how.equals("eq") && there.isEmpty();
      }
      return there.stream().anyMatch(this::fits);
    }

    private boolean fits(JsonNode one) {
      if (how.equals("eq")) {
        return isSame(one, value);
      }
      if (one.isString() && value.isString()) {
        String text = folded(one.asString());
        String wanted = folded(value.asString());
        return switch (how) {
          case "co" -> text.contains(wanted);
          case "sw" -> text.startsWith(wanted);
          case "ew" -> text.endsWith(wanted);
          default -> ordered(text.compareTo(wanted));
        };
      }
      return one.isNumber()
          && value.isNumber()
          && ordered(one.decimalValue().compareTo(value.decimalValue()));
    }

    private boolean ordered(int order) {
      return switch (how) {
        case "gt" -> order > 0;
        case "ge" -> order >= 0;
        case "lt" -> order < 0;
        case "le" -> order <= 0;
        default -> false;
      };
    }

    private boolean isSame(JsonNode one, JsonNode other) {
      if (one.isString() && other.isString()) {
        return folded(one.asString()).equals(folded(other.asString()));
      }
      if (one.isBoolean() && other.isString()) {
        return String.valueOf(one.asBoolean()).equalsIgnoreCase(other.asString());
      }
      return one.equals(other);
    }

    private String folded(String text) {
      return attribute.isExact() ? text : text.toLowerCase(Locale.ROOT);
    }
  }
}
