/** GitHub: its webhooks, and its past through its API. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.github;
