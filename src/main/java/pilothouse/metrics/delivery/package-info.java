/** How work reaches users and how it fails: pure functions of what is known of one service. */
@org.jspecify.annotations.NullMarked
package pilothouse.metrics.delivery;
