/** Imports: files become facts, each with a receipt; how tables are understood is remembered. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.imports;
