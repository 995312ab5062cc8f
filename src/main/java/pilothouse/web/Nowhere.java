package pilothouse.web;

import java.util.stream.Stream;

/** There are no places, or none that anybody knows of. */
record Nowhere() implements Whereabouts {
  @Override
  public boolean has(Where place) {
    return false;
  }

  @Override
  public String name(Where place) {
    return place.name();
  }

  @Override
  public Stream<Where> all() {
    return Stream.empty();
  }
}
