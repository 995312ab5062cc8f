package pilothouse.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pilothouse.text.Texts;

/** Looks at how an objective is written: what shall become different, or only what gets done. */
final class Wording {
  /** English words with which work begins that says nothing of what becomes of it. */
  private static final Set<String> OUTPUTS =
      Set.of(
          "add",
          "adopt",
          "automate",
          "build",
          "complete",
          "create",
          "define",
          "deliver",
          "deploy",
          "design",
          "develop",
          "document",
          "enable",
          "finalise",
          "finalize",
          "finish",
          "hire",
          "implement",
          "install",
          "integrate",
          "introduce",
          "launch",
          "migrate",
          "move",
          "organise",
          "organize",
          "publish",
          "redesign",
          "refactor",
          "release",
          "replace",
          "rewrite",
          "roll",
          "set",
          "ship",
          "start",
          "switch",
          "upgrade",
          "write");

  private static final Pattern FIRST = Pattern.compile("\\P{L}*(\\p{L}+)");
  private static final Pattern FROM_TO =
      Pattern.compile(
          "\\d\\s*\\S{0,12}\\s*(→|->|–>|to|=>)\\s*\\S{0,3}\\d", Pattern.CASE_INSENSITIVE);

  private Wording() {}

  /**
   * What could be said better, each with an example; nothing where it is well said.
   *
   * @param measured whether numbers stand beside it: key results with where they begin and end
   */
  static List<String> hints(String text, boolean measured) {
    List<String> hints = new ArrayList<>();
    boolean says = FROM_TO.matcher(text).find();
    var first = FIRST.matcher(text);
    if (first.lookingAt() && !says && OUTPUTS.contains(first.group(1).toLowerCase(Locale.ROOT))) {
      hints.add(Texts.say("direction.wording.says-what-gets-done", first.group(1)));
    }
    if (!says && !measured) {
      hints.add(Texts.say("direction.wording.says-no-measure"));
    }
    return hints;
  }
}
