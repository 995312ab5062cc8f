/**
 * Looks at one repository: scope and period from the address, readings kept between requests, and
 * what pages show of a reading: its value, its picture, its receipt.
 */
@org.jspecify.annotations.NullMarked
package pilothouse.views;
