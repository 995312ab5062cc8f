/** What sources said about deployments, changes, reviews, builds, incidents and numbers. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.facts;
