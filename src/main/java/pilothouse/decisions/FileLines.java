package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.text.Texts;
import pilothouse.views.Board.Cell;

/** What a decision's page says of one of its files. */
record FileLines(FileBoard board) {
  /**
   * Line by line.
   *
   * @param isChanged whether writing it would change it
   */
  List<Cell> of(Filed file, boolean isChanged) {
    List<Cell> lines = new ArrayList<>();
    String called = Folders.called(file.folder());
    Cell where =
        Cell.to(
            Texts.say(
                file.isRead() ? "decisions.file.from" : "decisions.file.to", file.path(), called),
            Folders.address(file.folder()));
    String waits =
        file.branch().isEmpty()
            ? Texts.say("decisions.file.not-there-now")
            : Texts.say("decisions.file.on-branch-now", file.branch());
    lines.add(file.isThere() ? where : where.note(waits));
    if (file.isRead()) {
      say(lines, "decisions.file.number", file.called());
      lines.add(
          Cell.of(
              file.status().isEmpty()
                  ? Texts.say("decisions.file.no-status")
                  : Texts.say("decisions.file.status", file.status())));
      say(lines, "decisions.file.date", file.date());
      say(lines, "decisions.file.deciders", file.deciders());
    }
    if (isChanged) {
      lines.add(Cell.of(Texts.say("decisions.file.changed-here")).look("know"));
    }
    problems(lines, file);
    links(lines, file);
    return lines;
  }

  private static void say(List<Cell> lines, String key, String words) {
    if (!words.isEmpty()) {
      lines.add(Cell.of(Texts.say(key, words)));
    }
  }

  private void problems(List<Cell> lines, Filed file) {
    board.known().folder(file.folder()).stream()
        .flatMap(read -> read.problems().stream())
        .filter(one -> one.file().equals(file.path()))
        .forEach(one -> lines.add(Cell.of(one.words()).look("look")));
  }

  private void links(List<Cell> lines, Filed file) {
    Map<String, String> addresses =
        file.links().isEmpty() ? Map.of() : board.addresses(file.folder());
    for (Filed.Neighbour link : file.links()) {
      lines.add(Cell.to(file.says(link), addresses.getOrDefault(link.path(), "")));
    }
  }
}
