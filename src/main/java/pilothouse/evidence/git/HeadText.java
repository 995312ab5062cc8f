package pilothouse.evidence.git;

/**
 * A file of the head's tree that says how to read the rest: .mailmap, CODEOWNERS. Kept with the
 * scan, so that a later start needs no repository.
 */
public record HeadText(String path, String text) {}
