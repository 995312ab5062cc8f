/** What debt costs, measured; what paying it back is worth, and whether it paid. */
@org.jspecify.annotations.NullMarked
package pilothouse.debt.interest;
