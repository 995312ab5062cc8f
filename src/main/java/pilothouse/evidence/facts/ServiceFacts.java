package pilothouse.evidence.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;

/**
 * All that is known of one system's delivery, each thing merged from what was said about it. Names
 * of people are joined to one name a person; environments are judged; nothing is left out by time.
 */
public interface ServiceFacts {
  /** The system's name. */
  String system();

  /** Whether somebody declared the system, or a name that sources use stands for it. */
  boolean declared();

  /**
   * Another number whenever any fact of the system differs: what was computed of its facts alone
   * holds as long as the number does. What people said of causes, histories and the facts of other
   * systems are not in it.
   */
  default long version() {
    return 0;
  }

  /**
   * Equal as long as no reading of the system can differ: its own facts, what people said of
   * causes, rules, identities, histories, and the incidents whose cause somebody named. The facts
   * of all other systems are in it only where {@code wide}.
   */
  default Object basis(boolean wide) {
    return version();
  }

  /** Whether anybody asked for the facts of all systems, so that readings follow from them. */
  default boolean looksWide() {
    return true;
  }

  /**
   * Its deployments to all environments, by end, and by start those that have not ended. {@code
   * production} is judged and never null: by the source's word, else by the environment's name.
   * Where no environment is named nobody knows, and it does not count; the ledger tells.
   */
  List<Deployment> deployments();

  /** Deployments among them that may have been told twice, by two senders; oldest first. */
  default List<Doubled> doubled() {
    return List.of();
  }

  /** Change requests of the repositories that it lives in, by opening. */
  List<ChangeRequest> changes();

  /** Reviews of those change requests, by time. */
  List<Review> reviews();

  /** Builds of those repositories, by start. */
  List<Build> builds();

  /** Pushes to those repositories, by time. */
  List<Push> pushes();

  /** Results of tests in those repositories, by time. */
  List<TestCase> tests();

  /** Numbers measured for this system or its repositories, by time. */
  List<Measurement> measurements();

  /** Work items about it, by opening: told ones, and what changes only name. */
  default List<WorkItem> work() {
    return List.of();
  }

  /** Incidents that affected it, by detection. */
  List<Incident> incidents();

  /**
   * What people said about causes, oldest first: of those incidents, and of incidents of other
   * systems, for a deployment of this one may have caused them.
   */
  List<CauseWord> words();

  /** The git history that its revisions lie in; null where no repository is read. */
  @Nullable History history();

  /** Which commits of that history do what its change requests do to the contents. */
  default Alikes alikes() {
    return Alikes.NONE;
  }

  /** The folder of that history that it lives in; empty for all. */
  String folder();

  /** Whether the branch's name says that its work was not planned. */
  boolean isHotfix(@Nullable String branch);

  /** Whether the name is a program's. */
  boolean isBot(@Nullable String person);

  /** All production deployments of all systems: some rival definitions look at the whole. */
  List<Deployment> everyDeployment();

  /** All incidents of all systems. */
  List<Incident> everyIncident();

  /** The incidents of all systems whose cause a source or a person named: few, mostly none. */
  List<Incident> blamingIncidents();
}
