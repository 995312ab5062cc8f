package pilothouse.imports;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.evidence.imports.Look;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Parts;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/** Files as they are left through the page: as a form, or alone where a script sends them. */
final class Arrivals {
  private final Supplier<Desk> desk;
  private final ZoneId zone;

  Arrivals(Supplier<Desk> desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  Answer upload(Request request) {
    Parts parts = request.parts();
    Who who = Who.of(request.caller());
    return parts == null ? alone(request, who) : new Answer.Redirect(form(parts, who));
  }

  /** The file is all that is sent; the address says the rest. */
  private Answer alone(Request request, Who who) {
    Kind kind = Declared.kind(request.query("kind"));
    String name = request.query("name");
    Declared declared = Declared.of(Declared.query(request));
    declared.wish(kind, zone);
    try {
      String id = desk.get().receive(kind, name == null ? "upload" : name, request.stream(), who);
      understand(id, declared, kind, who);
      return new Answer.Json(Map.of("address", address(id)));
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    }
  }

  private static String address(String id) {
    return "/imports/" + id;
  }

  /** The file and what is said of it, in any order; the address of its page. */
  private String form(Parts parts, Who who) {
    Map<String, String> said = new HashMap<>();
    String id = null;
    try {
      for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
        if (part.file() == null) {
          said.put(part.name(), part.text());
        } else if (id == null) {
          id = received(part, part.file(), who);
        }
      }
      return address(complete(id, said, who));
    } catch (IOException e) {
      throw failed(
          id,
          Refused.bad(
              Texts.say("imports.arrivals.the-form-broke-off"),
              Texts.say("imports.arrivals.send-it-again")));
    } catch (BadFile bad) {
      throw failed(id, Refused.unfit(bad.why(), bad.mend()));
    } catch (Refused refused) {
      throw failed(id, refused);
    }
  }

  private String received(Parts.Part part, String file, Who who) {
    if (file.isEmpty()) {
      throw Refused.bad(
          Texts.say("imports.arrivals.no-file-was-chosen"),
          Texts.say("imports.arrivals.go-back-and-choose"));
    }
    return desk.get().receive(Kind.AUTO, file, part.body(), who);
  }

  private String complete(@Nullable String id, Map<String, String> said, Who who) {
    if (id == null) {
      throw Refused.bad(
          Texts.say("imports.arrivals.the-form-holds-no"),
          Texts.say("imports.arrivals.send-it-as-curl"));
    }
    Kind kind = Declared.kind(said.get("kind"));
    Declared declared = Declared.of(Declared.texts(said::get));
    declared.wish(kind, zone);
    understand(id, declared, kind, who);
    return id;
  }

  /** What came in with a form that makes no sense is of no use. */
  private Refused failed(@Nullable String id, Refused refused) {
    if (id != null) {
      desk.get().fail(id, refused.getMessage() + " " + refused.mend());
    }
    return refused;
  }

  /** Takes what is clear already; the rest waits for somebody's word. */
  private void understand(String id, Declared declared, Kind kind, Who who) {
    ImportJob job = Uploads.found(desk.get(), id);
    try {
      Look look = desk.get().look(job, declared.wish(kind, zone));
      boolean known = look.remembered() && look.lacks().isEmpty();
      desk.get()
          .wait(id, look.kind(), DeclaredJson.text(known ? declared.read(look, zone) : declared));
      boolean report = look.kind() == Kind.TESTS || look.kind() == Kind.COVERAGE;
      if (report ? declared.names(look.kind()) : known) {
        begin(id, declared, look.kind(), who);
      }
    } catch (BadFile bad) {
      desk.get().fail(id, bad.sentence());
    }
  }

  /** Takes it behind the pages, unless somebody else was faster. */
  void begin(String id, Declared declared, Kind kind, Who who) {
    if (desk.get().jobs().step(id, ImportJob.State.WAITING, ImportJob.State.RUNNING, who)) {
      desk.get().start(id, declared.wish(kind, zone), who);
    }
  }
}
