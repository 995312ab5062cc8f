/** Work that was finished, and what names it. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.work;
