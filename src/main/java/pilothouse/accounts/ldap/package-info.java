/** Signing in with the password that a directory knows, by LDAP. */
@NullMarked
package pilothouse.accounts.ldap;

import org.jspecify.annotations.NullMarked;
