package pilothouse.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How many by then: a Monte-Carlo forecast from daily throughput with its zeros.
 *
 * @param what is counted, in the plural
 * @param days from now to then
 * @param history days that were sampled from
 * @param runs of the simulation
 * @param seed of its random numbers
 * @param likely at least so many in 50 % of the runs
 * @param probable at least so many in 85 % of the runs
 * @param nearlySure at least so many in 95 % of the runs
 * @param refused why there is no forecast; null when there is one
 */
public record Forecast(
    String what,
    int days,
    int history,
    int runs,
    long seed,
    long likely,
    long probable,
    long nearlySure,
    @Nullable String refused) {}
