/** Words for numbers, durations and dates, the same on pages, in the terminal and in exports. */
@org.jspecify.annotations.NullMarked
package pilothouse.text;
