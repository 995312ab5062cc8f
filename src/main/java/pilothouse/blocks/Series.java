package pilothouse.blocks;

import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.property.ValuedProperty;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of one id: what comes back, and its days that were moved or dropped. */
record Series(String uid, List<VEvent> events, Zones zones, Draught draught) {

  /** Days of a series that are not as the others, by their moment, or by their date alone. */
  private record Apart(Set<Instant> moments, Set<LocalDate> days) {
    boolean holds(LocalDateTime wall, Instant at) {
      return moments.contains(at) || days.contains(wall.toLocalDate());
    }

    void add(ICalDate date, Zoned zone) {
      if (date.hasTime()) {
        moments.add(zone.at(Zones.wall(date)));
      } else {
        days.add(Zones.wall(date).toLocalDate());
      }
    }
  }

  void take() {
    Apart apart = new Apart(new HashSet<>(), new HashSet<>());
    for (VEvent event : events) {
      RecurrenceId day = event.getRecurrenceId();
      if (day != null && day.getValue() != null) {
        counted(() -> {
          apart.add(day.getValue(), Timing.known(zones.of(day, day.getValue())));
          if (Range.THIS_AND_FUTURE.equals(day.getRange())) {
            draught.skips(Skip.FROM_THEN_ON);
          }
          one(event);
        });
      }
    }
    VEvent whole = whole();
    if (whole != null) {
      counted(() -> all(whole, apart));
    }
  }

  /** Something that a file may not have said as one can understand it. */
  private interface Understanding {
    void run() throws Timing.Unknown;
  }

  private void counted(Understanding understanding) {
    try {
      understanding.run();
    } catch (Timing.Unknown unknown) {
      draught.skips(unknown.why());
    } catch (DateTimeException | ArithmeticException _) {
      // The ninety-ninth month, or a day that no calendar has.
      draught.skips(Skip.TIMES);
    }
  }

  /** The newest of those that replace no day. */
  private @Nullable VEvent whole() {
    VEvent whole = null;
    for (VEvent event : events) {
      if (event.getRecurrenceId() == null) {
        if (whole != null) {
          draught.skips(Skip.TWICE);
        }
        whole = whole == null || number(event) >= number(whole) ? event : whole;
      }
    }
    return whole;
  }

  private static int number(VEvent event) {
    return event.getSequence() == null
        ? 0
        : Objects.requireNonNullElse(event.getSequence().getValue(), 0);
  }

  private boolean isCancelled(VEvent event) {
    Status status = event.getStatus();
    if (status == null || !status.isCancelled()) {
      return false;
    }
    draught.skips(Skip.CANCELLED);
    return true;
  }

  private void one(VEvent event) throws Timing.Unknown {
    if (!isCancelled(event)) {
      Timing timing = Timing.of(event, zones);
      draught.takes(uid, timing.at(timing.wall()), Timing.isBusy(event));
    }
  }

  private void all(VEvent event, Apart apart) throws Timing.Unknown {
    if (isCancelled(event)) {
      return;
    }
    Timing timing = Timing.of(event, zones);
    for (ExceptionDates dates : event.getProperties(ExceptionDates.class)) {
      for (ICalDate date : dates.getValues()) {
        apart.add(date, Timing.known(zones.of(dates, date)));
      }
    }
    for (LocalDateTime wall : new Repeating(event, timing, zones).walls(draught)) {
      Span span = timing.at(wall);
      if (!apart.holds(wall, span.from())) {
        draught.takes(uid, span, Timing.isBusy(event));
      }
    }
  }

  /** The value of a property that may not be there, or not be understood; empty for nothing. */
  static String text(@Nullable ValuedProperty<String> property) {
    return property == null ? "" : Objects.requireNonNullElse(property.getValue(), "");
  }
}
