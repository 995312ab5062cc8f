/** Pictures of numbers as SVG made by the server: they print, and are styled by classes alone. */
@org.jspecify.annotations.NullMarked
package pilothouse.chart;
