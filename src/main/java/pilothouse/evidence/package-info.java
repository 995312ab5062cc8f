/** Facts and where they come from; columns of facts in memory for the metrics. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence;
