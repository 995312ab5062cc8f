package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lists as compact texts: one word a line, and commits as {@code id@milliseconds}. */
final class Lists {
  private Lists() {}

  static String words(List<String> words) {
    var text = new StringBuilder();
    for (String word : words) {
      text.append(word.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
    return text.toString();
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '\n') {
        words.add(word.toString());
        word.setLength(0);
      } else if (letter == '\\' && i + 1 < text.length()) {
        i++;
        word.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        word.append(letter);
      }
    }
    return words;
  }

  static String commits(List<CommitRef> commits) {
    var text = new StringBuilder();
    for (CommitRef commit : commits) {
      Instant at = commit.authoredAt();
      text.append(commit.revision()).append('@').append(at == null ? "" : at.toEpochMilli());
      text.append(' ');
    }
    return text.toString();
  }

  static List<CommitRef> commits(String text) {
    List<CommitRef> commits = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', from)) {
      int at = text.lastIndexOf('@', end);
      Instant authoredAt =
          at + 1 == end ? null : Instant.ofEpochMilli(Long.parseLong(text, at + 1, end, 10));
      commits.add(new CommitRef(text.substring(from, at), authoredAt));
      from = end + 1;
    }
    return commits;
  }
}
