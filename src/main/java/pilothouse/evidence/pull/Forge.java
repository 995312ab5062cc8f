package pilothouse.evidence.pull;

import java.util.List;

/** A forge's API: which repositories it has, and which lists of each are read. */
public interface Forge {
  /** As the source of its webhooks is called: {@code github}. */
  String name();

  /** The repository of that name. */
  Project project(Wire wire, String named) throws InterruptedException;

  /** All repositories of an organisation, a group or a person. */
  List<Project> projects(Wire wire, String organisation) throws InterruptedException;

  /** What can be read, each by the first word of the names of its lists: {@code jobs}. */
  List<String> lists();

  /** The lists to read of it. */
  List<Stream> streams(Wire wire, Project project) throws InterruptedException;
}
