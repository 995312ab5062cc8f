/** Tables of facts: CSV and JSON Lines, whose columns are understood by a mapping. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.tables;
