package pilothouse.web;

import io.javalin.security.RouteRole;

/** What a caller must be allowed to do to use a route; every route states one. */
public enum Permission implements RouteRole {
  /** Nothing at all: liveness, signing in, and the files that pages are made with. */
  NONE,
  /** Deliver facts, proven by the source's secret where one is set. */
  SIGNED,
  /** Look after one's own: sessions, keys, what one is told; nobody else's. */
  OWN,
  /** Ask who one is: for everybody who proved that, a person or a program. */
  KNOWN,
  /** Say what one is told of, and end that: a person, or a program that a person made it for. */
  NOTICES,
  /** Look at evidence and readings. */
  READ,
  /** Look at who is who: names, logins and addresses of people. */
  PEOPLE,
  /** Say something of one's own about what is kept: a cause, an answer, a use. */
  SAY,
  /** Change what is read, kept or decided. */
  CHANGE,
  /** Say who may do what, and how the program is run. */
  ADMINISTER,
  /** Keep accounts and groups as a directory has them: for its program, through SCIM. */
  SCIM;

  /** Whether it asks for no account. */
  public boolean isOpen() {
    return this == NONE || this == SIGNED;
  }
}
