package pilothouse.systems;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;

/** What people said about what repositories propose: follow this file; not this one. */
public final class ProposalWords {
  private final Storage storage;
  private final InstantSource clock;

  ProposalWords(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** A file that is followed, or a proposal that was turned down. */
  public record Word(String repository, String what) {}

  /** The files that are followed: what they say is taken over whenever they are read anew. */
  public Set<Word> followed() {
    return words("follow");
  }

  /** The proposals that were turned down. */
  public Set<Word> dismissed() {
    return words("dismiss");
  }

  /** Follows a file from now on; whether that is new. */
  public boolean follow(Word word, Said said) {
    return say("follow", word, said);
  }

  /** Follows it no more. */
  public void unfollow(Word word, Said said) {
    end("follow", word, said);
  }

  /** Turns a proposal down: it is not made again. */
  public void dismiss(Word word, Said said) {
    say("dismiss", word, said);
  }

  /** Lets it be made again. */
  public void recall(Word word, Said said) {
    end("dismiss", word, said);
  }

  private Set<Word> words(String word) {
    return storage.read(rows ->
        new HashSet<>(
            rows.createQuery(
                    """
                    select repository, what from proposal_word
                    where word = :word and ended_at is null
                    """)
                .bind("word", word)
                .map((row, context) -> new Word(row.getString("repository"), row.getString("what")))
                .list()));
  }

  private boolean say(String word, Word about, Said said) {
    if (words(word).contains(about)) {
      return false;
    }
    Instant at = clock.instant();
    return storage.write(rows -> {
      int added =
          rows.execute(
              """
              insert into proposal_word (id, word, repository, what, said_at, said_by, why)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              UUID.randomUUID().toString(),
              word,
              about.repository(),
              about.what(),
              Instants.text(at),
              said.by(),
              said.why());
      write(rows, at, said, word.equals("follow") ? "file followed" : "proposal dismissed", about);
      return added > 0;
    });
  }

  private void end(String word, Word about, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      int ended =
          rows.execute(
              """
              update proposal_word set ended_at = ?, ended_by = ?
              where word = ? and repository = ? and what = ? and ended_at is null
              """,
              Instants.text(at),
              said.by(),
              word,
              about.repository(),
              about.what());
      if (ended > 0) {
        String what = word.equals("follow") ? "file followed no more" : "proposal recalled";
        write(rows, at, said, what, about);
      }
      return ended;
    });
  }

  private static void write(Handle rows, Instant at, Said said, String what, Word about) {
    Subject subject =
        Subject.of("proposal", about.repository() + ": " + about.what(), "/proposals");
    Journal.write(rows, Entry.of(at, said, what, subject));
  }
}
