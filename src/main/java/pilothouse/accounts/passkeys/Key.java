package pilothouse.accounts.passkeys;

import java.util.List;

/**
 * A passkey as it is kept: nothing in it is secret.
 *
 * @param id as browsers write it
 * @param data the public key with all that belongs to it
 * @param count how often it was used, where it counts; 0 where it does not
 * @param synced whether it may be carried to other devices
 * @param ways how a browser reaches it
 */
public record Key(String id, String data, long count, boolean synced, List<String> ways) {
  public Key {
    ways = List.copyOf(ways);
  }
}
