package pilothouse.web;

import io.javalin.security.RouteRole;

/** What a caller must be allowed to do to use a route; every route states one. */
public enum Permission implements RouteRole {
  /** Nothing at all: liveness and the files that pages are made with. */
  NONE,
  /** Look at evidence and readings. */
  READ,
  /** Look at who is who: names, logins and addresses of people. */
  PEOPLE,
  /** Deliver facts, proven by the source's secret where one is set. */
  SIGNED,
  /** Change what is read, kept or decided. */
  CHANGE
}
