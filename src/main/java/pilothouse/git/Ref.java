package pilothouse.git;

import org.jspecify.annotations.Nullable;

/**
 * A reference.
 *
 * @param name in full, as "refs/tags/v1"
 * @param hexId what it points to, maybe a tag object
 * @param hexPeeled what the tag object leads to, or null where that is not written down
 */
record Ref(String name, String hexId, @Nullable String hexPeeled) {
  static final String TAGS = "refs/tags/";
  static final String REPLACE = "refs/replace/";
}
