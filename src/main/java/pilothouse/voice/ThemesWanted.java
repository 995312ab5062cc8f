package pilothouse.voice;

import java.util.List;

/** Themes, each as “what was said, often”. */
record ThemesWanted(List<String> themes) {}
