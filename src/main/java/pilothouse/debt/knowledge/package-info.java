/** Single points of failure: what is promised about them, and whether it helped. */
@org.jspecify.annotations.NullMarked
package pilothouse.debt.knowledge;
