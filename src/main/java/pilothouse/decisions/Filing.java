package pilothouse.decisions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import pilothouse.decisions.FileReceipt.Line;
import pilothouse.decisions.FileReceipt.What;
import pilothouse.decisions.adr.AdrFolder;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.text.Say;

/** Takes files of decisions. */
record Filing(Docket docket) {

  /**
   * Takes the files of a folder; the same ones again change nothing.
   *
   * @param who lets them be read
   */
  FileReceipt take(Shipment from, Who who) {
    AdrFolder folder = AdrFolder.of(from.files());
    return docket.storage().write(rows -> take(rows, from, folder, who));
  }

  /** What would become of the files of a folder; nothing is kept. */
  FileReceipt rehearse(Shipment from, Who who) {
    AdrFolder folder = AdrFolder.of(from.files());
    try {
      return docket
          .storage()
          .write(rows -> {
            throw new Rehearsed(take(rows, from, folder, who));
          });
    } catch (Rehearsed done) {
      return done.receipt;
    }
  }

  /** Takes back what was written, and tells what it was. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient FileReceipt receipt;

    Rehearsed(FileReceipt receipt) {
      super("nothing is kept", null, false, false);
      this.receipt = receipt;
    }
  }

  private FileReceipt take(Handle rows, Shipment from, AdrFolder folder, Who who) {
    boolean isKnown =
        FileRows.folders(rows).stream()
            .anyMatch(one ->
                one.name().equals(from.folder())
                    && (from.part() || one.head().equals(from.head())));
    if (!isKnown) {
      touch(rows, from);
    }
    Reception reception = new Reception(docket, rows, from, folder);
    List<Line> lines = reception.taken();
    if (reception.isNews()) {
      touch(rows, from);
      Journal.write(rows, entry(from, who, lines));
    }
    return new FileReceipt(from.folder(), lines, false, 0);
  }

  private void touch(Handle rows, Shipment from) {
    String head =
        from.part()
            ? FileRows.folders(rows).stream()
                .filter(one -> one.name().equals(from.folder()))
                .map(FileRows.Folder::head)
                .findFirst()
                .orElse("")
            : from.head();
    FileRows.touch(rows, new FileRows.Folder(from.folder(), from.place(), head, docket.now()));
  }

  private Entry entry(Shipment from, Who who, List<Line> lines) {
    Map<String, String> counts = new TreeMap<>();
    for (What what : What.values()) {
      long count = lines.stream().filter(line -> line.what() == what).count();
      if (count > 0 && what != What.SAME) {
        counts.put(what.word().replace('_', ' '), Say.count(count));
      }
    }
    return Entry.of(
            docket.now(),
            who,
            "files of decisions read",
            Folders.subject(from.folder(), from.place()),
            "")
        .with(counts);
  }
}
