package pilothouse.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks: a person, a token, the only person on this machine, or nobody that is known. */
public interface Caller {
  /** Whoever has not signed in. */
  static Caller nobody() {
    return new Nobody();
  }

  /** The only person: of a program that nobody else can reach and that has no accounts. */
  static Caller onlyYou() {
    return new OnlyYou();
  }

  /** Stays the same, and is never given to anybody else; empty for nobody. */
  String id();

  /** The id of the person behind it: of whose a token is; else its own. */
  default String behind() {
    return id();
  }

  /** What this one is called now. */
  String name();

  /** The ids of what this one owns: its own, and that of the person whom it stands for. */
  default Set<String> selves() {
    return isKnown() ? Set.of(behind()) : Set.of();
  }

  /** Whether this may be done there. */
  boolean may(Permission permission, Where where);

  /** Whether this place may be looked at. */
  default boolean sees(Where where) {
    return may(Permission.READ, where);
  }

  /**
   * Nothing where this may be done there.
   *
   * @throws NotFound where the place may not even be looked at
   * @throws Refused where it may only be looked at
   */
  default void must(Permission permission, Where where) {
    if (!may(permission, where)) {
      throw sees(where) ? Threshold.lacking(permission) : NotFound.unseen();
    }
  }

  /** Whether this is somebody who proved who it is, or the only person. */
  default boolean isKnown() {
    return !id().isEmpty();
  }

  /** The account, where a person asks who has one; null for tokens and the only person. */
  default @Nullable String account() {
    return null;
  }

  /** Nobody may do what needs no permission. */
  record Nobody() implements Caller {
    @Override
    public String id() {
      return "";
    }

    @Override
    public String name() {
      return "nobody";
    }

    @Override
    public boolean may(Permission permission, Where where) {
      return permission.isOpen();
    }
  }

  /** May do all there is. */
  record OnlyYou() implements Caller {
    @Override
    public String id() {
      return "local";
    }

    @Override
    public String name() {
      return "you";
    }

    @Override
    public boolean may(Permission permission, Where where) {
      return true;
    }
  }
}
