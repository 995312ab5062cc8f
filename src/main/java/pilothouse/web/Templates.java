package pilothouse.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Upright;

/**
 * Renders templates: compiled in the build, or from a folder on each change while developing. What
 * people wrote turns nothing of a page around.
 */
final class Templates {
  private static final String PACKAGE = "pilothouse.jte";
  private final TemplateEngine engine;

  Templates(@Nullable Path folder) {
    this.engine = folder == null ? compiled() : watched(folder);
  }

  String render(String template, Map<String, Object> values) {
    TemplateOutput output = new StringOutput(16_384);
    engine.render(template + ".jte", values, output);
    return Upright.of(output.toString());
  }

  private static TemplateEngine compiled() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
  }

  private static TemplateEngine watched(Path folder) {
    try {
      Path classes = Files.createTempDirectory("pilothouse-templates");
      TemplateEngine engine =
          TemplateEngine.create(
              new DirectoryCodeResolver(folder),
              classes,
              ContentType.Html,
              Templates.class.getClassLoader(),
              PACKAGE);
      engine.setTrimControlStructures(true);
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
