package pilothouse.decisions;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pilothouse.decisions.Turn.Kind;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.Merge;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** Takes one of two texts; the other one stays in the history of the decision. */
record Settling(Docket docket, Who who) {
  private static final int LONGEST = 4_000;

  /** By what one is named in addresses. */
  static String id(FileRows.Open one) {
    String all = one.folder() + "\n" + one.path() + "\n" + one.conflict().part();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  Decision settle(Decision decision, String conflict, boolean theirs) {
    return docket
        .storage()
        .write(rows -> {
          FileRows.Open open =
              FileRows.open(rows).stream()
                  .filter(one -> id(one).equals(conflict))
                  .findFirst()
                  .orElseThrow(Docket::gone);
          FileRow file = FileRow.known(FileRows.of(rows, open.folder()).get(open.path()));
          if (!decision.id().equals(file.decision())) {
            throw Docket.gone();
          }
          Decision before = DecisionRows.one(rows, decision.id());
          FileRow settled = file;
          if (theirs) {
            settled = taken(rows, file, decision, open);
          }
          write(rows, before, open, theirs);
          FileRows.close(rows, open);
          FileRows.keep(rows, java.util.List.of(settled));
          touch(rows, open.folder());
          return DecisionRows.one(rows, decision.id());
        });
  }

  private FileRow taken(Handle rows, FileRow file, Decision decision, FileRows.Open open) {
    OwnFiles own =
        new OwnFiles(docket, rows, Caller.nobody(), DecisionRows.all(rows))
            .among(FileRows.of(rows, file.folder()));
    Adr ours = Adr.read(file.path(), own.of(file, decision));
    Adr theirs = Adr.read(file.path(), file.theirs());
    Adr after = Adr.read(file.path(), Merge.taking(ours, theirs, open.conflict()));
    Decision now =
        new FileChange(docket, rows, FileSaid.of(ours), FileSaid.of(after), file.path())
            .into(decision, "", who);
    return file.with(file.theirs(), after.bytes(), now);
  }

  private void write(Handle rows, Decision decision, FileRows.Open open, boolean theirs) {
    String other = theirs ? open.conflict().ours() : open.conflict().theirs();
    String words =
        Texts.kept(
            theirs ? "kept.decisions.took-theirs" : "kept.decisions.kept-ours",
            open.conflict().heading(),
            Say.cut(other.strip(), LONGEST));
    DecisionRows.turn(
        rows, decision.id(), Kind.FILED, "", words, null, Instants.text(docket.now()), who);
    Decision after = DecisionRows.one(rows, decision.id());
    Entry entry = docket.entry(who, "two texts of a decision settled", decision, words);
    Journal.write(rows, new Trail(new Naming.Kept(docket, rows)).told(entry, decision, after));
  }

  private void touch(Handle rows, String folder) {
    FileRows.folders(rows).stream()
        .filter(one -> one.name().equals(folder))
        .forEach(one -> FileRows.touch(rows, one));
  }
}
