package pilothouse.rhythm;

import java.util.List;

/** A flow with its signals. */
record FlowTold(String id, String title, String place, List<SignalTold> signals) {}
