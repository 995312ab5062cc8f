/** Named formulas over facts: pure functions of a history, a scope and a window. */
@org.jspecify.annotations.NullMarked
package pilothouse.metrics;
