/** How the work of one repository flows: charts with limits, releases, forecast. */
@org.jspecify.annotations.NullMarked
package pilothouse.delivery;
