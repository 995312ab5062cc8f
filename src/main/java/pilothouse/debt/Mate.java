package pilothouse.debt;

import pilothouse.metrics.Couplings;
import pilothouse.text.Say;
import pilothouse.views.View;

/** A file that changes together with another; {@code across}: in another folder. */
public record Mate(String path, String address, String degree, String shared, boolean across) {

  static Mate of(View view, Couplings.Pair pair, String of) {
    String other = pair.left().equals(of) ? pair.right() : pair.left();
    return new Mate(
        other,
        view.file(other),
        Say.number(pair.degree()) + " %",
        Say.counted(pair.shared(), "commit"),
        pair.across());
  }
}
