package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sixty-four bits of all that a fact says, its key and its time of saying apart. */
final class Digest implements Out {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long NOTHING = 0x8A5CD789635D2DFFL;
  private long state;

  /** The same for the same content, in every process and for ever: it stands in the database. */
  static <F extends Fact> long of(Form<F> form, F fact) {
    var digest = new Digest();
    form.tell().accept(fact, digest);
    return digest.mixed();
  }

  private long mixed() {
    long mixed = (state ^ state >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }

  private void add(long value) {
    long next = (state ^ value) * STEP;
    state = next ^ next >>> 29;
  }

  @Override
  public void text(@Nullable String value) {
    if (value == null) {
      add(NOTHING);
      return;
    }
    long hash = value.length();
    for (int i = 0; i < value.length(); i++) {
      hash = hash * 0x100000001B3L + value.charAt(i);
    }
    add(hash);
  }

  @Override
  public void at(@Nullable Instant value) {
    add(value == null ? NOTHING : value.toEpochMilli());
  }

  @Override
  public void whole(@Nullable Integer value) {
    add(value == null ? NOTHING : value);
  }

  @Override
  public void real(@Nullable Double value) {
    add(value == null ? NOTHING : Double.doubleToLongBits(value));
  }

  @Override
  public void flag(@Nullable Boolean value) {
    add(value == null ? NOTHING : value ? 1 : 0);
  }

  @Override
  public void choice(@Nullable Enum<?> value) {
    text(value == null ? null : value.name());
  }

  @Override
  public void words(@Nullable List<String> values) {
    add(values == null ? NOTHING : values.size());
    if (values != null) {
      values.forEach(this::text);
    }
  }

  @Override
  public void commits(List<CommitRef> values) {
    add(values.size());
    for (CommitRef commit : values) {
      text(commit.revision());
      at(commit.authoredAt());
    }
  }
}
