package pilothouse.debt;

import java.io.StringWriter;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The files as the treemap draws them, the area being lines: compact JSON, made of arrays.
 *
 * <p>A folder is {@code [name, [children]]}, the largest child first. A file is {@code [name,
 * lines, hotspot score in percent or null, lines at risk in percent or null, commits in the period,
 * authors]}. Beyond some thousand files the least interesting ones of each folder stand together:
 * {@code [how many, lines]}.
 */
final class Tree {
  private static final int MOST = 3_000;
  private final JsonGenerator json;

  private Tree(JsonGenerator json) {
    this.json = json;
  }

  static String of(View view, List<FileStory> stories) {
    Set<FileStory> shown = new HashSet<>();
    stories.stream()
        .sorted(Comparator.comparingInt((FileStory story) -> -story.lines()))
        .limit(MOST / 2)
        .forEach(shown::add);
    stories.stream().sorted(Stories.BY_CHANGE).limit(MOST / 2).forEach(shown::add);
    Folder root = new Folder();
    for (FileStory story : stories) {
      root.add(story, 0, shown.contains(story));
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("name", view.scope().repository());
      json.writeStringProperty("file", view.file(""));
      json.writeName("tree");
      new Tree(json).folder(view.scope().repository(), root);
      json.writeEndObject();
    }
    return text.toString();
  }

  private void folder(String name, Folder folder) {
    json.writeStartArray();
    json.writeString(name);
    json.writeStartArray();
    List<Child> children = new ArrayList<>();
    folder.files.forEach(story -> children.add(new Child(size(story), () -> file(story))));
    folder.folders.forEach((held, in) -> children.add(new Child(in.lines, () -> folder(held, in))));
    if (folder.restFiles > 0) {
      children.add(new Child(folder.restLines, () -> rest(folder)));
    }
    children.sort(Comparator.comparingLong(Child::lines).reversed());
    children.forEach(child -> child.write().run());
    json.writeEndArray();
    json.writeEndArray();
  }

  private record Child(long lines, Runnable write) {}

  private void file(FileStory story) {
    json.writeStartArray();
    json.writeString(story.path().substring(story.path().lastIndexOf('/') + 1));
    json.writeNumber(size(story));
    percent(story.score());
    percent(story.atRisk());
    json.writeNumber(story.revisions());
    json.writeNumber(story.authors());
    json.writeEndArray();
  }

  private void rest(Folder folder) {
    json.writeStartArray();
    json.writeNumber(folder.restFiles);
    json.writeNumber(folder.restLines);
    json.writeEndArray();
  }

  private void percent(@Nullable Double share) {
    if (share == null) {
      json.writeNull();
    } else {
      json.writeNumber(Math.round(share * 100));
    }
  }

  private static long size(FileStory story) {
    return Math.max(1, story.lines());
  }

  private static final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<FileStory> files = new ArrayList<>();
    private long lines;
    private long restLines;
    private int restFiles;

    void add(FileStory story, int from, boolean shown) {
      lines += size(story);
      int slash = story.path().indexOf('/', from);
      if (slash >= 0) {
        folders
            .computeIfAbsent(story.path().substring(from, slash), _ -> new Folder())
            .add(story, slash + 1, shown);
      } else if (shown) {
        files.add(story);
      } else {
        restFiles++;
        restLines += size(story);
      }
    }
  }
}
