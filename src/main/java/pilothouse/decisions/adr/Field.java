package pilothouse.decisions.adr;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the head of a record says, and may be changed there; tags are only read. */
public enum Field {
  STATUS,
  DATE,
  DECISION_MAKERS,
  CONSULTED,
  INFORMED,
  SUPERSEDES,
  SUPERSEDED_BY,
  TAGS;

  private static final Map<String, Field> NAMES =
      Words.of(
          Field.class,
          """
          STATUS:status,state,decision status,adr status,statut,état,etat,estado,situação,stato,zustand,stan,статус,состояние,状态,狀態,ステータス,状況,状態,상태
          DATE:date,decision date,date decided,decided on,datum,entscheidungsdatum,fecha,data,data decyzji,дата,日期,日付,決定日,날짜
          DECISION_MAKERS:deciders,decider,decision makers,decision maker,decided by,decision owners,entscheider,entscheiderinnen,entscheidungsträger,entschieden von,décideurs,décideur,decisores,decisor,tomadores de decisión,tomadores de decisão,responsables,decisori,decisore,besluitvormers,beslissers,decydenci,osoby decyzyjne,лица принимающие решение,принимающие решение,решили,决策者,決策者,决策人,決定者,意思決定者
          CONSULTED:consulted,konsultiert,befragt,consultés,consultées,consultados,consultadas,consultati,geraadpleegd,konsultowani,skonsultowani,консультанты,консультировали,咨询者,咨询,諮詢,相談先,相談者
          INFORMED:informed,informiert,informés,informées,informados,informadas,informati,geïnformeerd,poinformowani,информированы,уведомлены,知情者,被通知者,報告先,通知先
          TAGS:tags,tag,labels,schlagwörter,schlagworte,étiquettes,mots-clés,etiquetas,etichette,labels,tagi,etykiety,теги,метки,标签,標籤,タグ
          SUPERSEDES:supersedes,replaces,ersetzt alt,ersetzt,löst ab,remplace,sustituye,reemplaza,substitui,sostituisce,vervangt,zastępuje,заменяет,取代了,替换了,置き換え対象
          SUPERSEDED_BY:superseded by,superceded by,replaced by,ersetzt durch,abgelöst durch,remplacé par,remplacée par,sustituido por,sustituida por,reemplazado por,reemplazada por,substituído por,substituída por,sostituito da,sostituita da,vervangen door,zastąpiony przez,zastąpiona przez,zastąpione przez,заменено,заменён,заменён на,заменено на,被取代,被替代,取代者,置き換え先
          """);

  /** The field of that name; null for other names. */
  static @Nullable Field named(String name) {
    return name.length() > 80 ? null : NAMES.get(Words.plain(name));
  }

  /** As MADR 4 calls it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As a line in the head calls it. */
  String label() {
    String words = key().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether it names people or things one by one. */
  boolean isList() {
    return this != STATUS && this != DATE;
  }

  /** The parts of what a line says. */
  List<String> parts(String words) {
    return isList() ? Listed.parts(words) : words.isBlank() ? List.of() : List.of(words.strip());
  }
}
