package pilothouse.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import pilothouse.storage.Dated;
import pilothouse.storage.DatedFields.Field;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A team with everything that holds of it.
 *
 * @param fields by their names, with who said them
 * @param memberships those of the past too
 */
public record Team(
    String name,
    Instant at,
    String by,
    String source,
    Map<String, Field> fields,
    List<Membership> memberships)
    implements Dated {
  /** A team of more people than this has more pairs to keep in step than most can. */
  public static final int MOST = 9;

  private static final List<String> WANTED = List.of("engineering", "product", "design");

  public Team {
    fields = Map.copyOf(fields);
    memberships = List.copyOf(memberships);
  }

  /** The memberships that hold on that day. */
  public List<Membership> members(LocalDate day) {
    return memberships.stream().filter(member -> member.holds(day)).toList();
  }

  /** How many people there are on that day. */
  public int size(LocalDate day) {
    return (int) members(day).stream().map(Membership::person).distinct().count();
  }

  /** How many people there are on that day by function; an empty function where none was said. */
  public SequencedMap<String, Long> functions(LocalDate day) {
    var functions = new TreeMap<String, Long>();
    members(day).forEach(member -> functions.merge(member.function(), 1L, Long::sum));
    return functions;
  }

  /** What it is, after Team Topologies, as pages call it; empty where nobody said. */
  public String type() {
    return Texts.known("people.type.", value("type"));
  }

  /** A function as pages call it: the usual ones in the reader's language, others as typed. */
  public static String function(String typed) {
    return Texts.known("people.function.", typed);
  }

  /** What the team's shape makes hard, each in a sentence. */
  public List<String> warnings(LocalDate day) {
    var warnings = new java.util.ArrayList<String>();
    int size = size(day);
    if (size == 0) {
      return List.of(Texts.say("people.team.nobody-in-it"));
    }
    if (size > MOST) {
      warnings.add(Texts.counted("people.team.too-many", size, Say.count(MOST)));
    }
    SequencedMap<String, Long> functions = functions(day);
    Long unsaid = functions.get("");
    boolean delivers = value("type").isEmpty() || value("type").equals("stream-aligned");
    if (delivers) {
      List<String> missing = WANTED.stream().filter(one -> !functions.containsKey(one)).toList();
      if (!missing.isEmpty()) {
        List<String> said = missing.stream().map(Team::function).toList();
        warnings.add(Texts.say("people.team.nobody-for", Say.either(said)));
      }
    }
    if (unsaid != null) {
      warnings.add(Texts.counted("people.team.for-what", unsaid));
    }
    return warnings;
  }
}
