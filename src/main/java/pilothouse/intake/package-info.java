/** What comes in: the addresses that senders deliver to, and the page that tells of them. */
@org.jspecify.annotations.NullMarked
package pilothouse.intake;
