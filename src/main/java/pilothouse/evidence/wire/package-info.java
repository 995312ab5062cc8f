/** What readers of several formats share: JSON that names its faults, proofs, names of things. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.wire;
