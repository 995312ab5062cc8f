package pilothouse.direction;

/** Something that another page is about. */
public record Link(String address, String name) {}
