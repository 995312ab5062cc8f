package pilothouse.web;

/**
 * One entry of a navigation, as somebody sees it.
 *
 * @param name in the reader's language
 * @param letter the key that leads there after {@code g}; empty for none
 * @param here whether one stands there now
 */
public record Place(String name, String address, String letter, boolean here) {}
