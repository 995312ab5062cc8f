/** Tells people by mail, and programs by webhook, what the journal holds: by subscription. */
@org.jspecify.annotations.NullMarked
package pilothouse.notices;
