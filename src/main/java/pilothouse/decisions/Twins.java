package pilothouse.decisions;

import org.jdbi.v3.core.Handle;
import pilothouse.web.Refused;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** Keeps the same question from being asked twice, as when a form is sent twice. */
final class Twins {
  private Twins() {}

  /**
   * Nothing where nobody asks that there, or it is decided.
   *
   * @throws Refused with the name of the one that is open
   */
  static void mustBeNew(Handle rows, Where place, Words words) {
    rows
        .createQuery(
            """
            select distinct d.id from decision d join decision_words w on w.decision = d.id
            where w.title = :title and w.question = :question and d.place = :place
            """)
        .bind("title", words.title())
        .bind("question", words.question())
        .bind("place", place.text())
        .mapTo(String.class)
        .list()
        .stream()
        .map(id -> DecisionRows.one(rows, id))
        .filter(one -> one.state().isOpen())
        .findFirst()
        .ifPresent(one -> {
          throw Sent.twice("title", one.name() + " " + one.title());
        });
  }
}
