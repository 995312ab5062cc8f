package pilothouse.debt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.FileStory;
import pilothouse.views.View;

/**
 * The files as the treemap draws them: folders with files, the area being lines. Beyond some
 * thousand files the least interesting ones of each folder stand together as one.
 *
 * @param name of the folder or the file
 * @param path of the file; empty for a folder and for files that stand together
 * @param lines of text, at least 1 so that it can be seen
 * @param change hotspot score 0..1, or null
 * @param risk share of lines at risk, or null
 * @param revisions commits in the window
 * @param authors how many people count as its authors
 * @param address of the file's page, empty for a folder
 * @param children of a folder, the largest first
 */
public record Tree(
    String name,
    String path,
    long lines,
    @Nullable Double change,
    @Nullable Double risk,
    int revisions,
    int authors,
    String address,
    List<Tree> children) {
  private static final int MOST = 3_000;

  static Tree of(View view, List<FileStory> stories) {
    Set<FileStory> shown = new HashSet<>();
    stories.stream()
        .sorted(Comparator.comparingInt((FileStory story) -> -story.lines()))
        .limit(MOST / 2)
        .forEach(shown::add);
    stories.stream().sorted(Stories.BY_CHANGE).limit(MOST / 2).forEach(shown::add);
    Folder root = new Folder();
    for (FileStory story : stories) {
      root.add(view, story, story.path(), 0, shown.contains(story));
    }
    return root.tree(view.scope().repository());
  }

  private static Tree file(View view, FileStory story, String name) {
    return new Tree(
        name,
        story.path(),
        Math.max(1, story.lines()),
        story.score(),
        story.atRisk(),
        story.revisions(),
        story.authors(),
        view.file(story.path()),
        List.of());
  }

  private static final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<Tree> files = new ArrayList<>();
    private long restLines;
    private int restFiles;

    void add(View view, FileStory story, String path, int from, boolean shown) {
      int slash = path.indexOf('/', from);
      if (slash >= 0) {
        folders
            .computeIfAbsent(path.substring(from, slash), _ -> new Folder())
            .add(view, story, path, slash + 1, shown);
      } else if (shown) {
        files.add(file(view, story, path.substring(from)));
      } else {
        restFiles++;
        restLines += Math.max(1, story.lines());
      }
    }

    Tree tree(String name) {
      if (folders.size() == 1 && files.isEmpty() && restFiles == 0) {
        var only = folders.entrySet().iterator().next();
        return only.getValue().tree(name + "/" + only.getKey());
      }
      List<Tree> children = new ArrayList<>(files);
      folders.forEach((folder, held) -> children.add(held.tree(folder)));
      if (restFiles > 0) {
        String rest = restFiles + " other files";
        children.add(new Tree(rest, "", restLines, null, null, 0, 0, "", List.of()));
      }
      children.sort(Comparator.comparingLong(Tree::lines).reversed().thenComparing(Tree::name));
      long lines = children.stream().mapToLong(Tree::lines).sum();
      int revisions = children.stream().mapToInt(Tree::revisions).sum();
      return new Tree(name, "", lines, null, null, revisions, 0, "", children);
    }
  }
}
