package pilothouse.flags;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unpacked;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Takes files with flags: definitions of flagd, and tables. */
record Imports(FlagShelf shelf) {
  private static final int NAME = 200;
  private static final int HEAD = 8_192;

  /**
   * A file that somebody sends, or names at a terminal.
   *
   * @param place whose flags they are where it does not say so; empty for the organisation's
   */
  Receipt take(String name, InputStream in, String place, Caller caller, Who who) {
    Where home = shelf.locker().places().read(place, caller, Permission.CHANGE);
    Tally tally = new Tally(Say.cut(Say.plain(name).strip(), NAME));
    Wording wording = new Wording(shelf, caller);
    try {
      Unpacked file = Unpacked.of(in);
      byte[] head = file.head();
      String begin = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.UTF_8);
      boolean isFlagd = FlagdFile.isOne(begin);
      List<Incoming> told =
          isFlagd
              ? new FlagdSource(wording, home, tally).read(FlagdFile.read(name, text(file)))
              : CsvSource.read(file, wording, home, tally);
      return Gathering.take(shelf, isFlagd ? "flagd" : "csv", told, home, who, tally);
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    } catch (CharacterCodingException bad) {
      throw Refused.unfit(Texts.say("flags.take.no-text"), Texts.say("flags.take.as-utf8"));
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
  }

  private static String text(Unpacked file) throws IOException {
    byte[] bytes = file.readNBytes(FlagdFile.LARGEST + 1);
    if (bytes.length > FlagdFile.LARGEST) {
      throw Refused.tooMuch(Texts.say("flags.take.too-large"), Texts.say("flags.take.split"));
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
