/** Runs named jobs in the background and stops them when the program closes. */
@org.jspecify.annotations.NullMarked
package pilothouse.schedule;
