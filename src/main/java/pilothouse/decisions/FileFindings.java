package pilothouse.decisions;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.decisions.adr.AdrFolder.Problem;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Folders of files in which something does not fit together. */
final class FileFindings implements Source {
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  FileFindings(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  @Override
  public List<Finding> found(Instant now) {
    Docket here = docket.get();
    List<Finding> found = new ArrayList<>();
    for (FileShelf.Read read : shelf.files().now(here.storage()).all()) {
      Map<Problem.Kind, List<Problem>> byKind = new EnumMap<>(Problem.Kind.class);
      read.problems()
          .forEach(one -> byKind.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one));
      byKind.forEach((kind, problems) -> found.add(found(read.folder(), kind, problems)));
      if (!read.open().isEmpty()) {
        open(here, read, found);
      }
    }
    return found;
  }

  /** One for all of a kind in a folder, so that an old folder does not bury the rest. */
  private static Finding found(FileRows.Folder folder, Problem.Kind kind, List<Problem> problems) {
    String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Problem first = problems.getFirst();
    String says =
        Texts.say(
            "decisions.file.found." + word,
            Folders.called(folder.name()),
            Say.counted(problems.size(), "file"),
            first.file() + ": " + first.words());
    return Finding.of(
            "decision-files-" + word,
            LOOK,
            says,
            folder.name(),
            folder.place(),
            Folders.address(folder.name()))
        .weighing(0.1);
  }

  private void open(Docket here, FileShelf.Read read, List<Finding> found) {
    Map<String, Decision> byId = new HashMap<>();
    shelf.all(here.storage()).forEach(one -> byId.put(one.id(), one));
    Map<String, Decision> byPath = new HashMap<>();
    for (Filed file : read.files()) {
      Decision one = byId.get(file.decision());
      if (one != null) {
        byPath.put(file.path(), one);
      }
    }
    read.open().stream()
        .map(FileRows.Open::path)
        .distinct()
        .forEach(path -> {
          Decision one = byPath.get(path);
          if (one != null) {
            found.add(twoTexts(one, path));
          }
        });
  }

  private static Finding twoTexts(Decision one, String path) {
    return Finding.of(
            "decision-two-texts",
            LOOK,
            Texts.say("decisions.file.found.two-texts", one.name(), one.title(), path),
            one.id(),
            one.place(),
            one.address())
        .owed(one.decider())
        .weighing(0.4);
  }
}
