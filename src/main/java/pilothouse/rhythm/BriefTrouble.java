package pilothouse.rhythm;

import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** What is wrong with the options of a brief. */
final class BriefTrouble {
  private BriefTrouble() {}

  static Refused fewOptions() {
    return Refused.unfit(
            Texts.say("rhythm.brief.few-options"), Texts.say("rhythm.brief.options-like"))
        .at("options");
  }

  static Refused oddOption(String line) {
    String shown = Say.cut(line, 60);
    return Refused.unfit(
            Texts.say("rhythm.brief.odd-option", shown), Texts.say("rhythm.brief.options-like"))
        .at("options");
  }
}
