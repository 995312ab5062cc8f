/** Evidence from git: stores what a scan read, and tells it as a history. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.git;
