package pilothouse.accounts.scim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which of many resources, and what of each, a directory asks for.
 *
 * @param filter null for all
 * @param start the first, from 1 on
 * @param count the most
 * @param only the attributes wanted; empty for all
 * @param without attributes that are not wanted
 */
public record Listing(
    @Nullable Filter filter, int start, int count, Set<String> only, Set<String> without) {
  /** The most at once. */
  public static final int MOST = 200;

  private static final Set<String> ALWAYS = Set.of("id", "schemas");

  public Listing {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
  }

  /**
   * Reads what an address asks for; each may be null.
   *
   * @throws ScimTrouble where it makes no sense
   */
  public static Listing of(
      @Nullable String filter,
      @Nullable String start,
      @Nullable String count,
      @Nullable String only,
      @Nullable String without) {
    return new Listing(
        filter == null ? null : Filter.of(filter),
        Math.max(1, number("startIndex", start, 1)),
        Math.clamp(number("count", count, MOST), 0, MOST),
        names(only),
        names(without));
  }

  private static int number(String name, @Nullable String text, int usual) {
    try {
      return text == null ? usual : Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      throw ScimTrouble.value("“" + name + "” is no whole number.");
    }
  }

  private static Set<String> names(@Nullable String text) {
    Set<String> names = new TreeSet<>();
    if (text != null) {
      for (String name : text.split(",", -1)) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        names.add(small.substring(small.lastIndexOf(':') + 1).replaceFirst("\\..*", ""));
      }
    }
    return names;
  }

  /** Whether the answer shows it: who is not asked for members need not look them up. */
  public boolean shows(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ALWAYS.contains(small)
        || (only.isEmpty() ? !without.contains(small) : only.contains(small));
  }

  /** One resource, with what is asked for. */
  public ObjectNode cut(ObjectNode resource) {
    List<String> away = resource.propertyNames().stream().filter(name -> !shows(name)).toList();
    away.forEach(resource::remove);
    return resource;
  }

  /** Those of a list that are meant. */
  public List<ObjectNode> meant(List<ObjectNode> all) {
    Filter which = filter;
    return which == null ? all : all.stream().filter(which::meets).toList();
  }

  /** The answer: how many there are in all, and this page of them. */
  public ObjectNode page(long total, List<ObjectNode> resources) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    json.put("totalResults", total);
    json.put("startIndex", start);
    json.put("itemsPerPage", resources.size());
    ArrayNode list = json.putArray("Resources");
    resources.forEach(resource -> list.add((JsonNode) cut(resource)));
    return json;
  }
}
