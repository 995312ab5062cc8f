package pilothouse.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pilothouse.text.Texts;

/**
 * What surrounds every page.
 *
 * @param title of the page, for the browser's tab
 * @param seen the navigation
 * @param assets where the assets are: ends with a slash
 * @param address of the page itself
 * @param explores whether the page draws charts in the browser
 * @param caller who looks at it
 * @param open whether who looks at it may open an address of this server
 * @param known the places that there are
 */
public record Frame(
    String title,
    Navigation.Seen seen,
    String assets,
    String address,
    boolean explores,
    Caller caller,
    Predicate<String> open,
    Supplier<Whereabouts> known) {
  /** As many places as a form offers in one list that opens; of more, the name is typed. */
  public static final int OFFERED = 300;

  /** The places that who looks at it may change, for forms. */
  public List<Whereabouts.Known> places() {
    return places(Permission.CHANGE);
  }

  /** The places where who looks at it may do that. */
  public List<Whereabouts.Known> places(Permission permission) {
    return known.get().offered(caller, permission);
  }

  /**
   * Whether who looks at it may open this address of ours: what may not be opened is not linked.
   */
  public boolean leads(String address) {
    return open.test(address);
  }

  /** Whether forms ask who speaks: nobody signs in, so nobody is known by name. */
  public boolean asksWho() {
    return caller instanceof Caller.OnlyYou;
  }

  /** Whether who looks at it may change this, so that the forms that do so are shown. */
  public boolean mayChange(Where where) {
    return caller.may(Permission.CHANGE, where);
  }

  /** The same for the whole organisation. */
  public boolean mayChange() {
    return mayChange(Where.ORGANISATION);
  }

  /** Whether who looks at it may say something of this. */
  public boolean maySay(Where where) {
    return caller.may(Permission.SAY, where);
  }

  /** The language of the page, as {@code lang} names it. */
  public String language() {
    return Texts.now().tag();
  }

  /** Whether there is a place to go to: nobody who has not signed in sees any. */
  public boolean isInside() {
    return !seen.places().isEmpty();
  }
}
