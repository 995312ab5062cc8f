/** What payloads of all forges share: reading JSON, times, names of repositories, proofs. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.forge;
