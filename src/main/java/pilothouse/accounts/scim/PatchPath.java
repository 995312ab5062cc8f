package pilothouse.accounts.scim;

import org.jspecify.annotations.Nullable;

/**
 * Where a change is made.
 *
 * @param which of the attribute's values; null for all
 * @param part of each value; empty for the whole
 */
record PatchPath(String name, @Nullable Filter which, String part) {
  static PatchPath of(String text) {
    try {
      return new FilterReader(text).path();
    } catch (ScimTrouble e) {
      throw text.contains("[") ? e : ScimTrouble.path("The path leads nowhere.");
    }
  }
}
