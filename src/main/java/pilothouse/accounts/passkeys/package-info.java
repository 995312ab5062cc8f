/** Passkeys as browsers and keys speak of them: WebAuthn. */
@NullMarked
package pilothouse.accounts.passkeys;

import org.jspecify.annotations.NullMarked;
