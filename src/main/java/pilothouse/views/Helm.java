package pilothouse.views;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one switch of every page: which part of the organisation, and through which span of time.
 *
 * @param action the page's own address, without what is asked of it
 * @param scopes that one may switch to; empty where there is nothing else to look at
 * @param folder of the repository; null where there is no repository
 * @param folders that one may look at
 * @param lately the page with the usual period
 * @param days the page with the same period as two days; null where it has no days of its own
 * @param definitions by which numbers may be worked out; empty where there is one way only
 * @param kept what else the address holds
 */
public record Helm(
    String action,
    List<Aim.Group> scopes,
    @Nullable String folder,
    List<String> folders,
    View.Span span,
    String lately,
    @Nullable String days,
    List<View.Choice> definitions,
    Map<String, String> kept) {
  public Helm {
    scopes = List.copyOf(scopes);
    folders = List.copyOf(folders);
    definitions = List.copyOf(definitions);
    kept = Map.copyOf(kept);
  }
}
