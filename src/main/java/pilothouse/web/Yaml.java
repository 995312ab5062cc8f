package pilothouse.web;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import pilothouse.text.Texts;

/**
 * Reads YAML 1.2, and JSON with it, within bounds; no value becomes anything but text or number.
 */
public final class Yaml {
  /** Characters of one file. */
  public static final int LONGEST = 1024 * 1024;

  private static final int DEEPEST = 40;
  private static final int EVENTS = 200_000;
  private static final int ALIASES = 20;
  private static final int DOCUMENTS = 5_000;

  private Yaml() {}

  /**
   * All documents of the text, as maps, lists and scalars; empty ones are left out.
   *
   * @param file what the text is called in sentences
   * @throws Refused with file, line and mend
   */
  public static List<Object> documents(String file, String text) {
    if (text.length() > LONGEST) {
      throw Refused.tooMuch(
          "%s has %,d characters.".formatted(file, text.length()),
          Texts.say("web.yaml.send-at-most-a"));
    }
    LoadSettings settings = settings(file);
    try {
      look(file, text, settings);
      List<Object> documents = new ArrayList<>();
      for (Object document : new Load(settings).loadAllFromString(text)) {
        if (document != null) {
          documents.add(document);
        }
      }
      return documents;
    } catch (ParserException | ScannerException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw Refused.unfit(
          Texts.say("web.yaml.shape", file, line), Texts.say("web.yaml.mend-that-line-and"));
    } catch (MarkedYamlEngineException e) {
      String at = e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
      throw Refused.unfit(
          file + at + ": " + e.getProblem() + ".", Texts.say("web.yaml.mend-that-line-and"));
    } catch (YamlEngineException e) {
      throw Refused.unfit(
          Texts.say("web.yaml.is-no-yaml", file, e.getMessage()), Texts.say("web.yaml.mend-it"));
    }
  }

  /** The value as YAML, in the order of its names. */
  public static String text(Object value) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(100)
            .setDereferenceAliases(true)
            // Text that any reader of YAML might take for a number gets quotes.
            .setSchema(new CoreSchema())
            .build();
    return new Dump(settings).dumpToString(value);
  }

  public static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setAllowDuplicateKeys(false)
        .setAllowRecursiveKeys(false)
        .setMaxAliasesForCollections(ALIASES)
        .setCodePointLimit(LONGEST)
        .build();
  }

  /** Walks over the text before anything is built out of it: how deep, how much, how tangled. */
  private static void look(String file, String text, LoadSettings settings) {
    int depth = 0;
    int events = 0;
    int aliases = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> aliases++;
        case DocumentStart -> documents++;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw tooMuch(file, "is nested deeper than " + DEEPEST + " levels");
      }
      if (aliases > ALIASES) {
        throw tooMuch(file, "has more than " + ALIASES + " aliases");
      }
      if (++events > EVENTS || documents > DOCUMENTS) {
        throw tooMuch(file, "has more than %,d values".formatted(EVENTS));
      }
    }
  }

  private static Refused tooMuch(String file, String what) {
    return Refused.unfit(file + " " + what + ".", Texts.say("web.yaml.write-it-out-plainly"));
  }
}
