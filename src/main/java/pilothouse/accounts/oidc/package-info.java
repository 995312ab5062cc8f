/** Signing in by OpenID Connect: the code flow with PKCE. */
@NullMarked
package pilothouse.accounts.oidc;

import org.jspecify.annotations.NullMarked;
