/**
 * Pages that read every other door: the one-page health check, as a record, as text and as JSON.
 */
@org.jspecify.annotations.NullMarked
package pilothouse.reports;
