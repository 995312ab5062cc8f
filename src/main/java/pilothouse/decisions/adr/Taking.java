package pilothouse.decisions.adr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a part of another version of a record in the place of the same part. */
final class Taking {
  private Taking() {}

  static byte[] of(Adr ours, Adr theirs, Conflict conflict) {
    Optional<Piece> wanted = find(Piece.of(theirs), conflict.part());
    List<Piece> pieces = new ArrayList<>(Piece.of(ours));
    Optional<Piece> there = find(pieces, conflict.part());
    if (there.isPresent() && wanted.isPresent()) {
      pieces.set(pieces.indexOf(there.get()), wanted.get());
    } else if (there.isPresent()) {
      pieces.remove(there.get());
    } else {
      wanted.ifPresent(pieces::add);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Piece piece : pieces) {
      boolean isTheirs = wanted.isPresent() && piece.equals(wanted.get());
      out.writeBytes(
          isTheirs
              ? ours.structure().source().encoded(gap(out) + piece.text())
              : piece.raw().getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  /** A part never continues the last line of another one. */
  private static String gap(ByteArrayOutputStream out) {
    String before = out.toString(StandardCharsets.ISO_8859_1);
    return before.isEmpty() || before.endsWith("\n") || before.endsWith("\r") ? "" : "\n\n";
  }

  /** What a part says; empty where there is none. */
  static String text(Adr adr, String part) {
    return find(Piece.of(adr), part).map(one -> one.text().stripTrailing()).orElse("");
  }

  private static Optional<Piece> find(List<Piece> pieces, String key) {
    return pieces.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
