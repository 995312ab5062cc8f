package pilothouse.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class whose tests start the program once on each database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnBothDatabases.Kinds.class)
public @interface OnBothDatabases {

  /** Each kind of database. */
  final class Kinds implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
        ExtensionContext context) {
      return Arrays.stream(Databases.values()).map(On::new);
    }
  }

  /** One of them, usual while the class runs on it. */
  record On(Databases kind) implements ClassTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return kind.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      Databases before = Databases.usual();
      return List.of(
          (BeforeClassTemplateInvocationCallback) context -> Databases.use(kind),
          (AfterClassTemplateInvocationCallback) context -> Databases.use(before));
    }
  }
}
