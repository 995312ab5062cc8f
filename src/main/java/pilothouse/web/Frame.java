package pilothouse.web;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param title of the page, for the browser's tab
 * @param places the navigation
 * @param assets where the assets are: ends with a slash
 * @param address of the page itself
 * @param explores whether the page draws charts in the browser
 * @param caller who looks at it
 */
public record Frame(
    String title,
    List<Place> places,
    String assets,
    String address,
    boolean explores,
    Caller caller) {
  public Frame {
    places = List.copyOf(places);
  }
}
