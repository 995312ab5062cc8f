package pilothouse.evidence.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.evidence.files.Unfit;

/** One import under way, of one file or of several; ends in one receipt. */
public final class Run implements AutoCloseable {
  private final Imports imports;
  private final Wish wish;
  private final @Nullable String job;
  private final Taking taking;
  private final Hears hears;

  /** Hears what happens meanwhile, on several threads. */
  public interface Hears {
    /** A line was refused. */
    void refused(RefusedLine line);

    /** How far it is. */
    default void far(ImportReceipt receipt) {}

    /** All was read and stored; what was heard has to be kept now. */
    default void over() {}

    /** Nothing more will be heard, however it ended. */
    default void close() {}
  }

  Run(Imports imports, Wish wish, @Nullable String job, @Nullable Facts facts, Hears hears) {
    this.imports = imports;
    this.wish = wish;
    this.job = job;
    this.hears = hears;
    this.taking =
        new Taking(
            facts,
            "import " + wish.kind().word(),
            imports::isProduction,
            new Taking.Heard() {
              @Override
              public void refused(RefusedLine line) {
                hears.refused(line);
              }

              @Override
              public void counted(ImportReceipt far) {
                hears.far(far);
                count(far);
              }
            });
  }

  private void count(ImportReceipt far) {
    if (job != null) {
      imports.jobs().count(job, far);
    }
  }

  /**
   * Reads a whole file.
   *
   * @return whether anything of it could be taken
   * @throws pilothouse.evidence.files.BadFile when nothing of it can be taken
   */
  public boolean take(Look look) throws IOException {
    long before = taking.receipt().fit();
    imports.read(look, wish, taking);
    return taking.receipt().fit() > before;
  }

  /** Nothing of a file can be taken, and the others go on. */
  public void refuse(String name, BadFile bad) {
    taking.begin(name);
    taking.refused(0, new Unfit("", bad.why(), bad.mend()));
  }

  /** Says something that belongs into the receipt. */
  void note(String what) {
    taking.noted(what);
  }

  /** Stores the rest and says what became of all. */
  public ImportReceipt finish() {
    ImportReceipt receipt = taking.finish();
    hears.over();
    if (job != null) {
      imports.jobs().done(job, receipt);
    }
    return receipt;
  }

  @Override
  public void close() {
    taking.close();
    hears.close();
  }
}
