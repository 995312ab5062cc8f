/** Opens the database: SQLite in a data folder, or PostgreSQL; brings its tables up to date. */
@org.jspecify.annotations.NullMarked
package pilothouse.storage;
