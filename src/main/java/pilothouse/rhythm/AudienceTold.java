package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.List;

/** An audience, with what it heard last. */
record AudienceTold(String id, String title, String place, List<Heard> needs) {
  static AudienceTold of(Audience one, LocalDate today) {
    return new AudienceTold(
        one.id(),
        one.title(),
        one.place(),
        one.needs().stream().map(need -> Heard.of(need, today)).toList());
  }
}
