package pilothouse.decisions;

import java.util.List;

/**
 * A rubric, as programs are told it.
 *
 * @param classes from the fewest points up
 */
record SheetTold(
    String id, int version, String title, List<Asks> questions, List<Band> classes, String page) {
  /** One question; {@code onlyIf} is the key of the one that must be answered with yes first. */
  record Asks(String key, String says, int weight, String onlyIf) {}

  /** A class with the points that it begins with, who signs, and who reviews; empty for nobody. */
  record Band(int from, String name, String signs, String review) {}

  static SheetTold of(Sheet sheet) {
    return new SheetTold(
        sheet.id(),
        sheet.version(),
        sheet.title(),
        sheet.questions().stream()
            .map(one -> new Asks(one.key(), one.says(), one.weight(), one.onlyIf()))
            .toList(),
        sheet.grades().stream()
            .map(one -> new Band(one.from(), one.name(), one.signs(), one.review()))
            .toList(),
        "/decisions/rubrics/" + sheet.id());
  }
}
