package pilothouse.promises;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;

/** A link with an issue as somebody makes it. */
record IssueDraft(String url, boolean comments, boolean closes) {
  private static final int LONGEST = 1_000;

  IssueDraft {
    url = url.strip();
  }

  /** What makes no sense, a sentence each. */
  List<String> problems(boolean isIssue, boolean mayWrite) {
    List<String> problems = new ArrayList<>();
    if (!isIssue || url.length() > LONGEST) {
      problems.add(Texts.say("promises.issues.no-issue"));
    } else if ((comments || closes) && !mayWrite) {
      problems.add(Texts.say("promises.issues.no-token"));
    }
    return problems;
  }
}
