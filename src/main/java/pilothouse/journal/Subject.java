package pilothouse.journal;

import pilothouse.text.Addresses;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * What an entry is about.
 *
 * @param kind such as {@code system} or {@code team}
 * @param name among its kind
 * @param address of its page, empty where it has none
 * @param place where one must be allowed to look to see the entry
 * @param needs what one must be allowed there
 */
public record Subject(String kind, String name, String address, Where place, Permission needs) {
  private static final int KIND = 40;
  private static final int NAME = 300;
  private static final int ADDRESS = 1_000;

  public Subject {
    kind = Bounds.text(kind, KIND);
    name = Bounds.text(name, NAME);
    address = Bounds.text(address, ADDRESS);
  }

  /** Something of the whole organisation that all may see who may look at it. */
  public static Subject of(String kind, String name, String address) {
    return new Subject(kind, name, address, Where.ORGANISATION, Permission.READ);
  }

  /** A declared system. */
  public static Subject system(String name) {
    return of("system", name, "/catalog/" + Addresses.part(name)).in(Where.system(name));
  }

  /** A system or service as delivery knows it, declared or not. */
  public static Subject service(String name) {
    return of("service", name, "/delivery/" + Addresses.slug(name)).in(Where.system(name));
  }

  /** A team. */
  public static Subject team(String name) {
    return of("team", name, "/teams/" + Addresses.part(name)).in(Where.team(name));
  }

  /** Somebody with logins and addresses. */
  public static Subject person(String name) {
    return of("person", name, "/people/identities").needing(Permission.PEOPLE);
  }

  /** The same, seen by those who may look at that place. */
  public Subject in(Where where) {
    return new Subject(kind, name, address, where, needs);
  }

  /** The same, seen by those alone who may do this there. */
  public Subject needing(Permission permission) {
    return new Subject(kind, name, address, place, permission);
  }
}
