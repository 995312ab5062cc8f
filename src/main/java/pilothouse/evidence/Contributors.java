package pilothouse.evidence;

import java.util.BitSet;

/**
 * Who appears in a history, merged by .mailmap and by equal e-mail; shown as counts only.
 *
 * @param names by contributor index
 * @param emails lower-case, by contributor index
 * @param bots contributors recognised as programs
 */
public record Contributors(String[] names, String[] emails, BitSet bots) {

  /** How many contributors there are, bots included. */
  public int size() {
    return names.length;
  }
}
