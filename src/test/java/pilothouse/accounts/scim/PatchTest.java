package pilothouse.accounts.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PatchTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String GROUP =
      "{'displayName':'Crew','members':[{'value':'a'},{'value':'b'}]}";
  private static final String USER =
      "{'userName':'mara','active':true,'name':{'familyName':'Lind'},"
          + "'emails':[{'type':'work','value':'m@x'},{'type':'home','value':'h@x'}]}";

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static JsonNode patched(String resource, String operations) {
    return Patch.applied(
        json(resource),
        json(
            "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                + operations
                + "]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'add','path':'members','value':[{'value':'c'}]} | a b c",
        "{'op':'Add','path':'members','value':{'value':'c'}} | a b c",
        "{'op':'add','path':'members','value':[{'value':'a'}]} | a b",
        "{'op':'add','value':{'members':[{'value':'c'}]}} | a b c",
        "{'op':'replace','path':'members','value':[{'value':'c'}]} | c",
        "{'op':'remove','path':'members[value eq \\'a\\']'} | b",
        "{'op':'remove','path':'members[value eq \\'a\\' or value eq \\'b\\']'} | ",
        "{'op':'remove','path':'members[value eq \\'z\\']'} | a b",
        "{'op':'Remove','path':'members','value':[{'value':'b'}]} | a",
        "{'op':'remove','path':'members'} | ",
        "{'op':'remove','path':'Members'} | ",
        "{'op':'add','path':'members','value':[{'value':'c'}]},{'op':'remove','path':'members[value eq \\'a\\']'} | b c"
      })
  void membersComeAndGo(String operation, String left) {
    JsonNode group = patched(GROUP, operation.replace("\\'", "\\\""));
    String members =
        String.join(
            " ",
            group.path("members").valueStream().map(one -> one.path("value").asString()).toList());
    assertEquals(left == null ? "" : left, members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'replace','path':'active','value':false} | /active | false",
        "{'op':'Replace','path':'active','value':'False'} | /active | False",
        "{'op':'replace','value':{'active':false}} | /active | false",
        "{'op':'replace','value':{'name.givenName':'Mara'}} | /name/givenName | Mara",
        "{'op':'replace','value':{'name.givenName':'Mara'}} | /name/familyName | Lind",
        "{'op':'add','path':'name.givenName','value':'Mara'} | /name/givenName | Mara",
        "{'op':'add','path':'name','value':{'givenName':'Mara'}} | /name/familyName | Lind",
        "{'op':'replace','path':'NAME.familyname','value':'Lund'} | /name/familyName | Lund",
        "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:userName','value':'x'} | /userName | x",
        "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'n@x'} | /emails/0/value | n@x",
        "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'n@x'} | /emails/1/value | h@x",
        "{'op':'add','path':'emails[type eq \\'other\\'].value','value':'o@x'} | /emails/2/value | o@x",
        "{'op':'remove','path':'emails[type eq \\'work\\']'} | /emails/0/value | h@x",
        "{'op':'remove','path':'name.familyName'} | /name/familyName | ``"
      })
  void attributesChange(String operation, String where, String value) {
    JsonNode user = patched(USER, operation.replace("\\'", "\\\""));
    assertEquals(value, user.at(where).asString(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'move','path':'active','value':false} | invalidSyntax",
        "{'op':'remove'} | noTarget",
        "{'op':'add','path':'active'} | invalidValue",
        "{'op':'add','value':'x'} | invalidSyntax",
        "{'op':'add','path':'a b','value':'x'} | invalidPath",
        "{'op':'add','path':'.','value':'x'} | invalidPath",
        "{'op':'replace','path':'emails[type eq','value':'x'} | invalidFilter",
        "{'op':'replace','path':'emails[value eq \\'z\\'].type','value':'x'} | noTarget",
        "{'op':'replace','path':'userName.part','value':'x'} | invalidPath",
        "7 | invalidSyntax"
      })
  void whatCannotBeDoneIsRefused(String operation, String type) {
    ScimTrouble refused =
        assertThrows(ScimTrouble.class, () -> patched(USER, operation.replace("\\'", "\\\"")));
    assertEquals(type, refused.type());
  }

  @Test
  void theResourceThatIsGivenStaysAsItIs() {
    JsonNode group = json(GROUP);
    Patch.applied(
        group,
        json(
            "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],"
                + "'Operations':[{'op':'remove','path':'members'}]}"));
    assertEquals(json(GROUP), group);
  }

  @Test
  void aChangeIsNamedAndBounded() {
    JsonNode user = json(USER);
    assertThrows(ScimTrouble.class, () -> Patch.applied(user, json("{'Operations':[]}")));
    String many = "{'op':'add','path':'a','value':1},".repeat(1_000);
    ScimTrouble refused =
        assertThrows(
            ScimTrouble.class, () -> patched(USER, many + "{'op':'add','path':'a','value':1}"));
    assertEquals(413, refused.status());
  }
}
