/**
 * Architecture decision records as files: read, changed, merged and written without losing a byte.
 */
@NullMarked
package pilothouse.decisions.adr;

import org.jspecify.annotations.NullMarked;
