package pilothouse.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * How far the reading of one repository is.
 *
 * @param repository its name
 * @param running whether it is being read or waits for it
 * @param doing what is being done, in words
 * @param done how much of it
 * @param total of how much; 0 while nobody can say
 * @param trouble why it could not be read and what would help; null when there was none
 * @param read when it was last read to the end; null when it never was
 * @param version of the history that is there now; 0 when there is none
 */
public record Sounding(
    String repository,
    boolean running,
    String doing,
    long done,
    long total,
    @Nullable String trouble,
    @Nullable Instant read,
    long version) {

  /** What is there meanwhile, in a sentence. */
  public String missing() {
    return version == 0
        ? Texts.say("views.sounding.the-first-results-come")
        : Texts.say("views.sounding.what-is-known-so");
  }

  /** How far in words: a share where one is known. */
  public String far() {
    return total <= 0
        ? done <= 0 ? "" : pilothouse.text.Say.count(done)
        : Texts.say(
            "views.sounding.of", pilothouse.text.Say.count(done), pilothouse.text.Say.count(total));
  }
}
