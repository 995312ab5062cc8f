package pilothouse.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What a {@link Vault} holds for one owner. The owner is part of the name that a value is bound to,
 * so that a row which was given to another one does not open.
 */
public final class Drawer {
  private static final char OWNED = ':';
  private final Vault vault;
  private final String prefix;

  /**
   * The drawer of an owner.
   *
   * @param kind such as {@code author} or {@code team}
   * @param owner among its kind
   */
  public Drawer(Vault vault, String kind, String owner) {
    this.vault = vault;
    this.prefix = kind + OWNED + URLEncoder.encode(owner, StandardCharsets.UTF_8) + OWNED;
  }

  /** Whether a name of the vault belongs to an owner. */
  public static boolean isOwned(String name) {
    return name.indexOf(OWNED) > 0;
  }

  /**
   * Seals a value, in place of the one that the name had here.
   *
   * @param also what is written in the same transaction
   */
  public void seal(String name, String value, Consumer<Handle> also) {
    vault.seal(prefix + name, value, also);
  }

  /** Forgets a value; whether there was one. */
  public boolean forget(String name, Consumer<Handle> also) {
    return vault.forget(prefix + name, also);
  }

  /** What is sealed here, by name, and since when. */
  public List<Vault.Kept> all() {
    return vault.all(prefix).stream()
        .map(kept -> new Vault.Kept(kept.name().substring(prefix.length()), kept.at()))
        .toList();
  }

  /** The same, opened. */
  public List<Vault.Opened> opened() {
    return vault.opened(prefix).stream().map(this::ours).toList();
  }

  /** One of them; empty when nothing is sealed under that name here. */
  public Optional<Vault.Opened> find(String name) {
    return vault.find(prefix + name).map(this::ours);
  }

  private Vault.Opened ours(Vault.Opened one) {
    return new Vault.Opened(one.name().substring(prefix.length()), one.at(), one.value());
  }
}
