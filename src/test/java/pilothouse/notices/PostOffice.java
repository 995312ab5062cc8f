package pilothouse.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small server that takes mails, or refuses them, for tests. */
final class PostOffice implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private volatile boolean refuses;

  PostOffice() {
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** Whole mails as they came in, each with the commands before it. */
  List<String> mails() {
    return mails;
  }

  void refuse(boolean all) {
    refuses = all;
  }

  Mailbox mailbox() {
    return new Mailbox(
        "127.0.0.1", socket.getLocalPort(), "", "", "pilot@ferry.example", Mailbox.Tls.NONE);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException _) {
        // The caller hung up, or the office closes.
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
    StringBuilder all = new StringBuilder();
    say(caller, "220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      all.append(line).append('\n');
      String word = line.length() < 4 ? line : line.substring(0, 4);
      if (word.equals("QUIT")) {
        say(caller, "221 bye");
        return;
      }
      if (!word.equals("DATA")) {
        say(caller, word.equals("RCPT") && refuses ? "450 later" : "250 fine");
        continue;
      }
      say(caller, "354 go on");
      for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
        all.append(text).append('\n');
      }
      mails.add(all.toString());
      say(caller, "250 taken");
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
