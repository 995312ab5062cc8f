package pilothouse.accounts.saml;

import java.time.Instant;

/**
 * What an answer must be made out to.
 *
 * @param issuer who answers
 * @param audience how we are called there
 * @param address where it is to be sent
 */
record Expected(String issuer, String audience, String address, Instant now) {}
