package pilothouse.voice;

import java.util.List;

/** All of one place and period. */
record SignalsTold(
    String place,
    String from,
    String to,
    List<Measure> delivery,
    List<Measure> measured,
    List<CustomerNote> notes) {}
