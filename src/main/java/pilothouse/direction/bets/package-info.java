/** What might be done: bets, how they are chosen, what is tried first, and what was learned. */
@NullMarked
package pilothouse.direction.bets;

import org.jspecify.annotations.NullMarked;
