package pilothouse.debt.interest;

import java.util.List;

/** Things need each other in a circle, so that none can be done first. */
public final class Circular extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<String> keys;

  Circular(List<String> keys) {
    super(String.join(" needs ", keys) + " needs " + keys.getFirst());
    this.keys = List.copyOf(keys);
  }

  /** Each needs the next, and the last the first. */
  public List<String> keys() {
    return keys;
  }
}
