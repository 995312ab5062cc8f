/** What changed anything: who, when, why, before and after, chained by hashes. */
@org.jspecify.annotations.NullMarked
package pilothouse.journal;
