/** Search over all: what is kept to find things by, and its pages. */
@org.jspecify.annotations.NullMarked
package pilothouse.search;
