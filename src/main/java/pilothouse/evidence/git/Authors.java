package pilothouse.evidence.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.evidence.Contributors;
import pilothouse.git.Graph;
import pilothouse.git.Mailmap;
import pilothouse.people.Bots;

/**
 * Who wrote what: idents are one contributor when .mailmap says so or their e-mails are equal but
 * for the case; nothing else joins them. Shown is the name on the latest commit.
 */
final class Authors {
  private static final Pattern COAUTHOR =
      Pattern.compile(
          "^co-authored-by:[ \\t]*([^<\\n]*?)[ \\t]*<([^>\\n]*)>",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Mailmap mailmap;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> emails = new ArrayList<>();
  private final BitSet bots = new BitSet();
  private final int[] ofIdent;
  private int[] coauthorStart = {0};
  private int[] coauthors = {};

  private Authors(Graph graph, Mailmap mailmap) {
    this.mailmap = mailmap;
    this.ofIdent = new int[graph.names().length];
  }

  static Authors of(Graph graph, Mailmap mailmap) {
    var authors = new Authors(graph, mailmap);
    authors.idents(graph);
    authors.trailers(graph);
    return authors;
  }

  /** Contributor indexes for ident indexes. */
  int[] of(int[] idents) {
    var of = new int[idents.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = ofIdent[idents[i]];
    }
    return of;
  }

  int[] coauthorStart() {
    return coauthorStart;
  }

  int[] coauthors() {
    return coauthors;
  }

  Contributors contributors() {
    return new Contributors(
        names.toArray(String[]::new), emails.toArray(String[]::new), (BitSet) bots.clone());
  }

  private void idents(Graph graph) {
    var shown = new String[ofIdent.length];
    for (int ident = 0; ident < ofIdent.length; ident++) {
      var known = mailmap.map(graph.names()[ident], graph.emails()[ident]);
      shown[ident] = known.name();
      ofIdent[ident] = contributor(known);
    }
    for (int ident : graph.author()) {
      if (!shown[ident].isBlank()) {
        names.set(ofIdent[ident], shown[ident]);
      }
    }
  }

  private int contributor(Mailmap.Ident ident) {
    String email = ident.email().strip().toLowerCase(Locale.ROOT);
    String key = email.isEmpty() ? "\n" + ident.name() : email;
    int index = byKey.computeIfAbsent(key, k -> add(ident.name(), email));
    if (Bots.isBot(ident.name(), email)) {
      bots.set(index);
    }
    return index;
  }

  private int add(String name, String email) {
    names.add(name);
    emails.add(email);
    return names.size() - 1;
  }

  private void trailers(Graph graph) {
    coauthorStart = new int[graph.size() + 1];
    var all = new int[16];
    int size = 0;
    for (int commit = 0; commit < graph.size(); commit++) {
      coauthorStart[commit] = size;
      String trailers = graph.trailers()[commit];
      if (!trailers.isEmpty()) {
        for (int who : coauthors(trailers, ofIdent[graph.author()[commit]])) {
          if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
          }
          all[size++] = who;
        }
      }
    }
    coauthorStart[graph.size()] = size;
    coauthors = Arrays.copyOf(all, size);
  }

  private int[] coauthors(String trailers, int author) {
    Matcher found = COAUTHOR.matcher(trailers);
    var them = new ArrayList<Integer>();
    while (found.find()) {
      them.add(contributor(mailmap.map(found.group(1), found.group(2))));
    }
    return them.stream().filter(who -> who != author).distinct().mapToInt(who -> who).toArray();
  }
}
