package pilothouse.decisions.adr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a record brought together, section by section and field by field.
 *
 * @param bytes of the merged file; where both sides differ it has ours
 * @param conflicts where both sides differ
 */
public record Merge(byte[] bytes, List<Conflict> conflicts) {

  /**
   * Brings together what two sides made of the same record.
   *
   * @param base what both began with
   */
  public static Merge of(Adr base, Adr ours, Adr theirs) {
    byte[] began = base.bytes();
    if (Arrays.equals(theirs.bytes(), began) || Arrays.equals(theirs.bytes(), ours.bytes())) {
      return new Merge(ours.bytes(), List.of());
    }
    if (Arrays.equals(ours.bytes(), began)) {
      return new Merge(theirs.bytes(), List.of());
    }
    return new Sides(base, ours, theirs).merged();
  }

  /** Our version of a record with one part, which both sides changed, as they have it. */
  public static byte[] taking(Adr ours, Adr theirs, Conflict conflict) {
    return Taking.of(ours, theirs, conflict);
  }

  /** Whether both versions say the same in a part. */
  public static boolean agree(Adr one, Adr other, String part) {
    return Taking.text(one, part).equals(Taking.text(other, part));
  }

  public boolean isClean() {
    return conflicts.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Merge merge
        && Arrays.equals(bytes, merge.bytes)
        && conflicts.equals(merge.conflicts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(bytes), conflicts);
  }

  private static final class Sides {
    private final Map<String, Piece> base;
    private final Map<String, Piece> ours;
    private final Map<String, Piece> theirs;
    private final Source source;
    private final List<Conflict> conflicts = new ArrayList<>();

    Sides(Adr base, Adr ours, Adr theirs) {
      this.base = byKey(base);
      this.ours = byKey(ours);
      this.theirs = byKey(theirs);
      this.source = ours.structure().source();
    }

    private static Map<String, Piece> byKey(Adr adr) {
      Map<String, Piece> pieces = new LinkedHashMap<>();
      Piece.of(adr).forEach(piece -> pieces.put(piece.key(), piece));
      return pieces;
    }

    Merge merged() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Piece before = null;
      for (String key : order()) {
        Piece piece = merged(base.get(key), ours.get(key), theirs.get(key));
        if (piece != null) {
          out.writeBytes(source.encoded(between(before, piece)));
          boolean own = piece.equals(ours.get(key));
          out.writeBytes(
              own
                  ? piece.raw().getBytes(StandardCharsets.ISO_8859_1)
                  : source.encoded(piece.text()));
          before = piece;
        }
      }
      return new Merge(out.toByteArray(), List.copyOf(conflicts));
    }

    /** The line ends that are missing where a part came to stand behind another one. */
    private String between(@Nullable Piece before, Piece piece) {
      if (before == null || before.text().equals("\ufeff")) {
        return "";
      }
      if (follows(ours, before, piece) || follows(theirs, before, piece)) {
        return before.text().endsWith("\n") ? "" : "\n";
      }
      String end = before.text().endsWith("\n") ? "" : "\n";
      boolean gap = (before.text() + end).endsWith("\n\n") || before.text().equals("\n");
      return piece.isSection() && !gap ? end + "\n" : end;
    }

    /** Whether both stand one behind the other as they are there. */
    private static boolean follows(Map<String, Piece> all, Piece before, Piece piece) {
      List<String> keys = List.copyOf(all.keySet());
      int at = keys.indexOf(before.key());
      return at >= 0
          && before.equals(all.get(before.key()))
          && at + 1 < keys.size()
          && keys.get(at + 1).equals(piece.key());
    }

    /** Our order, with what only they have behind what it follows there. */
    private List<String> order() {
      List<String> order = new ArrayList<>(ours.keySet());
      String before = null;
      for (String key : theirs.keySet()) {
        if (!ours.containsKey(key)) {
          int at = before == null ? -1 : order.indexOf(before);
          order.add(before != null && at < 0 ? order.size() : at + 1, key);
        }
        before = key;
      }
      return order;
    }

    private @Nullable Piece merged(
        @Nullable Piece began, @Nullable Piece mine, @Nullable Piece other) {
      if (isSame(mine, other) || isSame(began, other)) {
        return mine;
      }
      if (isSame(began, mine)) {
        return other;
      }
      Piece kept = mine == null ? Objects.requireNonNull(other) : mine;
      conflicts.add(new Conflict(kept.key(), kept.heading(), text(began), text(mine), text(other)));
      return kept;
    }

    private static boolean isSame(@Nullable Piece one, @Nullable Piece other) {
      return one == null ? other == null : other != null && one.says(other);
    }

    private static String text(@Nullable Piece piece) {
      return piece == null ? "" : piece.text();
    }
  }
}
