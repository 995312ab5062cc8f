/** Traces of pipelines in OTLP/HTTP JSON, by OpenTelemetry's conventions for CI/CD. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.otlp;
