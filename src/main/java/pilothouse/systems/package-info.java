/** The repositories that are looked at, and who answers for which part of them. */
@org.jspecify.annotations.NullMarked
package pilothouse.systems;
