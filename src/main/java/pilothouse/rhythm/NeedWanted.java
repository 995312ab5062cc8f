package pilothouse.rhythm;

/** What an audience is to hear. */
record NeedWanted(String topic, Integer days) {}
