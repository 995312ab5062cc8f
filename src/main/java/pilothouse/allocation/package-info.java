/** Which share of its work a team means to give to what, and which share it gives. */
@org.jspecify.annotations.NullMarked
package pilothouse.allocation;
