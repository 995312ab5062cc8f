package pilothouse.evidence.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;

/** What comes of a batch: the good is kept, the rest is counted with its reasons. */
public final class Gathered {
  private static final int REASONS = 20;

  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> why = new LinkedHashSet<>();
  private int ignored;
  private int refused;
  private @Nullable Malformed first;

  /** Adds what one of the batch told. */
  public void add(Parsed parsed) {
    switch (parsed) {
      case Parsed.Facts told -> {
        facts.addAll(told.facts());
        ignored += told.left().ignored();
        refused += told.left().refused();
        told.left().why().forEach(this::because);
      }
      case Parsed.Ignored told -> ignored(told.why());
    }
  }

  /** Adds a fact. */
  public void add(Fact fact) {
    facts.add(fact);
  }

  /** Counts one that nobody here wants to know. */
  public void ignored(String reason) {
    ignored++;
    because(reason);
  }

  /** Counts one that could not be understood. */
  public void refused(Malformed trouble) {
    refused++;
    because(trouble.getMessage() + ' ' + trouble.mend());
    first = first == null ? trouble : first;
  }

  private void because(String reason) {
    if (why.size() < REASONS) {
      why.add(reason);
    }
  }

  /**
   * All of it.
   *
   * @param nothing what to say when there was nothing at all
   * @throws Malformed when no fact came of it and something could not be understood
   */
  public Parsed parsed(String nothing) {
    if (facts.isEmpty() && first != null) {
      throw first;
    }
    if (facts.isEmpty()) {
      return new Parsed.Ignored(why.isEmpty() ? nothing : String.join("; ", why));
    }
    return new Parsed.Facts(facts, new Parsed.Left(ignored, refused, List.copyOf(why)));
  }
}
