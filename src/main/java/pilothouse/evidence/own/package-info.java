/** Pilothouse's own small JSON: deployments, incidents, changes and numbers, one curl line each. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.own;
