package pilothouse.verdicts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Brier and calibration of what was called. */
class TrackRecordTest {
  @Test
  void brierIsTheMeanOfTheSquares() {
    TrackRecord record =
        TrackRecord.of(
            "Board",
            List.of(
                new TrackRecord.Called("Board", "", 0.7, true, false),
                new TrackRecord.Called("Board", "", 0.7, false, false),
                new TrackRecord.Called("Board", "", 1.0, true, false),
                new TrackRecord.Called("Board", "", 0.2, null, false)));
    Double brier = record.brier();
    assertNotNull(brier);
    assertEquals((0.09 + 0.49 + 0) / 3, brier, 1e-12);
    assertEquals(3, record.resolved());
    assertEquals(1, record.open());
    assertEquals(List.of(), record.bands());
    assertNull(
        TrackRecord.of("x", List.of(new TrackRecord.Called("Board", "", 0.5, null, false)))
            .brier());
  }

  @Test
  void calibrationIsShownFromTwentyOn() {
    List<TrackRecord.Called> called = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      called.add(new TrackRecord.Called("Board", "", i < 10 ? 0.3 : 1.0, i % 2 == 0, false));
    }
    assertEquals(List.of(), TrackRecord.of("x", called.subList(0, 19)).bands());
    List<TrackRecord.Band> bands = TrackRecord.of("x", called).bands();
    assertEquals(2, bands.size());
    assertEquals(0.2, bands.getFirst().from(), 1e-12);
    assertEquals(0.3, bands.getFirst().said(), 1e-12);
    assertEquals(0.5, bands.getFirst().cameTrue(), 1e-12);
    assertEquals(10, bands.getLast().count());
    assertEquals(1.0, bands.getLast().to(), 1e-12);
  }
}
