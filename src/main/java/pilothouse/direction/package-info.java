/** What the work is for: mission, principles, vision, strategy, outcomes, and the map to them. */
@org.jspecify.annotations.NullMarked
package pilothouse.direction;
