package pilothouse.evidence.tables;

import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/** How large the parts of a table may be. */
final class Limits {
  static final int COLUMNS = 1_000;
  static final int LINE = 1 << 20;
  static final int FIELD = 64 * 1024;

  private Limits() {}

  static BadFile columns() {
    return new BadFile(
        Texts.kept("kept.limits.it-has-more-than-columns", COLUMNS),
        Texts.kept("kept.limits.export-only-the-columns-that"));
  }

  static BadFile headerLine() {
    return new BadFile(
        Texts.kept("kept.limits.its-first-line-is-longer", LINE),
        Texts.kept("kept.limits.the-first-line-has-to"));
  }

  static Unfit line() {
    return new Unfit(
        "",
        Texts.kept("kept.limits.the-line-is-longer-than", LINE),
        Texts.kept("kept.limits.shorten-it-or-leave-out"));
  }

  static Unfit shortness(int has, int named) {
    return new Unfit(
        "",
        Texts.kept("kept.limits.the-line-has-the-first", has, has == 1 ? "field" : "fields", named),
        Texts.kept("kept.limits.look-whether-it-breaks-off"));
  }

  static Unfit width(int has, int most) {
    return new Unfit(
        "",
        Texts.kept("kept.limits.the-line-has-fields-the", has, most),
        Texts.kept("kept.limits.put-fields-that-hold-the"));
  }

  static Unfit parted(int has, int most, String number) {
    return new Unfit(
        "",
        Texts.kept("kept.limits.the-line-has-fields-parted", has, most, number),
        Texts.kept("kept.limits.write-the-number-without-the"));
  }
}
