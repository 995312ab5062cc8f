/** Numbers from the databases of others, read with a query and never changed. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.sql;
