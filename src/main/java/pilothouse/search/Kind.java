package pilothouse.search;

import java.util.Locale;

/** What can be found, in the order in which it is shown. */
enum Kind {
  SYSTEM('s'),
  REPOSITORY('r'),
  TEAM('t'),
  PERSON('p'),
  PAGE('a'),
  METRIC('m'),
  OUTCOME('o'),
  BET('b'),
  ROADMAP('d'),
  DECISION('z'),
  EXPERIMENT('e'),
  SPIKE('k'),
  LESSON('l'),
  PROMISE('v'),
  PREDICTION('g'),
  BRIEF('j'),
  FORUM('q'),
  STAKEHOLDER('h'),
  DEBT('x'),
  BLOCK('y'),
  FLAG('8'),
  NOTE('n'),
  RULE('u'),
  INCIDENT('i'),
  CHANGE('c'),
  WORK('w'),
  FILE('f');

  private final char letter;

  Kind(char letter) {
    this.letter = letter;
  }

  /** What every kept word of its documents begins with. */
  char letter() {
    return letter;
  }

  /** Whether people write it here; it is found by its words alone. */
  boolean isWritten() {
    return compareTo(OUTCOME) >= 0 && compareTo(NOTE) <= 0;
  }

  /** As addresses and the API name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
