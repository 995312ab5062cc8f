package pilothouse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents one setting where it is declared; the pages of settings are made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {
  /** What it is for, one sentence. */
  String says();

  /** Its value when nobody gives one, as people read it. */
  String usually();
}
