/** Signing in by SAML 2.0: a request by redirect, an answer by a form, signed. */
@NullMarked
package pilothouse.accounts.saml;

import org.jspecify.annotations.NullMarked;
