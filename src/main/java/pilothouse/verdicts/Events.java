package pilothouse.verdicts;

import java.time.LocalDate;
import java.util.List;
import pilothouse.web.Where;

/** Knows what else happened at a place. */
@FunctionalInterface
public interface Events {
  /** What happened there from one day to another, both in it, oldest first. */
  List<Event> between(Where place, LocalDate from, LocalDate to);
}
