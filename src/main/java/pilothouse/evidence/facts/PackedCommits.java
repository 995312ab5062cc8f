package pilothouse.evidence.facts;

import java.util.AbstractList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Commits that are unpacked when somebody asks for the first of them: most are never asked for. */
final class PackedCommits extends AbstractList<CommitRef> {
  private final byte[] bytes;
  private final int from;
  private final int end;
  private final int count;
  private volatile @Nullable List<CommitRef> unpacked;

  PackedCommits(byte[] bytes, int from, int end, int count) {
    this.bytes = bytes;
    this.from = from;
    this.end = end;
    this.count = count;
  }

  @Override
  public CommitRef get(int index) {
    List<CommitRef> commits = unpacked;
    if (commits == null) {
      commits = List.copyOf(new PackIn(bytes, from, end, UnaryOperator.identity()).commits(count));
      unpacked = commits;
    }
    return commits.get(index);
  }

  @Override
  public int size() {
    return count;
  }
}
