package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a port. */
class PortHolderTest {
  @TempDir private Path proc;

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheProcessThatListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String says = PortHolder.sentence(socket.getLocalPort());
      assertTrue(says.contains("(process " + ProcessHandle.current().pid() + ")"), says);
    }
  }

  @Test
  void saysNothingOfAPortThatNobodyHolds() throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(
        proc.resolve("net/tcp"),
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:1B9E 0100007F:0050 01 00000000:00000000 00:00000000 00000000     0        0 4711 1
        """);
    assertEquals(Optional.empty(), new PortHolder(proc).name(7070));
    assertEquals(Optional.empty(), new PortHolder(proc.resolve("missing")).name(7070));
  }
}
