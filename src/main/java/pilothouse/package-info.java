/** The product: main, the composition root and the settings. */
@org.jspecify.annotations.NullMarked
package pilothouse;
