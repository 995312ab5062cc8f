package pilothouse.blocks;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * Reads a calendar (RFC 5545). What stands in it is forgotten as it is read, but for when something
 * is; what the library warns of quotes it, and is told nobody.
 */
final class CalendarFile {
  static final int MEGABYTES = 5;
  static final int LARGEST = MEGABYTES * 1_000_000;
  private static final int MOST_EVENTS = 10_000;
  private static final Pattern BEGINS =
      Pattern.compile("(?i)\\A\\uFEFF?\\s*BEGIN:VCALENDAR[ \\t]*\\R");
  private static final Pattern EVENT = Pattern.compile("(?im)^BEGIN:VEVENT");

  private CalendarFile() {}

  /** Reads it into that. */
  static void read(byte[] file, Draught draught) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (!BEGINS.matcher(text).find()) {
      throw Refused.unfit(Texts.say("blocks.file.none"), Texts.say("blocks.file.none.mend"))
          .at("file");
    }
    if (EVENT.matcher(text).results().skip(MOST_EVENTS).findFirst().isPresent()) {
      throw tooMany();
    }
    try (ICalReader reader = new ICalReader(new StringReader(text))) {
      boolean isAny = false;
      for (ICalendar one = reader.readNext(); one != null; one = reader.readNext()) {
        take(one, draught);
        isAny = isAny || !one.getEvents().isEmpty() || one.getFreeBusies().isEmpty();
      }
      if (!isAny) {
        throw Refused.unfit(Texts.say("blocks.file.lists"), Texts.say("blocks.file.lists.mend"))
            .at("file");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (draught.isFull()) {
      throw tooMany();
    }
  }

  private static Refused tooMany() {
    return Refused.tooMuch(
            Texts.say("blocks.file.many", Say.count(MOST_EVENTS), Say.count(Draught.MOST)),
            Texts.say("blocks.file.many.mend"))
        .at("file");
  }

  private static void take(ICalendar calendar, Draught draught) {
    Zones zones = new Zones(calendar.getTimezoneInfo(), draught.usual());
    Map<String, List<VEvent>> series = new LinkedHashMap<>();
    int bare = 0;
    for (VEvent event : calendar.getEvents()) {
      String uid = Series.text(event.getUid());
      if (uid.endsWith(Block.AT)) {
        draught.skips(Skip.OWN);
      } else {
        String key = uid.isEmpty() ? "none " + bare++ : uid;
        series.computeIfAbsent(key, _ -> new ArrayList<>()).add(event);
      }
    }
    draught.counts(calendar.getEvents().size());
    for (Map.Entry<String, List<VEvent>> one : series.entrySet()) {
      if (draught.isFull()) {
        return;
      }
      new Series(one.getKey(), one.getValue(), zones, draught).take();
    }
  }
}
