package pilothouse.decisions.adr;

import java.util.Map;

/** What a section is about, whatever its heading says. */
public enum SectionKind {
  TITLE,
  FIELD,
  CONTEXT,
  DRIVERS,
  OPTIONS,
  OUTCOME,
  CONSEQUENCES,
  CONFIRMATION,
  PROS_AND_CONS,
  MORE_INFORMATION,
  LINKS,
  OTHER;

  private static final Map<String, SectionKind> BEGINNINGS =
      Words.of(
          SectionKind.class,
          """
          CONTEXT:context,problem,problem statement,background,issue,motivation,why,kontext,problemstellung,ausgangslage,hintergrund,contexte,problème,contexto,problema,contesto,kontekst,контекст,проблема,предпосылки,背景,上下文,问题,問題,コンテキスト,コンテクスト,文脈,課題
          DRIVERS:decision drivers,drivers,forces,decision criteria,criteria,requirements,goals,entscheidungstreiber,einflussfaktoren,entscheidungskriterien,treiber,kriterien,facteurs de décision,facteurs,critères,factores de decisión,impulsores,criterios,direcionadores,fatores,critérios,fattori,driver,criteri,beslissingsfactoren,drijfveren,czynniki,kryteria,факторы,критерии,движущие,决策驱动,驱动因素,決策因素,決定要因,判断基準
          OPTIONS:considered options,options considered,options,alternatives considered,considered alternatives,alternatives,betrachtete optionen,betrachtete alternativen,erwogene,optionen,alternativen,options envisagées,options considérées,opciones consideradas,opciones,alternativas,opções consideradas,opções,opzioni considerate,opzioni,alternative,overwogen opties,opties,alternatieven,rozważane opcje,rozważone opcje,opcje,alternatywy,рассмотренные варианты,рассматриваемые варианты,варианты,альтернативы,考虑的方案,备选方案,候选方案,方案,選択肢,検討した選択肢,検討した案,代替案
          OUTCOME:decision outcome,decision,outcome,solution,entscheidungsergebnis,entscheidung,ergebnis,beschluss,décision,résultat de la décision,decisión,resultado de la decisión,resultado da decisão,decisão,decisione,esito,besluit,beslissing,uitkomst,decyzja,wynik decyzji,решение,результат решения,决策结果,决策,决定,決策,決定,決定事項
          CONSEQUENCES:consequences,positive consequences,negative consequences,implications,impact,konsequenzen,positive konsequenzen,negative konsequenzen,folgen,auswirkungen,conséquences,consecuencias,consequências,conseguenze,gevolgen,consequenties,konsekwencje,skutki,последствия,следствия,后果,影响,結果,影響
          CONFIRMATION:confirmation,validation,compliance,verification,bestätigung,validierung,überprüfung,confirmación,validación,confirmação,validação,conferma,validazione,bevestiging,validatie,potwierdzenie,walidacja,подтверждение,проверка,确认,验证,確認,検証
          PROS_AND_CONS:pros and cons,pros & cons,pros / cons,vor und nachteile,vor- und nachteile,avantages et inconvénients,pros y contras,ventajas y desventajas,prós e contras,vantagens e desvantagens,pro e contro,vantaggi e svantaggi,voor en nadelen,wady i zalety,zalety i wady,за и против,плюсы и минусы,преимущества и недостатки,优缺点,方案优缺点,長所と短所,メリットとデメリット,メリット・デメリット
          MORE_INFORMATION:more information,additional information,further information,notes,references,see also,weitere informationen,weiterführende,hinweise,referenzen,plus d'informations,informations complémentaires,références,más información,información adicional,referencias,mais informações,informações adicionais,referências,ulteriori informazioni,riferimenti,meer informatie,więcej informacji,dodatkowe informacje,дополнительная информация,ссылки,更多信息,参考,追加情報,補足,備考
          LINKS:links,link,related,related decisions,related adrs,verweise,verknüpfungen,liens,enlaces,collegamenti,koppelingen,linki,powiązania,связанные решения,связи,链接,相关决策,リンク,関連
          """);

  /** What a heading announces. */
  static SectionKind of(String heading) {
    if (Field.named(fieldName(heading)) != null) {
      return FIELD;
    }
    String text = Words.plain(heading);
    SectionKind found = OTHER;
    int longest = 0;
    for (var one : BEGINNINGS.entrySet()) {
      String begin = one.getKey();
      if (begin.length() > longest && text.startsWith(begin) && Words.ends(text, begin.length())) {
        longest = begin.length();
        found = one.getValue();
      }
    }
    return found;
  }

  private static String fieldName(String heading) {
    int colon = heading.indexOf(':');
    return colon > 0 ? heading.substring(0, colon) : heading;
  }
}
