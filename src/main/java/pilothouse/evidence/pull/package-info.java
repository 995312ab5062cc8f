/** The past of repositories, read through the API of the forge that they live on. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.pull;
