/** CDEvents 0.3 to 0.6: what tools of continuous delivery say, as facts. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.cdevents;
