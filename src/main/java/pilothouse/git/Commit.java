package pilothouse.git;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One commit, parsed.
 *
 * @param id its id
 * @param tree id of its tree
 * @param parents ids of its parents
 * @param author who wrote it, and when
 * @param committer who committed it, and when
 * @param subject first paragraph on one line
 * @param trailers lines "Key: value" of the last paragraph, or empty
 * @param reverted id after "This reverts commit", or null
 */
record Commit(
    byte[] id,
    byte[] tree,
    List<byte[]> parents,
    Signature author,
    Signature committer,
    String subject,
    String trailers,
    @Nullable String reverted) {

  /** A name, an e-mail and a time; the zone in minutes east of UTC. */
  record Signature(String name, String email, long at, short zone) {
    static final Signature NOBODY = new Signature("", "", 0, (short) 0);

    /** Parses "Name <e-mail> seconds zone"; what is malformed becomes empty or 0. */
    static Signature parse(String line) {
      int open = line.indexOf('<');
      int close = line.lastIndexOf('>');
      if (open < 0 || close < open) {
        return new Signature(line.strip(), "", 0, (short) 0);
      }
      String[] when = line.substring(close + 1).strip().split(" ", -1);
      short zone = when.length > 1 ? zone(when[1]) : 0;
      return new Signature(
          line.substring(0, open).strip(),
          line.substring(open + 1, close).strip(),
          number(when[0]),
          zone);
    }

    private static long number(String digits) {
      try {
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
      } catch (NumberFormatException malformed) {
        return 0;
      }
    }

    private static short zone(String text) {
      long value = number(text);
      long minutes = value / 100 * 60 + value % 100;
      return minutes > -1440 && minutes < 1440 ? (short) minutes : 0;
    }
  }

  /** The same commit with other parents, as a graft or a shallow clone wants it. */
  Commit withParents(List<byte[]> others) {
    return new Commit(id, tree, others, author, committer, subject, trailers, reverted);
  }

  /** A commit of an earlier scan; its tree is not known there. */
  static Commit of(Graph graph, int commit) {
    List<byte[]> parents = new ArrayList<>(1);
    for (int at = graph.parentStart()[commit]; at < graph.parentStart()[commit + 1]; at++) {
      parents.add(graph.idBytes(graph.parents()[at]));
    }
    int author = graph.author()[commit];
    int committer = graph.committer()[commit];
    return new Commit(
        graph.idBytes(commit),
        new byte[0],
        parents,
        new Signature(
            graph.names()[author],
            graph.emails()[author],
            graph.authoredAt()[commit],
            graph.authorZone()[commit]),
        new Signature(
            graph.names()[committer],
            graph.emails()[committer],
            graph.committedAt()[commit],
            graph.committerZone()[commit]),
        graph.subjects()[commit],
        graph.trailers()[commit],
        graph.reverted()[commit]);
  }

  /** Parses a commit object. */
  static Commit parse(byte[] id, byte[] bytes, int size) throws Damage {
    if (!Bytes.startsWith(bytes, 0, size, "tree ")) {
      throw new Damage("commit " + HexFormat.of().formatHex(id) + " does not name its tree");
    }
    Charset charset = StandardCharsets.UTF_8;
    List<byte[]> parents = new ArrayList<>(1);
    byte[] tree = {};
    Signature author = Signature.NOBODY;
    Signature committer = Signature.NOBODY;
    int at = 0;
    while (at < size && bytes[at] != '\n') {
      int end = Bytes.find(bytes, at, size, '\n');
      if (Bytes.startsWith(bytes, at, end, "tree ")) {
        tree = hex(bytes, at + 5, end);
      } else if (Bytes.startsWith(bytes, at, end, "parent ")) {
        parents.add(hex(bytes, at + 7, end));
      } else if (Bytes.startsWith(bytes, at, end, "author ")) {
        author = Signature.parse(text(bytes, at + 7, end, charset));
      } else if (Bytes.startsWith(bytes, at, end, "committer ")) {
        committer = Signature.parse(text(bytes, at + 10, end, charset));
      } else if (Bytes.startsWith(bytes, at, end, "encoding ")) {
        charset = charset(text(bytes, at + 9, end, charset));
      }
      at = end + 1;
    }
    String message = text(bytes, Math.min(size, at + 1), size, charset);
    return new Commit(
        id,
        tree,
        parents,
        author,
        committer,
        Message.subject(message),
        Message.trailers(message),
        Message.reverted(message));
  }

  private static byte[] hex(byte[] bytes, int from, int to) throws Damage {
    try {
      return HexFormat.of().parseHex(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException malformed) {
      throw new Damage("a commit names an object that is no id", malformed);
    }
  }

  private static String text(byte[] bytes, int from, int to, Charset charset) {
    return new String(Arrays.copyOfRange(bytes, from, to), charset);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
