package pilothouse.debt;

import java.util.List;
import java.util.Map;

/**
 * What to mend with so many hours.
 *
 * @param saving hours in half a year
 * @param exact whether it is proven that nothing saves more
 * @param bound that no choice saves more than
 * @param unknown items that could not be chosen, since nobody estimated what mending takes
 * @param oneDayMore what a day more would save above that
 */
record PlanTold(
    int hours,
    List<Integer> items,
    int taken,
    double saving,
    boolean exact,
    double bound,
    int unknown,
    double oneDayMore,
    Map<String, List<Integer>> quadrants) {}
