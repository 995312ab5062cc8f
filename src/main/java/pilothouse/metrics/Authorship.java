package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;

/**
 * Who worked on which source file, and who counts as its author by degree of authorship: DOA =
 * 3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1 + AC). Contributors of a file stand at start[file] ..
 * start[file+1]-1. [Avelino et al. 2016]
 *
 * @param people contributor index
 * @param commits of that person on the file, as author or co-author
 * @param added lines that the person's own commits added
 * @param author counts as an author of the file
 * @param total by file index: commits by people
 * @param botRows changes by programs, left out
 */
record Authorship(
    int[] start,
    int[] people,
    int[] commits,
    int[] added,
    boolean[] author,
    int[] total,
    int botRows) {

  static Authorship of(Slice slice) {
    return new Building(slice).build();
  }

  /** The degree of authorship of a person with dl commits where others have ac. */
  static double degree(boolean created, int dl, int ac) {
    return 3.293 + (created ? 1.098 : 0) + 0.164 * dl - 0.321 * Math.log(1.0 + ac);
  }

  int authorsOf(int file) {
    int n = 0;
    for (int i = start[file]; i < start[file + 1]; i++) {
      n += author[i] ? 1 : 0;
    }
    return n;
  }

  int peopleOf(int file) {
    return start[file + 1] - start[file];
  }

  /** Puts the changes in buckets by file, then adds up each bucket. */
  private static final class Building {
    final Slice slice;
    final HeadView head;
    final Changes changes;
    final Commits all;
    final int[] creator;
    final int[] total;
    int botRows;

    Building(Slice slice) {
      this.slice = slice;
      this.head = slice.head();
      this.changes = slice.changes();
      this.all = slice.commits();
      this.creator = new int[head.size()];
      this.total = new int[head.size()];
      Arrays.fill(creator, -1);
    }

    Authorship build() {
      int[] bucket = new int[head.size() + 1];
      each((file, person, lines, created) -> bucket[file + 1]++, true);
      for (int file = 0; file < head.size(); file++) {
        bucket[file + 1] += bucket[file];
      }
      int[] next = bucket.clone();
      int[] person = new int[bucket[head.size()]];
      int[] lines = new int[person.length];
      each(
          (file, who, added, created) -> {
            if (created) {
              creator[file] = who;
            }
            lines[next[file]] = added;
            person[next[file]++] = who;
          },
          false);
      return add(bucket, person, lines);
    }

    /** Hears each person of each change of a source file that exists now. */
    private void each(Listener listener, boolean counting) {
      for (int commit : slice.changesAnywhere()) {
        boolean human = PeopleMetrics.Bots.isHuman(slice, commit);
        for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
          int file = changes.file()[row];
          if (changes.isOldName(row) || !head.source()[file]) {
            continue;
          }
          if (!human) {
            botRows += counting ? 1 : 0;
            continue;
          }
          total[file] += counting ? 1 : 0;
          tell(listener, commit, row, file);
        }
      }
    }

    private void tell(Listener listener, int commit, int row, int file) {
      int author = all.author()[commit];
      if (!slice.isBot(author)) {
        boolean created = changes.kind()[row] == Changes.ADDED && changes.from()[row] < 0;
        listener.hear(file, author, changes.linesAdded(row), created);
      }
      for (int i = all.coauthorStart()[commit]; i < all.coauthorStart()[commit + 1]; i++) {
        int person = all.coauthors()[i];
        if (person != author && !slice.isBot(person)) {
          listener.hear(file, person, 0, false);
        }
      }
    }

    private Authorship add(int[] bucket, int[] person, int[] lines) {
      int[] start = new int[head.size() + 1];
      int[] people = new int[person.length];
      int[] commits = new int[person.length];
      int[] added = new int[person.length];
      int[] slot = new int[slice.history.people().size()];
      Arrays.fill(slot, -1);
      int n = 0;
      for (int file = 0; file < head.size(); file++) {
        int first = n;
        for (int i = bucket[file]; i < bucket[file + 1]; i++) {
          int at = slot[person[i]];
          if (at < first) {
            at = n++;
            slot[person[i]] = at;
            people[at] = person[i];
          }
          commits[at]++;
          added[at] += lines[i];
        }
        start[file + 1] = n;
      }
      boolean[] author = authors(start, people, commits);
      return new Authorship(
          start,
          Arrays.copyOf(people, n),
          Arrays.copyOf(commits, n),
          Arrays.copyOf(added, n),
          author,
          total,
          botRows);
    }

    private boolean[] authors(int[] start, int[] people, int[] commits) {
      boolean[] author = new boolean[people.length];
      double[] degree = new double[people.length];
      for (int file = 0; file < head.size(); file++) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = start[file]; i < start[file + 1]; i++) {
          boolean created = creator[file] == people[i];
          degree[i] = degree(created, commits[i], total[file] - commits[i]);
          highest = Math.max(highest, degree[i]);
        }
        for (int i = start[file]; i < start[file + 1]; i++) {
          boolean enough = degree[i] >= 3.293 || creator[file] == people[i];
          author[i] = degree[i] > 0.75 * highest && enough;
        }
      }
      return author;
    }
  }

  /** Hears that a person changed a file. */
  private interface Listener {
    void hear(int file, int person, int lines, boolean created);
  }
}
