package pilothouse.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.storage.FullText.Term;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * Finds what somebody may see. What they may not see is not among the candidates: it changes
 * neither what is found nor how much.
 */
final class Finder {
  /** More of a kind than this are never looked at: then more words help more than more results. */
  private static final int CANDIDATES = 200;

  /** Above so many places a caller is asked for each result instead. */
  private static final int PLACES = 500;

  private final Shelves shelves;
  private final Commands commands;

  Finder(Shelves shelves, Commands commands) {
    this.shelves = shelves;
    this.commands = commands;
  }

  /**
   * What was found, the kinds in their order, the best of each first.
   *
   * @param most of each kind
   */
  Map<Kind, List<Document>> find(Query query, Caller caller, List<Kind> kinds, int most) {
    Map<Kind, List<Document>> found = new EnumMap<>(Kind.class);
    if (query.isEmpty()) {
      return found;
    }
    Map<Kind, List<Where>> places = shelves.places();
    for (Kind kind : kinds) {
      boolean theirs = kind != Kind.PERSON || caller.may(Permission.PEOPLE, Where.ORGANISATION);
      if (theirs) {
        List<Document> fit = of(kind, query, caller, places.getOrDefault(kind, List.of()), most);
        if (!fit.isEmpty()) {
          found.put(kind, fit);
        }
      }
    }
    return found;
  }

  private List<Document> of(Kind kind, Query query, Caller caller, List<Where> places, int most) {
    if (kind == Kind.PAGE || kind == Kind.METRIC) {
      return ranked(commands.of(kind), query, caller, most);
    }
    List<Where> seen = places.stream().filter(caller::sees).toList();
    boolean everywhere = seen.size() == places.size();
    if (seen.isEmpty()) {
      return List.of();
    }
    if (!everywhere && seen.size() > PLACES) {
      return oneByOne(kind, query, caller, seen, most);
    }
    return stepwise(kind, query, caller, everywhere ? List.of() : seen, most);
  }

  private List<Document> stepwise(
      Kind kind, Query query, Caller caller, List<Where> seen, int most) {
    Map<String, Document> found = new LinkedHashMap<>();
    for (List<List<Term>> step : query.steps(kind)) {
      if (found.size() >= most) {
        break;
      }
      List<List<Term>> all = new ArrayList<>(step);
      if (!seen.isEmpty()) {
        all.add(
            seen.stream()
                .map(where -> new Term(Shelves.place(kind.letter(), where), false))
                .toList());
      }
      shelves
          .find(all, CANDIDATES)
          .forEach(one -> found.putIfAbsent(one.address() + one.key(), one));
    }
    return ranked(List.copyOf(found.values()), query, caller, most);
  }

  /** Many places, but not all: a share of them at a time. */
  private List<Document> oneByOne(
      Kind kind, Query query, Caller caller, List<Where> seen, int most) {
    List<Document> found = new ArrayList<>();
    for (int from = 0; from < seen.size(); from += PLACES) {
      found.addAll(
          stepwise(
              kind, query, caller, seen.subList(from, Math.min(seen.size(), from + PLACES)), most));
    }
    return ranked(found, query, caller, most);
  }

  private static List<Document> ranked(List<Document> all, Query query, Caller caller, int most) {
    record Fit(Document document, int how) {}
    return all.stream()
        .filter(one -> one.isFor(caller))
        .map(one -> new Fit(one, query.fit(one)))
        .filter(fit -> fit.how() < 9)
        .sorted(
            Comparator.comparingInt(Fit::how)
                .thenComparingInt(fit -> fit.document().title().length())
                .thenComparing(fit -> fit.document().title())
                .thenComparing(fit -> fit.document().key()))
        .limit(most)
        .map(Fit::document)
        .toList();
  }
}
