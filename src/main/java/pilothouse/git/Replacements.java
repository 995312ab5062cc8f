package pilothouse.git;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which objects stand in for which others, as the refs below refs/replace say. */
final class Replacements {
  private final Map<Id, byte[]> others = new HashMap<>();

  /** An id that can be looked up. */
  private record Id(long first, long second) {
    static Id of(byte[] id, int at) {
      return new Id(Bytes.big(id, at), Bytes.big(id, at + 8));
    }
  }

  /** Adds ids, in hexadecimal, with those that stand in for them. */
  void add(Map<String, String> by) {
    by.forEach((id, other) ->
        others.put(Id.of(HexFormat.of().parseHex(id), 0), HexFormat.of().parseHex(other)));
  }

  /** The id that stands in for this one, or null. */
  byte @Nullable [] of(byte[] id, int at) {
    return others.isEmpty() ? null : others.get(Id.of(id, at));
  }
}
