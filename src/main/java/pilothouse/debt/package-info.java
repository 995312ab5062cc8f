/** Technical debt: what the history suggests as items, with the evidence for each. */
@org.jspecify.annotations.NullMarked
package pilothouse.debt;
