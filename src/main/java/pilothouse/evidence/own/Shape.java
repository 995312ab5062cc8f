package pilothouse.evidence.own;

import java.util.List;
import pilothouse.evidence.facts.Fact;

/** One kind of record: its fields, and the fact that they tell. */
interface Shape {
  /** What a record is called, in the singular; also the end of its address. */
  String name();

  /** What its source is called on pages. */
  String title();

  /** Every field that it may have. */
  List<String> fields();

  /** The fact, after every field was checked. */
  Fact fact(Fields fields);
}
