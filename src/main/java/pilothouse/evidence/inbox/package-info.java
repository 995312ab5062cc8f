/** The way in: what comes from elsewhere is kept first, then understood. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.inbox;
