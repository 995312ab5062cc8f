package pilothouse.decisions;

import pilothouse.journal.Subject;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** What folders of files are called, and where their pages are. */
final class Folders {
  /** What the names of folders begin with whose files somebody sent one by one. */
  static final String SENT = "sent:";

  private Folders() {}

  /** As people call it: the repository's name, or the path of the folder. */
  static String called(String folder) {
    if (folder.startsWith(SENT)) {
      return Texts.say("decisions.file.sent", folder.substring(SENT.length()));
    }
    return isRepository(folder) ? folder.substring(Shipment.REPOSITORY.length()) : folder;
  }

  /** As the journal calls it. */
  static Subject subject(String folder, Where place) {
    return Subject.of("folder of decisions", called(folder), address(folder)).in(place);
  }

  static boolean isRepository(String folder) {
    return folder.startsWith(Shipment.REPOSITORY);
  }

  /** The page of it. */
  static String address(String folder) {
    return isRepository(folder)
        ? "/systems/" + called(folder).replace('/', '~') + "/decisions"
        : "/decisions/by/folder?name=" + Addresses.part(folder);
  }
}
