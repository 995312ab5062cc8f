/** What was decided: by whom, why, against whose advice, and what would open it again. */
@NullMarked
package pilothouse.decisions;

import org.jspecify.annotations.NullMarked;
