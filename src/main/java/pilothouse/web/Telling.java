package pilothouse.web;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a route to those who write programs: the OpenAPI description is made from it.
 *
 * @param says what it gives or does, in one sentence
 * @param fields of the address; those that the path names need not stand here
 * @param takes what is sent, or null
 * @param type of what is answered, as it stands in Content-Type
 * @param gives the record that is answered; null when the answer has no fixed form
 * @param many whether a list of them is answered
 */
public record Telling(
    String says,
    List<Field> fields,
    @Nullable Type takes,
    String type,
    @Nullable Type gives,
    boolean many) {
  static final Telling NOTHING = of("");

  public Telling {
    fields = List.copyOf(fields);
  }

  /**
   * One value of the address.
   *
   * @param kind {@code string}, {@code integer} or {@code number}
   */
  public record Field(String name, String says, String kind, boolean required) {}

  /** A JSON route, told of in one sentence. */
  public static Telling of(String says) {
    return new Telling(says, List.of(), null, "application/json", null, false);
  }

  /** With a value that the address may hold. */
  public Telling with(String name, String says) {
    return and(new Field(name, says, "string", false));
  }

  /** With values that the address may hold, each with what it is. */
  public Telling with(Map<String, String> values) {
    Telling told = this;
    for (Map.Entry<String, String> value : values.entrySet()) {
      told = told.with(value.getKey(), value.getValue());
    }
    return told;
  }

  /** With a whole number that the address may hold. */
  public Telling withNumber(String name, String says) {
    return and(new Field(name, says, "integer", false));
  }

  /** With a value that the address must hold. */
  public Telling needs(String name, String says) {
    return and(new Field(name, says, "string", true));
  }

  /** Taking a record as JSON. */
  public Telling takes(Type record) {
    return new Telling(says, fields, record, type, gives, many);
  }

  /** Giving a record. */
  public Telling gives(Type record) {
    return new Telling(says, fields, takes, type, record, false);
  }

  /** Giving a list of records. */
  public Telling givesMany(Type record) {
    return new Telling(says, fields, takes, type, record, true);
  }

  /** Giving something that is no JSON. */
  public Telling as(String contentType) {
    return new Telling(says, fields, takes, contentType, null, false);
  }

  private Telling and(Field field) {
    List<Field> all = new ArrayList<>(fields);
    all.add(field);
    return new Telling(says, all, takes, type, gives, many);
  }
}
