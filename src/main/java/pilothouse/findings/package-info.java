/** What somebody should look at, ranked by the cost of waiting, whoever noticed it. */
@org.jspecify.annotations.NullMarked
package pilothouse.findings;
