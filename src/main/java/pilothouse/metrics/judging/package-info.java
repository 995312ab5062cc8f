/** Whether a series moved after a day: pure functions of its points, without a clock. */
@org.jspecify.annotations.NullMarked
package pilothouse.metrics.judging;
