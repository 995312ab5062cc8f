/** Who signs in, what each may do and where, and how that is proven with every request. */
@org.jspecify.annotations.NullMarked
package pilothouse.accounts;
