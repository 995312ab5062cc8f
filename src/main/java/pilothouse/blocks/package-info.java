/** Time that teams block to work undisturbed: as a calendar, and what meetings ate of it. */
@org.jspecify.annotations.NullMarked
package pilothouse.blocks;
