/** Reads git repositories without starting git: objects, references, history, changed lines. */
@org.jspecify.annotations.NullMarked
package pilothouse.git;
