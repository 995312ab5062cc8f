/** Feature flags: which there are, whose, how old, and by when each is to go. */
@NullMarked
package pilothouse.flags;

import org.jspecify.annotations.NullMarked;
