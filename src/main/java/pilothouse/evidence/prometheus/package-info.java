/** Numbers from Prometheus: its text format, and queries to its API. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.prometheus;
