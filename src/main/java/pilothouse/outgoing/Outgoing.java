package pilothouse.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import pilothouse.text.Texts;

/**
 * Posts to addresses that somebody typed. It connects to the very address that was found fit,
 * follows no redirect, reads a bounded answer and waits a bounded time.
 */
public final class Outgoing implements AutoCloseable {
  private static final int LARGEST = 64 * 1024;
  private static final int HEADERS = 100;
  private static final int LINE = 8 * 1024;

  private final Reachable reachable;
  private final Duration patience;
  private final CloseableHttpClient client;

  /**
   * Posts to what can be reached.
   *
   * @param patience how long one request may take in all
   */
  public Outgoing(Reachable reachable, Duration patience) {
    this.reachable = reachable;
    this.patience = patience;
    Timeout step = Timeout.of(patience);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Checked(reachable))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxHeaderCount(HEADERS)
                                    .setMaxLineLength(LINE)
                                    .build())
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(step)
                            .setSocketTimeout(step)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(step)
                    .setConnectionRequestTimeout(step)
                    .setRedirectsEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Pilothouse")
            .build();
  }

  /** What came back: its first bytes are enough. */
  public record Reply(int status, byte[] body) {}

  /**
   * The address, where it is one that can be asked.
   *
   * @throws OutgoingTrouble when it is not, or leads where it must not
   */
  public URI checked(String text) {
    URI address = parsed(text);
    try {
      reachable.resolve(address.getHost());
      return address;
    } catch (UnknownHostException e) {
      throw new OutgoingTrouble(
          Texts.kept("kept.outgoing.no-machine-is-called", address.getHost()), e);
    }
  }

  private static URI parsed(String text) {
    try {
      URI address = new URI(text.strip());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (web && address.getHost() != null && address.getRawUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException _) {
      // refused below
    }
    throw new OutgoingTrouble(Texts.kept("kept.outgoing.no-address"));
  }

  /**
   * Posts once.
   *
   * @throws OutgoingTrouble when nothing came back in time, or it must not be asked
   */
  public Reply post(URI address, Map<String, String> headers, String type, byte[] body) {
    return send("POST", address, headers, type, body);
  }

  /** The same by another method: {@code PATCH}, {@code PUT}. */
  public Reply send(
      String method, URI address, Map<String, String> headers, String type, byte[] body) {
    var request = new HttpUriRequestBase(method, parsed(address.toString()));
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
    var late =
        CompletableFuture.runAsync(
            request::abort,
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return client.execute(request, Outgoing::reply);
    } catch (IOException e) {
      if (e.getCause() instanceof OutgoingTrouble trouble) {
        throw trouble;
      }
      String why =
          request.isAborted()
              ? Texts.kept("kept.outgoing.took-too-long")
              : String.valueOf(e.getMessage());
      throw new OutgoingTrouble(
          Texts.kept("kept.outgoing.did-not-answer", address.getHost(), why), e);
    } finally {
      late.cancel(false);
    }
  }

  private static Reply reply(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Reply(response.getCode(), new byte[0]);
    }
    InputStream in = entity.getContent();
    byte[] first = in.readNBytes(LARGEST + 1);
    if (first.length > LARGEST) {
      throw new IOException("its answer is larger than 64 KiB");
    }
    return new Reply(response.getCode(), first);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException _) {
      // Nobody waits for it.
    }
  }

  /** Gives the client only addresses that may be reached. */
  private record Checked(Reachable reachable) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      try {
        return reachable.resolve(host);
      } catch (OutgoingTrouble trouble) {
        var closed = new UnknownHostException(trouble.getMessage());
        closed.initCause(trouble);
        throw closed;
      }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
