/** Pages on which files are left, confirmed, and their receipts read. */
@org.jspecify.annotations.NullMarked
package pilothouse.imports;
