/** What somebody owes by when, and what will show that it is kept: one table, one life. */
@org.jspecify.annotations.NullMarked
package pilothouse.promises;
