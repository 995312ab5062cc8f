package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Shelf.Held;

/** Finds the work items that a change names: what it closes first. */
record Linking(Names names, @Nullable Landed landed) {

  /** By its title, by what its forge links with it, by its branch, and by its commits. */
  List<Held<WorkItem>> of(Held<ChangeRequest> held, int... commits) {
    ChangeRequest change = held.thing();
    List<Reference> references = new ArrayList<>();
    String title = change.title();
    references.addAll(title == null ? List.of() : References.in(title));
    Map<String, Held<WorkItem>> found = new LinkedHashMap<>();
    add(references.stream().filter(Reference::closes).toList(), held, found);
    names.linkedWith(change.key()).forEach(item -> found.putIfAbsent(item.thing().key(), item));
    add(references, held, found);
    String branch = change.branch();
    add(branch == null ? List.of() : References.ofBranch(branch), held, found);
    Landed here = landed;
    for (int commit : commits) {
      add(here == null ? List.of() : References.in(here.subject(commit)), held, found);
    }
    return List.copyOf(found.values());
  }

  private void add(
      List<Reference> references, Held<ChangeRequest> held, Map<String, Held<WorkItem>> found) {
    String key = held.thing().key();
    int hash = key.indexOf('#');
    String home = hash > 0 && !key.startsWith("own:") ? key.substring(0, hash) : held.path();
    for (Reference reference : references) {
      Held<WorkItem> item = names.find(reference, home, held.path());
      if (item != null) {
        found.putIfAbsent(item.thing().key(), item);
      }
    }
  }
}
