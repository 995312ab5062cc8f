package pilothouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs are told from people, and people with similar names stay people. */
class BotsTest {
  @ParameterizedTest
  @CsvSource({
    "dependabot[bot], 49699333+dependabot[bot]@users.noreply.github.com, true",
    "renovate[bot], bot@renovateapp.com, true",
    "Renovate Bot, someone@company.example, true",
    "GitHub, noreply@github.com, true",
    "web-flow, noreply@github.com, true",
    "github-actions, 41898282+github-actions[bot]@users.noreply.github.com, true",
    "Somebody, 12345+some-app[bot]@users.noreply.github.com, true",
    "greenkeeperio-bot, support@greenkeeper.io, true",
    "snyk-bot, snyk-bot@snyk.io, true",
    "Jenkins, builds@company.example, true",
    "ASF CI, nobody@company.example, true",
    "Spring Builds, spring-builds@users.noreply.github.com, true",
    "Claude Fable 5, noreply@anthropic.com, true",
    "Copilot, 198982749+Copilot@users.noreply.github.com, true",
    "copilot-swe-agent[bot], 198982749+Copilot@users.noreply.github.com, true",
    "Codex, noreply@openai.com, true",
    "Cursor Agent, cursoragent@cursor.com, true",
    "devin-ai-integration[bot], 158243242+devin-ai-integration[bot]@users.noreply.github.com, true",
    "aider (some-model), noreply@aider.chat, true",
    "Claude Monet, claude@company.example, false",
    "Devin Cole, devin@company.example, false",
    "Ada Lind, ada@ferry.example, false",
    "Ada Lind, 1234+ada@users.noreply.github.com, false",
    "Joe Abbott, joe.abbott@robotics.example, false",
    "Renate Vogel, renate@bots.example, false",
    "Jenkins Smith, jenkins.smith@company.example, false",
    "Botond, botond@users.noreply.github.com, false",
    "'', '', false"
  })
  void tellsProgramsFromPeople(String name, String email, boolean bot) {
    assertEquals(bot, Bots.isBot(name, email));
  }
}
