package pilothouse.evidence.pull;

import pilothouse.evidence.forge.Home;

/**
 * A repository on a forge.
 *
 * @param home where it lives, for the keys of all that happens in it
 * @param path the part of the API's addresses that names it
 */
public record Project(Home home, String path) {}
