/** Who and what: systems, owners, rules, teams and identities by page, API and file. */
@org.jspecify.annotations.NullMarked
package pilothouse.catalog;
