package pilothouse.debt;

import org.jspecify.annotations.Nullable;
import pilothouse.metrics.FileStory;
import pilothouse.text.Say;
import pilothouse.views.View;

/**
 * A file with the text that tables show.
 *
 * @param meter hotspot score in percent, for the bar beside it
 */
public record FileRow(FileStory story, String address, String score, String risk, int meter) {

  static FileRow of(View view, FileStory story) {
    Double score = story.score();
    Double risk = story.atRisk();
    return new FileRow(
        story,
        view.file(story.path()),
        text(score, score == null ? "" : Say.number(Math.round(score * 100) / 100.0)),
        text(risk, risk == null ? "" : Say.percent(risk)),
        score == null ? 0 : (int) Math.round(score * 100));
  }

  private static String text(@Nullable Double value, String says) {
    return value == null ? "–" : says;
  }
}
