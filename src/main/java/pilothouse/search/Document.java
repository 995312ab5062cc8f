package pilothouse.search;

import pilothouse.text.Say;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * Something that can be found.
 *
 * @param key names it within its feed; of what people wrote with the further place that one must
 *     see, if any, behind a blank
 * @param title as people say it
 * @param says what else it is found by, and what is shown below its title
 * @param permission what whoever finds it must be allowed
 * @param where for what they must be allowed it
 */
record Document(
    Kind kind,
    String key,
    String title,
    String says,
    String address,
    Permission permission,
    Where where) {
  private static final int LONGEST = 300;

  Document {
    title = cut(title);
    says = cut(says);
  }

  /** One that whoever looks at a place may find. */
  static Document of(
      Kind kind, String key, String title, String says, String address, Where where) {
    return new Document(kind, key, title, says, address, Permission.READ, where);
  }

  boolean isFor(Caller caller) {
    return caller.may(permission, where) && (!kind.isWritten() || isForAlso(caller));
  }

  private boolean isForAlso(Caller caller) {
    int blank = key.indexOf(' ');
    return blank < 0 || Where.parse(key.substring(blank + 1)).filter(caller::sees).isPresent();
  }

  private static String cut(String text) {
    String plain = Say.plain(text.replaceAll("\\s+", " ")).strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
  }
}
