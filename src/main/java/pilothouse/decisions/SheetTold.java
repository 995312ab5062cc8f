package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.SheetRecord.Out;

/**
 * A rubric, as programs are told it.
 *
 * @param classes from the fewest points up
 * @param record how decisions came out that it classed
 */
record SheetTold(
    String id,
    int version,
    String title,
    List<Asks> questions,
    List<Band> classes,
    Outcomes record,
    String page) {
  /** So many decisions are told of, at most. */
  private static final int MOST = 1_000;

  /** One question; {@code onlyIf} is the key of the one that must be answered with yes first. */
  record Asks(String key, String says, int weight, String onlyIf) {}

  /** A class with the points that it begins with, who signs, and who reviews; empty for nobody. */
  record Band(int from, String name, String signs, String review) {}

  /**
   * How decisions came out that it classed.
   *
   * @param cameTrue of how many all came true that was predicted and judged
   * @param didNot of how many something did not
   * @param open how many are not decided, or not judged yet
   * @param unpredicted of how many nothing was predicted
   * @param share that came true of those that came out; null below twenty of them
   * @param classed the decisions, the newest first, at most a thousand
   */
  record Outcomes(
      int decisions,
      long cameTrue,
      long didNot,
      long open,
      long unpredicted,
      long reopened,
      @Nullable Double share,
      List<Classed> classed) {
    static Outcomes of(SheetRecord of) {
      List<SheetRecord.Classed> all = of.all();
      return new Outcomes(
          all.size(),
          SheetRecord.count(all, Out.CAME_TRUE),
          SheetRecord.count(all, Out.DID_NOT),
          SheetRecord.count(all, Out.OPEN),
          SheetRecord.count(all, Out.UNPREDICTED),
          SheetRecord.reopened(all),
          SheetRecord.share(all),
          all.stream().limit(MOST).map(Classed::of).toList());
    }
  }

  /** A decision with its class, by which version, and how it came out. */
  record Classed(
      int decision, String grade, int version, String out, boolean reopened, String page) {
    static Classed of(SheetRecord.Classed one) {
      return new Classed(
          one.decision().number(),
          one.grade(),
          one.version(),
          one.out().word(),
          one.isReopened(),
          one.decision().address());
    }
  }

  static SheetTold of(SheetRecord of) {
    Sheet sheet = of.sheet();
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
        Outcomes.of(of),
        "/decisions/rubrics/" + sheet.id());
  }
}
