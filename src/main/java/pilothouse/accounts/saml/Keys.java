package pilothouse.accounts.saml;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;

/** Which signatures are strong enough, and simple enough, to be believed. */
final class Keys {
  private static final int RSA = 2_048;
  private static final int CURVE = 256;
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String NEWER = "http://www.w3.org/2007/05/xmldsig-more#";

  /** By a key that only the provider has, over SHA-2; never by a shared secret, never SHA-1. */
  static final Set<String> ALGORITHMS =
      Set.of(
          MORE + "rsa-sha256",
          MORE + "rsa-sha384",
          MORE + "rsa-sha512",
          NEWER + "sha256-rsa-MGF1",
          NEWER + "sha384-rsa-MGF1",
          NEWER + "sha512-rsa-MGF1",
          MORE + "ecdsa-sha256",
          MORE + "ecdsa-sha384",
          MORE + "ecdsa-sha512");

  static final Set<String> DIGESTS =
      Set.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          MORE + "sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  /** What is signed is written in one way, without comments and without the signature itself. */
  static final Set<String> TRANSFORMS =
      Set.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);

  private Keys() {}

  static boolean isStrong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA;
      case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize() >= CURVE;
      default -> false;
    };
  }
}
