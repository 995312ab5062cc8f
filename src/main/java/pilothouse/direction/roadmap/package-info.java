/** What is promised by when, what is believed and tested, and how sure the days are. */
@NullMarked
package pilothouse.direction.roadmap;

import org.jspecify.annotations.NullMarked;
