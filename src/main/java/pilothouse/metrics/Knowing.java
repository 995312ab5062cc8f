package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Coupling.Folders;

/**
 * Works out the knowledge of a slice and of its folders.
 *
 * @param files source files that exist now, by file index
 * @param unauthored of them without a commit by a person
 * @param small of them below the floors of islands
 */
record Knowing(Knowledge knowledge, int[] files, int unauthored, int small) {
  static final int ISLAND_LINES = 100;
  static final int ISLAND_REVISIONS = 3;

  static Knowing of(Slice slice) {
    return new Reckoning(slice).reckon();
  }

  /** One pass over files, then one a folder. */
  private static final class Reckoning {
    final Slice slice;
    final HeadView head;
    final Authorship authorship;
    final Activity activity;
    final boolean[] gone;
    final @Nullable LineFacts lines;
    final boolean[] isIsland;
    int small;

    Reckoning(Slice slice) {
      this.slice = slice;
      this.head = slice.head();
      this.authorship = slice.once(Authorship.class, Authorship::of);
      this.activity = slice.once(Activity.class, Activity::of);
      this.lines = slice.linesCounted() ? slice.once(LineFacts.class, LineFacts::of) : null;
      this.gone = lines == null ? LineFacts.gone(slice) : lines.gone();
      this.isIsland = new boolean[head.size()];
    }

    Knowing reckon() {
      int[] files = new int[head.size()];
      int n = 0;
      for (int file = 0; file < head.size(); file++) {
        if (head.source()[file]) {
          files[n++] = file;
        }
      }
      files = Arrays.copyOf(files, n);
      TruckFactor whole = TruckFactor.of(slice, files);
      List<Knowledge.Island> islands = islands(files);
      int active = 0;
      BitSet people = whole.people();
      for (int p = people.nextSetBit(0); p >= 0; p = people.nextSetBit(p + 1)) {
        active += gone[p] ? 0 : 1;
      }
      Knowledge knowledge =
          new Knowledge(
              n,
              people.cardinality(),
              active,
              factor(whole),
              share(files),
              islands,
              n - small,
              folders(files));
      return new Knowing(knowledge, files, n - whole.files(), small);
    }

    private static @Nullable Integer factor(TruckFactor truck) {
      return truck.factor() < 0 ? null : truck.factor();
    }

    /** Share of lines that people who are gone wrote last. */
    private @Nullable Double share(int[] files) {
      if (lines == null) {
        return null;
      }
      long owned = 0;
      long atRisk = 0;
      for (int file : files) {
        owned += lines.owned()[file];
        atRisk += lines.atRisk()[file];
      }
      return owned == 0 ? null : (double) atRisk / owned;
    }

    private List<Knowledge.Island> islands(int[] files) {
      List<Knowledge.Island> islands = new ArrayList<>();
      for (int file : files) {
        int size = size(file);
        boolean large = size >= ISLAND_LINES && activity.inWindow()[file] >= ISLAND_REVISIONS;
        if (!large) {
          small++;
        } else if (authorship.authorsOf(file) == 1) {
          isIsland[file] = true;
          islands.add(
              new Knowledge.Island(
                  slice.history.paths()[head.pathOf()[file]],
                  size,
                  activity.inWindow()[file],
                  authorship.peopleOf(file),
                  gone[onlyAuthor(file)]));
        }
      }
      islands.sort(
          Comparator.comparing(Knowledge.Island::gone)
              .thenComparingInt(Knowledge.Island::lines)
              .reversed()
              .thenComparing(Knowledge.Island::path));
      return islands;
    }

    private int size(int file) {
      int row = head.rowOf()[file];
      return row < 0 ? 0 : Math.max(0, slice.history.files().lines()[row]);
    }

    private int onlyAuthor(int file) {
      int i = authorship.start()[file];
      while (!authorship.author()[i]) {
        i++;
      }
      return authorship.people()[i];
    }

    private List<Knowledge.Folder> folders(int[] files) {
      Folders folders = slice.once(Folders.class, Folders::of);
      int[] count = new int[folders.names().size()];
      for (int file : files) {
        count[folders.of(head.pathOf()[file])]++;
      }
      int[][] members = new int[count.length][];
      for (int folder = 0; folder < count.length; folder++) {
        members[folder] = new int[count[folder]];
      }
      for (int file : files) {
        int folder = folders.of(head.pathOf()[file]);
        members[folder][--count[folder]] = file;
      }
      List<Knowledge.Folder> rows = new ArrayList<>();
      for (int folder = 0; folder < members.length; folder++) {
        if (members[folder].length > 0) {
          String name = folders.names().get(folder);
          rows.add(folder(name, below(name, files) == members[folder].length, members[folder]));
        }
      }
      rows.sort(
          Comparator.comparingLong(Knowledge.Folder::lines)
              .thenComparingInt(Knowledge.Folder::files)
              .reversed()
              .thenComparing(Knowledge.Folder::path));
      return rows;
    }

    /** How many files lie below a folder. */
    private int below(String folder, int[] files) {
      String within = folder + "/";
      int count = 0;
      for (int file : files) {
        count += slice.history.paths()[head.pathOf()[file]].startsWith(within) ? 1 : 0;
      }
      return count;
    }

    private Knowledge.Folder folder(String name, boolean isWhole, int[] files) {
      TruckFactor truck = TruckFactor.of(slice, files);
      long size = 0;
      int islands = 0;
      for (int file : files) {
        size += size(file);
        islands += isIsland[file] ? 1 : 0;
      }
      return new Knowledge.Folder(
          name,
          isWhole,
          files.length,
          size,
          truck.people().cardinality(),
          factor(truck),
          share(files),
          islands);
    }
  }
}
