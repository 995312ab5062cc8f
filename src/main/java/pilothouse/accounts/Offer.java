package pilothouse.accounts;

import pilothouse.text.Addresses;

/** What the page of signing in offers beside a password. */
public record Offer(String title, String address) {
  /** Its address, for who wants to go somewhere afterwards. */
  public String leading(String to) {
    return to.equals("/") ? address : address + "?to=" + Addresses.part(to);
  }
}
