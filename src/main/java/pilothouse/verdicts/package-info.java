/** What was predicted of a number, and what came of it: judged when its day comes, and kept. */
@org.jspecify.annotations.NullMarked
package pilothouse.verdicts;
