package pilothouse.accounts.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Filters in the forms that RFC 7644, 3.4.2.2 gives as examples, on a person as RFC 7643 has it.
 */
class FilterTest {
  private static final JsonNode BARBARA =
      new JsonMapper()
          .readTree(
              """
              {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
               "id":"2819c223-7f76-453a-919d-413861904646","externalId":"bJensen",
               "userName":"bjensen@example.com","active":true,"title":"Tour Guide",
               "name":{"formatted":"Ms. Barbara J Jensen, III","familyName":"Jensen"},
               "emails":[{"value":"bjensen@example.com","type":"work","primary":true},
                         {"value":"babs@jensen.org","type":"home"}],
               "groups":[],"nickName":"","logins":7,
               "meta":{"lastModified":"2011-05-13T04:42:34Z"}}
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "userName eq \"bjensen@example.com\" | true",
        "USERNAME Eq \"BJENSEN@example.com\" | true",
        "userName eq \"other\" | false",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"bj\" | true",
        "name.familyName co \"ens\" | true",
        "name.familyName ew \"SEN\" | true",
        "urn:ietf:params:scim:schemas:core:2.0:User:name.familyName sw \"J\" | true",
        "externalId eq \"bjensen\" | false",
        "externalId eq \"bJensen\" | true",
        "title pr | true",
        "nickName pr | false",
        "groups pr | false",
        "missing pr | false",
        "missing eq null | true",
        "title pr and name.familyName eq \"Jensen\" | true",
        "title pr and name.familyName eq \"Other\" | false",
        "missing pr or name.familyName eq \"Jensen\" | true",
        "missing pr and title pr or active eq true | true",
        "missing pr and (title pr or active eq true) | false",
        "not (missing pr) | true",
        "not (active eq true) | false",
        "active eq true | true",
        "active eq \"True\" | true",
        "active eq True | true",
        "active eq false | false",
        "active ne false | true",
        "meta.lastModified gt \"2011-05-13T04:42:33Z\" | true",
        "meta.lastModified ge \"2011-05-13T04:42:34Z\" | true",
        "meta.lastModified lt \"2011-05-13T04:42:34Z\" | false",
        "meta.lastModified le \"2012\" | true",
        "logins gt 6 | true",
        "logins le 6.5 | false",
        "emails co \"jensen.org\" | true",
        "emails.type eq \"home\" | true",
        "emails[type eq \"work\" and value co \"@example.com\"] | true",
        "emails[type eq \"home\" and value co \"@example.com\"] | false",
        "emails[type eq \"work\"] and not (emails[type eq \"other\"]) | true",
        "userName eq \"a\\\"b\" | false",
        "userName eq \"and\" or (((title pr))) | true"
      })
  void aFilterMeansWhatItSays(String filter, boolean meant) {
    assertEquals(meant, Filter.of(filter).meets(BARBARA), filter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "userName",
        "userName eq",
        "userName eq ",
        "userName eq \"open",
        "userName eq \"open\\\"",
        "userName is \"x\"",
        "userName eq x",
        "userName eq {\"a\":1}",
        "userName eq \"x\" and",
        "userName eq \"x\" userName",
        "userName eq \"x\")",
        "(userName eq \"x\"",
        "emails[type eq \"x\"",
        "emails[]",
        "not userName pr",
        "active gt true",
        "userName gt null",
        "urn: eq \"x\"",
        "a..b pr",
        ".a pr",
        "userName eq \"x\"; drop table account",
        "*"
      })
  void whatIsNoFilterIsRefused(String filter) {
    ScimTrouble refused = assertThrows(ScimTrouble.class, () -> Filter.of(filter));
    assertEquals("invalidFilter", refused.type());
    assertEquals(400, refused.status());
  }

  @Test
  void aFilterIsBounded() {
    assertThrows(ScimTrouble.class, () -> Filter.of("a eq \"" + "x".repeat(3_000) + "\""));
    assertThrows(ScimTrouble.class, () -> Filter.of("(".repeat(500) + "a pr" + ")".repeat(500)));
    assertThrows(ScimTrouble.class, () -> Filter.of("a[".repeat(500) + "a pr" + "]".repeat(500)));
  }

  @Test
  void theCommonestFilterIsRecognised() {
    assertEquals("x", Filter.of("userName eq \"x\"").exactly("username").orElseThrow());
    assertEquals(true, Filter.of("userName ne \"x\"").exactly("userName").isEmpty());
    assertEquals(true, Filter.of("userName.a eq \"x\"").exactly("userName").isEmpty());
  }
}
