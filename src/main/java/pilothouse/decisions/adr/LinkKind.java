package pilothouse.decisions.adr;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a record speaks of another one. */
public enum LinkKind {
  SUPERSEDES,
  SUPERSEDED_BY,
  AMENDS,
  AMENDED_BY,
  RELATES;

  private static final Map<String, LinkKind> BEGINNINGS =
      Words.of(
          LinkKind.class,
          """
          SUPERSEDES:supersedes,superseeds,supercedes,replaces,obsoletes,ersetzt,löst ab,remplace,supplante,sustituye a,sustituye,reemplaza a,reemplaza,substitui,sostituisce,vervangt,zastępuje,заменяет,取代,替代,替换,を置き換え
          SUPERSEDED_BY:superseded by,superseded in,superseded,superseeded by,superceded by,replaced by,replaced with,obsoleted by,ersetzt durch,ersetzt von,abgelöst durch,abgelöst von,remplacé par,remplacée par,remplace par,supplanté par
          SUPERSEDED_BY:sustituido por,sustituida por,reemplazado por,reemplazada por,substituído por,substituída por,substituido por,sostituito da,sostituita da,superato da,vervangen door,zastąpiony przez,zastąpiona przez,zastąpione przez,заменено на,заменен на,заменена на,заменено,被取代于,已被,に置き換え,により置き換え,によって置き換え
          AMENDS:amends,clarifies,extends,refines,updates,ergänzt,ändert,amende,modifie,complète,enmienda,modifica,complementa,altera,wijzigt,zmienia,uzupełnia,дополняет,изменяет,修订,修改,補足,改訂
          AMENDED_BY:amended by,clarified by,extended by,refined by,updated by,ergänzt durch,geändert durch,amendé par,modifié par,modifiée par,complété par,enmendado por,modificado por,alterado por,complementado por,modificato da,gewijzigd door,zmieniony przez,zmieniona przez,uzupełniony przez,дополнено,изменено,被修订,修订于
          RELATES:relates to,related to,relates,see also,see,bezieht sich auf,verwandt mit,voir aussi,voir,véase,ver también,relacionado con,relacionado a,veja também,correlato a,vedi,zie ook,zie,zobacz,powiązane z,см,связано с,参见,相关,関連,参照
          """);

  private static final Map<Character, List<String>> BY_FIRST =
      BEGINNINGS.keySet().stream().collect(Collectors.groupingBy(word -> word.charAt(0)));

  /** What a line announces with its first words; null where it announces nothing. */
  static @Nullable LinkKind begins(String text) {
    String plain = Words.plain(text.length() > 100 ? text.substring(0, 100) : text);
    String longest = "";
    for (String begin : plain.isEmpty() ? List.<String>of() : beginningWith(plain.charAt(0))) {
      if (begin.length() > longest.length()
          && plain.startsWith(begin)
          && Words.ends(plain, begin.length())) {
        longest = begin;
      }
    }
    return BEGINNINGS.get(longest);
  }

  /** The words that begin with a letter. */
  static List<String> beginningWith(char letter) {
    return BY_FIRST.getOrDefault(letter, List.of());
  }

  static @Nullable LinkKind meant(String word) {
    return BEGINNINGS.get(word);
  }
}
