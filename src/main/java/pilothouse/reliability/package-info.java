/** What users may rely on: objectives with budgets, and how much of each is left. */
@NullMarked
package pilothouse.reliability;

import org.jspecify.annotations.NullMarked;
