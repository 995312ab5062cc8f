/** What all ways to prove who one is elsewhere have in common. */
@NullMarked
package pilothouse.accounts.proof;

import org.jspecify.annotations.NullMarked;
