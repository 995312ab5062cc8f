package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for what no fact can say: a future, an endless text, fewer than none. */
final class Doubts implements Out {
  private static final int NAME = 500;
  private static final int TEXT = 4_000;
  private static final int WORDS = 500;
  private static final int COMMITS = 10_000;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private final Form<?> form;
  private final Fact fact;
  private final Instant latest;
  private int component;
  private @Nullable Refusal refusal;

  private Doubts(Form<?> form, Fact fact, Instant now) {
    this.form = form;
    this.fact = fact;
    this.latest = now.plus(Fact.AHEAD);
  }

  /** Why the fact cannot be; null when it can. */
  static <F extends Fact> @Nullable Refusal about(Form<F> form, F fact, Instant now) {
    var doubts = new Doubts(form, fact, now);
    if (fact.key().isBlank()) {
      doubts.refuse("key", "nothing", "is empty", "give each one an id of its own");
    }
    doubts.check("key", fact.key(), NAME);
    doubts.check("said_at", fact.saidAt());
    form.tell().accept(fact, doubts);
    return doubts.refusal;
  }

  @Override
  public void text(@Nullable String value) {
    check(column(), value, TEXT);
  }

  @Override
  public void word(@Nullable String value) {
    check(column(), value, NAME);
  }

  @Override
  public void person(@Nullable String value) {
    check(column(), value, NAME);
  }

  @Override
  public void revision(@Nullable String value) {
    check(column(), value, NAME);
  }

  @Override
  public void at(@Nullable Instant value) {
    check(column(), value);
  }

  @Override
  public void whole(@Nullable Integer value) {
    String column = column();
    if (value != null && value < 0) {
      refuse(column, String.valueOf(value), "is below zero", "leave it out where it is not known");
    }
  }

  @Override
  public void real(@Nullable Double value) {
    String column = column();
    if (value == null) {
      return;
    }
    if (!Double.isFinite(value)) {
      refuse(column, String.valueOf(value), "is no number", "leave it out where it is not known");
    } else if (Math.abs(value) > Measurement.LARGEST && fact instanceof Measurement) {
      refuse(
          column,
          String.valueOf(value),
          "lies beyond 1,000,000,000,000,000",
          "send it in a larger unit, or look at the sender");
    } else if (value < 0 && fact instanceof TestCase) {
      refuse(column, String.valueOf(value), "is below zero", "leave it out where it is not known");
    }
  }

  @Override
  public void flag(@Nullable Boolean value) {
    component++;
  }

  @Override
  public void choice(@Nullable Enum<?> value) {
    component++;
  }

  @Override
  public void words(@Nullable List<String> values) {
    String column = column();
    if (values == null) {
      return;
    }
    checkCount(column, values.size(), WORDS);
    for (String value : values) {
      check(column, value, NAME);
    }
  }

  @Override
  public void commits(List<CommitRef> values) {
    String column = column();
    checkCount(column, values.size(), COMMITS);
    for (CommitRef commit : values) {
      check(column, commit.revision(), NAME);
      if (commit.revision().isEmpty() || commit.revision().indexOf(' ') >= 0) {
        refuse(column, shown(commit.revision()), "is no id of a commit", "send the whole id");
      }
    }
  }

  private String column() {
    return form.columns().get(component++);
  }

  private void check(String column, @Nullable String value, int most) {
    if (value == null) {
      return;
    }
    if (value.length() > most) {
      refuse(
          column,
          shown(value),
          "has " + value.length() + " characters",
          "send at most " + most + " of them");
    } else if (value.indexOf('\0') >= 0) {
      refuse(column, shown(value), "holds a null character", "send text");
    }
  }

  private void check(String column, @Nullable Instant value) {
    if (value == null) {
      return;
    }
    if (value.isAfter(latest)) {
      refuse(
          column,
          String.valueOf(value),
          "lies more than a day in the future",
          "look at the clock of the sender, and at the unit of the time");
    } else if (value.isBefore(FIRST)) {
      refuse(
          column,
          String.valueOf(value),
          "lies before 1990",
          "leave it out where it is not known, and look at the unit of the time");
    }
  }

  private void checkCount(String column, int count, int most) {
    if (count > most) {
      refuse(column, count + " entries", "are too many", "send at most " + most);
    }
  }

  private void refuse(String column, String value, String why, String mend) {
    if (refusal == null) {
      String where = form.table().replace('_', ' ') + " " + shown(fact.key());
      refusal = new Refusal(where, column + ": " + value, why, mend);
    }
  }

  private static String shown(String value) {
    String clean = value.replace('\0', '?');
    return clean.length() <= 80 ? clean : clean.substring(0, 80) + " …";
  }
}
