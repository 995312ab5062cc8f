package pilothouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  private static final String TYPE = "multipart/form-data; boundary=seam";
  private static final String FORM =
      """
      --seam
      Content-Disposition: form-data; name="kind"

      deployments
      --seam
      Content-Disposition: form-data; name="file"; filename="C:\\a\\d%22.csv"
      Content-Type: text/csv

      a,b
      --sea,\r-\r\r
      --seat
      --seam
      content-disposition: form-data; name="none"; filename=""


      --seam--
      epilogue
      """
          .replace("\n", "\r\n");

  /** Gives so many bytes at once at most. */
  private static InputStream dribbling(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int at, int length) {
        return super.read(into, at, Math.min(length, most));
      }
    };
  }

  private static Parts.Part next(Parts parts) throws IOException {
    return Objects.requireNonNull(parts.next());
  }

  private static List<String> told(Parts parts) throws IOException {
    List<String> told = new ArrayList<>();
    for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
      told.add(
          part.name() + "|" + part.file() + "|" + new String(part.body().readAllBytes(), UTF_8));
    }
    return told;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100_000})
  void partsComeAsTheyWereSentHoweverTheyDribbleIn(int most) throws IOException {
    Parts parts = Parts.of(TYPE, dribbling(FORM.getBytes(UTF_8), most));
    assertEquals(
        List.of("kind|null|deployments", "file|d\".csv|a,b\r\n--sea,\r-\r\r\r\n--seat", "none||"),
        told(parts));
  }

  @Test
  void aFileOfAnySizeIsNotKept() throws IOException {
    String head =
        "--seam\r\nContent-Disposition: form-data; name=f; name=\"f\"; filename=\"f\"\r\n\r\n";
    byte[] line = "0123456789,\r\n-".repeat(1_000).getBytes(UTF_8);
    long[] left = {40_000};
    InputStream endless =
        new InputStream() {
          private InputStream now = new ByteArrayInputStream(head.getBytes(UTF_8));

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int at, int length) throws IOException {
            int read = now.read(into, at, length);
            if (read < 0 && left[0]-- > 0) {
              now = new ByteArrayInputStream(line);
              return now.read(into, at, length);
            }
            return read;
          }
        };
    Parts.Part part = next(Parts.of(TYPE, endless));
    byte[] room = new byte[1 << 20];
    long size = 0;
    int read = 0;
    try {
      for (; read >= 0; read = part.body().read(room, 0, room.length)) {
        size += read;
      }
    } catch (IOException broken) {
      assertTrue(String.valueOf(broken.getMessage()).contains("breaks off"));
    }
    assertTrue(size > 550_000_000L, "read " + size);
  }

  @Test
  void whatWasNotReadIsLeftOutUnlessItIsLong() throws IOException {
    Parts parts = Parts.of(TYPE, new ByteArrayInputStream(FORM.getBytes(UTF_8)));
    parts.next();
    assertEquals("file", next(parts).name());
    assertEquals("none", next(parts).name());
    String text = FORM.replace("deployments", "x".repeat(9_000));
    Parts wide = Parts.of(TYPE, new ByteArrayInputStream(text.getBytes(UTF_8)));
    Parts.Part first = next(wide);
    assertThrows(Refused.class, first::text);
    Parts skipped = Parts.of(TYPE, new ByteArrayInputStream(text.getBytes(UTF_8)));
    skipped.next();
    assertThrows(Refused.class, skipped::next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multipart/form-data                       | --seam  | names no boundary
          multipart/form-data; boundary=            | --seam  | names no boundary
          multipart/mixed; boundary=seam            | --seam  | names no boundary
          multipart/form-data; boundary=seam        | MANY    | more than 50 parts
          multipart/form-data; boundary=seam        | HEADS   | head is larger
          multipart/form-data; boundary=seam        | LINE    | head is larger
          multipart/form-data; boundary=seam        | BEFORE  | does not begin with a part
          multipart/form-data; boundary="seam"      | NAMELESS| has no name
          """)
  void whatIsNoSoundFormIsRefused(String type, String form, String says) {
    String text =
        switch (form) {
          case "MANY" ->
              "--seam\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n".repeat(60);
          case "HEADS" -> "--seam\r\n" + "X-A: b\r\n".repeat(3_000);
          case "LINE" -> "--seam\r\n" + "x".repeat(20_000);
          case "BEFORE" -> "a,b\r\n1,2\r\n" + FORM;
          case "NAMELESS" -> "--seam\r\nContent-Type: text/csv\r\n\r\nx\r\n--seam--\r\n";
          default -> form;
        };
    Refused refused =
        assertThrows(
            Refused.class,
            () -> told(Parts.of(type, new ByteArrayInputStream(text.getBytes(UTF_8)))));
    assertTrue(String.valueOf(refused.getMessage()).contains(says), refused.getMessage());
  }

  @Test
  void oneThatBreaksOffSaysSo() {
    String text = FORM.substring(0, FORM.indexOf("--seat"));
    assertThrows(
        IOException.class,
        () -> told(Parts.of(TYPE, new ByteArrayInputStream(text.getBytes(UTF_8)))));
  }
}
