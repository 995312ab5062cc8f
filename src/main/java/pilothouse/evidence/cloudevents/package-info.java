/** CloudEvents 1.0 over HTTP: structured, binary and in batches; and what they carry. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.cloudevents;
