package pilothouse.rhythm;

/** That an audience was told a story in some version. */
record ToldOnce(
    String audience, String topic, String title, String version, String way, String day) {}
