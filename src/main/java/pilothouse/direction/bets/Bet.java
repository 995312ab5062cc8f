package pilothouse.direction.bets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * Something that might be done, and what one would get and give up for it.
 *
 * @param place whose it is, as {@link Where#text}
 * @param success what would be so if it worked
 * @param tradeoff what is accepted to be worse for it
 * @param smallest the smallest scope that tests the belief
 * @param cut what was left out for that
 * @param cost money and time that it takes
 * @param opportunity money that it may bring
 * @param impact what customers would notice
 * @param rewrite {@code yes} where it replaces much that works; else empty
 * @param outcome the id of what it is for; empty where nobody said
 * @param stage one of {@link #STAGES}
 */
public record Bet(
    String id,
    String place,
    String title,
    String problem,
    String success,
    String tradeoff,
    String smallest,
    String cut,
    String cost,
    String opportunity,
    String impact,
    String rewrite,
    String outcome,
    String owner,
    String stage,
    String madeAt)
    implements Placed {
  static final String PROPOSED = "proposed";
  static final String COMMITTED = "committed";
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String DROPPED = "dropped";

  /** In their order. */
  public static final List<String> STAGES = List.of(PROPOSED, COMMITTED, RUNNING, DONE, DROPPED);

  private static final Map<String, List<String>> NEXT =
      Map.of(
          PROPOSED, List.of(COMMITTED, DROPPED),
          COMMITTED, List.of(RUNNING, PROPOSED, DROPPED),
          RUNNING, List.of(DONE, DROPPED),
          DONE, List.of(RUNNING),
          DROPPED, List.of(PROPOSED));

  @Override
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** Its page. */
  public String page() {
    return "/bets/" + id;
  }

  /** What predictions, promises and rows call it. */
  public String subject() {
    return "bet:" + id;
  }

  public boolean isRewrite() {
    return rewrite.equals("yes");
  }

  /** Whether something of it is still to be done or decided. */
  public boolean isOpen() {
    return !stage.equals(DONE) && !stage.equals(DROPPED);
  }

  /** Whether somebody committed to it, and it is not over. */
  public boolean isCommitted() {
    return stage.equals(COMMITTED) || stage.equals(RUNNING);
  }

  /** Where it may go from here. */
  public List<String> next() {
    return NEXT.getOrDefault(stage, List.of());
  }

  /** All that people wrote of it, to find others like it. */
  String words() {
    return String.join(" ", title, problem, success, smallest);
  }

  Subject told() {
    return Subject.of("bet", title, page()).in(where());
  }

  /** What changes, for the journal. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("title", title);
    fields.put("problem", problem);
    fields.put("success", success);
    fields.put("trade-off", tradeoff);
    fields.put("smallest scope", smallest);
    fields.put("cut", cut);
    fields.put("cost", cost);
    fields.put("opportunity", opportunity);
    fields.put("customer impact", impact);
    fields.put("large rewrite", rewrite);
    fields.put("outcome", outcome);
    fields.put("owner", owner);
    return fields;
  }
}
