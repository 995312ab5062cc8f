/**
 * The rituals: forums and what is held of them, quarters, briefs, who is told what, what blocks.
 */
@org.jspecify.annotations.NullMarked
package pilothouse.rhythm;
