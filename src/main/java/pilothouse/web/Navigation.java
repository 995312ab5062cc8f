package pilothouse.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * The places that there are, and what stands in each. Somebody sees an entry where a page has its
 * address and they may look at it; a place that has no entry for them is not there.
 *
 * @param aside what belongs to no place
 */
public record Navigation(List<Area> areas, List<Entry> aside) {
  /** No places. */
  public static final Navigation NONE = new Navigation(List.of(), List.of());

  public Navigation {
    areas = List.copyOf(areas);
    aside = List.copyOf(aside);
  }

  /**
   * A place.
   *
   * @param id its name stands among the texts as {@code place.ID}
   * @param letter the key that leads there after {@code g}
   */
  public record Area(String id, String letter, List<Entry> entries) {
    public Area {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A page, with all pages below its address.
   *
   * @param id its name stands among the texts as {@code entry.ID}
   * @param below further addresses whose pages belong to it
   * @param keeps what of an address goes along from one page to the next, and with which values
   */
  public record Entry(String id, String address, List<String> below, Map<String, Pattern> keeps) {
    public Entry {
      below = List.copyOf(below);
      keeps = Map.copyOf(keeps);
    }

    /** One that keeps nothing. */
    public Entry(String id, String address, String... below) {
      this(id, address, List.of(below), Map.of());
    }

    private int nearness(String path) {
      return Stream.concat(Stream.of(address), below.stream())
          .filter(prefix ->
              path.equals(prefix) || (prefix.length() > 1 && path.startsWith(prefix + "/")))
          .mapToInt(String::length)
          .max()
          .orElse(0);
    }
  }

  /** What of it somebody sees from where they stand. */
  public record Seen(List<Place> places, List<Place> inside, List<Place> aside) {
    public Seen {
      places = List.copyOf(places);
      inside = List.copyOf(inside);
      aside = List.copyOf(aside);
    }
  }

  /**
   * What whoever asks may see.
   *
   * @param routes pages by their addresses
   */
  Seen seen(Request request, Map<String, Route> routes) {
    List<Place> places = new ArrayList<>();
    List<Place> inside = List.of();
    Area around = around(request.path());
    for (Area area : areas) {
      List<Entry> open = open(area.entries(), request, routes);
      if (open.isEmpty()) {
        continue;
      }
      boolean here = area.equals(around);
      String first = kept(open.getFirst(), request);
      places.add(new Place(Texts.say("place." + area.id()), first, area.letter(), here));
      if (here) {
        inside = shown(open, request);
      }
    }
    return new Seen(places, inside, shown(open(aside, request, routes), request));
  }

  private @Nullable Area around(String path) {
    Area nearest = null;
    int most = 0;
    for (Area area : areas) {
      int near = area.entries().stream().mapToInt(entry -> entry.nearness(path)).max().orElse(0);
      if (near > most) {
        most = near;
        nearest = area;
      }
    }
    return nearest;
  }

  private static List<Entry> open(List<Entry> entries, Request request, Map<String, Route> routes) {
    return entries.stream().filter(entry -> leads(routes.get(entry.address()), request)).toList();
  }

  private static boolean leads(@Nullable Route route, Request request) {
    return route != null && request.caller().may(route.permission(), route.reach().of(request));
  }

  private static List<Place> shown(List<Entry> entries, Request request) {
    int most = entries.stream().mapToInt(e -> e.nearness(request.path())).max().orElse(0);
    return entries.stream()
        .map(entry ->
            new Place(
                Texts.say("entry." + entry.id()),
                kept(entry, request),
                "",
                most > 0 && entry.nearness(request.path()) == most))
        .toList();
  }

  /** The entry's address with what of the present one it keeps. */
  private static String kept(Entry entry, Request request) {
    StringJoiner query = new StringJoiner("&");
    entry.keeps().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(keep -> {
          String value = request.peek(keep.getKey());
          if (value != null && keep.getValue().matcher(value).matches()) {
            query.add(keep.getKey() + "=" + coded(value));
          }
        });
    return query.length() == 0 ? entry.address() : entry.address() + "?" + query;
  }

  private static String coded(String value) {
    String coded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return Objects.requireNonNull(coded).replace("%3A", ":");
  }
}
