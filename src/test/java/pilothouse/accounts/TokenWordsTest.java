package pilothouse.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import pilothouse.web.Permission;

/** What a token may, in words. */
class TokenWordsTest {

  @Test
  void whateverATokenMayHasAWordForPeople() {
    for (Permission permission : TokenWords.PERMISSIONS) {
      assertFalse(TokenWords.called(permission).isBlank(), permission.name());
    }
  }
}
