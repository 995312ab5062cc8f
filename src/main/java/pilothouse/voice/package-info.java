/** What people and customers say, and what was promised back. */
@org.jspecify.annotations.NullMarked
package pilothouse.voice;
