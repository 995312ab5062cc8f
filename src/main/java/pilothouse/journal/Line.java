package pilothouse.journal;

import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import pilothouse.storage.Instants;

/**
 * An entry in its place in the chain.
 *
 * @param seq from 1 on, without a gap
 * @param previous the hash of the entry before
 * @param hash SHA-256 over its JSON without the hash
 */
public record Line(long seq, Entry entry, String previous, String hash) {
  /** The entry behind another one. */
  static Line behind(long seq, String previous, Entry entry) {
    return new Line(seq, entry, previous, Canonical.hash(fields(seq, entry, previous)));
  }

  /** All of it as JSON in one line, as RFC 8785 writes it. */
  public String json() {
    SequencedMap<String, Object> all = fields(seq, entry, previous);
    all.put("hash", hash);
    return Canonical.json(all);
  }

  private static SequencedMap<String, Object> fields(long seq, Entry entry, String previous) {
    SequencedMap<String, Object> fields = new TreeMap<>();
    fields.put("seq", seq);
    fields.put("at", Instants.text(entry.at()));
    fields.put("who_kind", entry.who().kind().word());
    fields.put("who", entry.who().id());
    fields.put("who_name", entry.who().name());
    fields.put("what", entry.what());
    Subject about = entry.subject();
    fields.put("subject_kind", about.kind());
    fields.put("subject", about.name());
    fields.put("address", about.address());
    fields.put("place_kind", about.place().kind().name().toLowerCase(Locale.ROOT));
    fields.put("place", about.place().name());
    fields.put("needs", about.needs().name().toLowerCase(Locale.ROOT));
    fields.put("why", entry.why());
    fields.put("before", entry.before());
    fields.put("after", entry.after());
    fields.put("previous", previous);
    return fields;
  }
}
