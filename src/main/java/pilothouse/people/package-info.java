/** Who is who: programs are told from people, addresses are joined. */
@org.jspecify.annotations.NullMarked
package pilothouse.people;
