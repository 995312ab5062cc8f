package pilothouse.direction.bets;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Keeps what bets, experiments and focus metrics predict, and judges it when its day has come. */
public interface Foretelling {
  /**
   * What somebody says will happen to a number.
   *
   * @param subject such as {@code bet:ID}
   * @param up whether it will rise
   * @param size by how much at least; null where nobody said
   * @param effect from when on it should show
   * @param judgedOn when it is judged
   * @param probability 0 to 1; null where nobody said
   * @param forum the id of the forum that decided; empty for none
   * @param rubric the id of the rubric that it was chosen by; empty for none
   */
  record Wager(
      String subject,
      String says,
      String page,
      Where place,
      Gauge gauge,
      boolean up,
      @Nullable Double size,
      LocalDate effect,
      LocalDate judgedOn,
      @Nullable Double probability,
      String forum,
      String rubric) {
    private static final int LINE = 300;

    public Wager {
      says = Say.cut(says, LINE);
    }
  }

  /**
   * A prediction and what became of it.
   *
   * @param expects which way, and by how much at least where somebody said
   * @param verdict {@code better}, {@code worse}, {@code none}, {@code early}, {@code unknown} or
   *     {@code withdrawn}
   * @param kept whether the verdict is final, for its day has come
   * @param why of the verdict, in a sentence
   * @param page of the verdict, with the number and its receipt
   */
  record Foretold(
      String id,
      String says,
      String gauge,
      String expects,
      String effect,
      String judgedOn,
      @Nullable Double probability,
      String verdict,
      boolean kept,
      String why,
      String page) {}

  /** Keeps a prediction in the transaction of what it belongs to; its id. */
  String predict(Handle rows, Wager wager, Who who);

  /** Ends those of one subject that are still to be judged: nobody goes on with it. */
  void withdraw(Handle rows, String subject, String why, Who who);

  /** A forum that somebody may say decided. */
  record Forum(String id, String name) {}

  /** The forums that the caller may name. */
  List<Forum> forums(Caller caller);

  /** The id of the forum that is meant; empty for none. */
  String forum(String typed, Caller caller);

  /** The predictions of one subject that the caller may see, the oldest first. */
  List<Foretold> about(String subject, Caller caller);
}
