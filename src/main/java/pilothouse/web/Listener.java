package pilothouse.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** How the server listens, and how it stops: all that Jetty is told. */
final class Listener {
  private static final Logger JAVALIN = Logger.getLogger("io.javalin");
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private static final int HEADER_BYTES = 16 * 1024;
  private final Web.Settings settings;
  private final Traffic traffic = new Traffic();
  private final Leaving leaving = new Leaving();
  private volatile @Nullable Hurry hurry;
  private final ConnectionStatistics statistics = new ConnectionStatistics();

  Listener(Web.Settings settings) {
    this.settings = settings;
  }

  /** Requests pass here first. */
  Leaving leaving() {
    return leaving;
  }

  /** And are counted here when they were answered. */
  Traffic traffic() {
    return traffic;
  }

  /** How many connections are open. */
  long connections() {
    return statistics.getConnections();
  }

  /** Tells the senders that connections will close; what is left of the time is for the rest. */
  void announceEnd(Server jetty) {
    Limits limits = settings.exposure().limits();
    Duration goodbye = limits.goodbye();
    long begin = System.nanoTime();
    leaving.announce(goodbye.compareTo(limits.linger()) < 0 ? goodbye : limits.linger());
    Hurry hurried = hurry;
    if (hurried != null) {
      hurried.part(limits.linger());
    }
    Duration left = goodbye.minusNanos(System.nanoTime() - begin);
    jetty.setStopTimeout(Math.max(Math.min(1, goodbye.toMillis()), left.toMillis()));
  }

  void configure(JavalinConfig config) {
    // What it would log, the sentence that the command ends with says better.
    JAVALIN.setLevel(Level.OFF);
    JETTY.setLevel(Level.WARNING);
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.generateEtags = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Web.LARGEST;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(this::bound);
    config.jetty.modifyServer(this::prepare);
    config.jetty.addConnector(this::connector);
  }

  private void bound(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setIdleTimeout(settings.exposure().limits().idle().toMillis());
  }

  private void prepare(Server jetty) {
    Limits limits = settings.exposure().limits();
    jetty.setStopTimeout(limits.goodbye().toMillis());
    jetty.setErrorHandler(new Quiet());
    jetty.setRequestLog(traffic);
    jetty.setHandler(leaving);
    leaving.setHandler(new Pace(limits.slowest(), limits.headers()));
    jetty.addBean(new NetworkConnectionLimit(limits.connections(), jetty));
  }

  private Connector connector(Server jetty, HttpConfiguration http) {
    Certificate certificate = settings.exposure().certificate();
    ServerConnector connector =
        certificate == null
            ? new ServerConnector(jetty, new HttpConnectionFactory(http))
            : secure(jetty, http, certificate);
    connector.addBean(statistics);
    Hurry hurried = new Hurry(jetty, settings.exposure().limits().headers());
    connector.addBean(hurried);
    hurry = hurried;
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setShutdownIdleTimeout(-1); // see Hurry
    connector.setIdleTimeout(settings.exposure().limits().idle().toMillis());
    return connector;
  }

  private static ServerConnector secure(
      Server jetty, HttpConfiguration http, Certificate certificate) {
    HttpConfiguration https = new HttpConfiguration(http);
    // Which names are served, the gate knows better than the certificate.
    https.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(certificate.context());
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return new ServerConnector(jetty, tls, new HttpConnectionFactory(https));
  }
}
