package pilothouse.web;

/** One entry of a navigation: what it is called, where it is, and whether one stands there now. */
public record Place(String name, String address, boolean here) {}
