package pilothouse.evidence.imports;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.text.Texts;

/**
 * One import as it is kept.
 *
 * @param file its name, for people
 * @param origin what it came through: page, command or api
 * @param trouble why it could not be done; null otherwise
 * @param options what was declared about the file, as JSON
 */
public record ImportJob(
    String id,
    Kind kind,
    String file,
    String origin,
    State state,
    Instant begunAt,
    @Nullable Instant endedAt,
    @Nullable String trouble,
    String options,
    ImportReceipt receipt) {

  /** How an import stands. */
  public enum State {
    /** It comes in. */
    COMING,
    /** Somebody has to confirm how it is understood. */
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /** For people. */
    public String word() {
      return Texts.say("imports.state." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** Its file; those of one name are told apart by the beginning of the id. */
  public String named() {
    return file + " (" + id.substring(0, Math.min(8, id.length())) + ")";
  }

  /** Whether it was read and nothing of it could be taken. */
  public boolean isAllRefused() {
    return state == State.DONE && receipt.refused() > 0 && receipt.fit() == 0;
  }

  /** How it stands, for people. */
  public String word() {
    return isAllRefused() ? Texts.say("imports.state.all-refused") : state.word();
  }

  /** Whether something may still happen to it by itself. */
  public boolean isUnderWay() {
    return state == State.COMING || state == State.RUNNING;
  }
}
