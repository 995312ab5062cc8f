package pilothouse.views;

import java.util.List;
import pilothouse.text.Texts;

/**
 * One field of a form.
 *
 * @param kind {@code text}, {@code area}, {@code date}, {@code number}, {@code choice}, {@code
 *     list}, {@code owner}, {@code place} or {@code hidden}
 * @param options what a choice has to choose from, or what a list offers
 * @param hint how it is written; empty for none
 */
public record Field(
    String name,
    String label,
    String kind,
    String value,
    List<Option> options,
    boolean needed,
    String hint) {
  public Field {
    options = List.copyOf(options);
  }

  /** What may be chosen: what is sent, and how it reads. */
  public record Option(String value, String says) {}

  public static Field text(String name, String label) {
    return new Field(name, label, "text", "", List.of(), false, "");
  }

  public static Field area(String name, String label) {
    return new Field(name, label, "area", "", List.of(), false, "");
  }

  public static Field day(String name, String label, String value) {
    return new Field(name, label, "date", value, List.of(), true, "");
  }

  public static Field number(String name, String label, int value) {
    return new Field(name, label, "number", String.valueOf(value), List.of(), true, "");
  }

  public static Field choice(String name, String label, List<Option> options) {
    return new Field(name, label, "choice", "", options, false, "");
  }

  /** A text for which some are offered. */
  public static Field list(String name, String label, List<Option> options) {
    return new Field(name, label, "list", "", options, false, "");
  }

  /** Somebody who may owe something: a team, or a person by name. */
  public static Field owner(String name, String label) {
    return new Field(name, label, "owner", "", List.of(), false, "");
  }

  /** A place that the reader may change. */
  public static Field place() {
    return new Field("place", Texts.say("web.place"), "place", "", List.of(), false, "");
  }

  /** The same, which must be filled in. */
  public Field must() {
    return new Field(name, label, kind, value, options, true, hint);
  }

  /** The same, filled in. */
  public Field filled(String with) {
    return new Field(name, label, kind, with, options, needed, hint);
  }

  /** The same, and how it is written. */
  public Field hinting(String how) {
    return new Field(name, label, kind, value, options, needed, how);
  }
}
