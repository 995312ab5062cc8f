package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.views.Figure;
import pilothouse.views.Shown;

/**
 * The delivery of one service as its page shows it.
 *
 * @param notes what is to know before, a sentence each
 * @param declare where the service is declared; empty when somebody did
 * @param five the five metrics
 * @param shelves what is beside the five: reviews, builds, tests
 * @param choices deployments that may have caused an incident
 */
public record Harbour(
    List<String> notes,
    String declare,
    List<Five> five,
    Way way,
    Deployments deployments,
    List<Mishap> incidents,
    List<Choice> choices,
    List<Shelf> shelves) {
  public Harbour {
    notes = List.copyOf(notes);
    five = List.copyOf(five);
    incidents = List.copyOf(incidents);
    choices = List.copyOf(choices);
    shelves = List.copyOf(shelves);
  }

  /**
   * One of the five.
   *
   * @param of how many facts, in words
   * @param counter the metric that keeps it honest, or null
   */
  public record Five(Figure figure, String question, String of, @Nullable Shown counter) {}

  /** Some of the others that belong together. */
  public record Shelf(String title, List<Other> others) {
    public Shelf {
      others = List.copyOf(others);
    }
  }

  /** One of the others; what is said of it is why it is unknown, or what happened. */
  public record Other(Shown shown, String says) {}

  /**
   * The way of a change through its stages.
   *
   * @param picture SVG; empty when there is nothing to draw, and then the sentence says why
   */
  public record Way(String says, String picture, List<Stage> stages) {
    public Way {
      stages = List.copyOf(stages);
    }
  }

  /** One stage in words; it leads to its changes. */
  public record Stage(
      int number, String name, String kind, String median, String slow, String n, String address) {}

  /** The changes of one stage, a page of them. */
  public record Changes(
      String says,
      List<Passage> rows,
      @Nullable String earlier,
      @Nullable String later,
      String csv) {
    public Changes {
      rows = List.copyOf(rows);
    }
  }

  /** One change on its way through a stage. */
  public record Passage(String name, String took, String from, String to) {}

  /** The deployments of a service, newest first. */
  public record Deployments(String says, List<Deployed> rows) {
    public Deployments {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One deployment.
   *
   * @param listed its changes, each with how it was found
   * @param look the class of its outcome
   */
  public record Deployed(
      String at,
      String revision,
      String outcome,
      String look,
      String changes,
      List<String> listed,
      String leadTime,
      String why) {
    public Deployed {
      listed = List.copyOf(listed);
    }
  }

  /**
   * One incident and what caused it.
   *
   * @param look the class of the cause's state
   * @param suggested the key of the deployment that is suggested, or null
   * @param chosen the key of the choice that stands first
   * @param said what people said of it, oldest first
   * @param decided whether a word of theirs stands that could be taken back
   */
  public record Mishap(
      String key,
      String anchor,
      String title,
      String when,
      String cause,
      String look,
      String why,
      @Nullable String suggested,
      String chosen,
      List<String> said,
      boolean decided) {
    public Mishap {
      said = List.copyOf(said);
    }
  }

  /** A deployment that may be chosen as a cause; the empty key is for none. */
  public record Choice(String key, String says) {}
}
