package pilothouse.evidence.tables;

/** Characters that are read from left to right. */
class Characters {
  char[] chars = new char[0];
  int at;
  int end;

  /** How many digits stand next. */
  final int digits() {
    int i = at;
    while (i < end && isDigit(i)) {
      i++;
    }
    return i - at;
  }

  final boolean isDigit(int i) {
    return i < end && chars[i] >= '0' && chars[i] <= '9';
  }

  /** So many digits as a number. */
  final long number(int digits) {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      number = number * 10 + (chars[at++] - '0');
    }
    return number;
  }

  /** Two digits, or -1. */
  final int two() {
    return isDigit(at) && isDigit(at + 1) ? (int) number(2) : -1;
  }

  /** Goes on behind the character, if it stands next. */
  final boolean takes(char c) {
    if (at < end && chars[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  final boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (chars[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
