/** What every reading of a file shares: kinds, what was refused, and streams with bounds. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.files;
