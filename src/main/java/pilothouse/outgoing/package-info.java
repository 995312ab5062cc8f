/** Asks addresses that somebody typed, and no machine that such an address must not reach. */
@org.jspecify.annotations.NullMarked
package pilothouse.outgoing;
