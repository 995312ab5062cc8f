package pilothouse.decisions.adr;

import java.util.Map;
import java.util.regex.Pattern;

/** How a decision stands, whatever its file calls it. */
public enum Status {
  PROPOSED,
  ACCEPTED,
  REJECTED,
  DEPRECATED,
  SUPERSEDED,
  /** Another one holds in the place of a part of it. */
  PARTLY,
  UNKNOWN;

  private static final int LONGEST = 200;

  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:part(?:ly|ially)|in part|teil(?:s|weise)|partiel\\w*|en partie|parcial\\w*|in parte"
              + "|parzial\\w*|gedeeltelijk|deels|czesciowo)\\b|частично|部分|一部");

  private static final Map<String, Status> BEGINNINGS =
      Words.of(
          Status.class,
          """
          PROPOSED:propos,propuest,draft,pending,in review,review,under review,under discussion,rfc,open,wip,work in progress,in progress,incomplete,to be decided,tbd,on hold,deferred,postponed,not yet
          PROPOSED:vorgeschlagen,vorschlag,entwurf,offen,in diskussion,in prufung,in arbeit,noch nicht,brouillon,en discussion,en cours,en attente,borrador,pendiente,en revision
          PROPOSED:rascunho,pendente,em discussao,em analise,bozza,in attesa,in discussione,voorgesteld,voorstel,concept,in behandeling,zaproponowan,proponowan,propozycja,szkic,w trakcie
          PROPOSED:предлож,черновик,на рассмотрении,обсужд,в работе,提议,提議,提案,草案,草稿,待定,待审,建议,讨论中,ドラフト,検討中,レビュー中,下書き,草稿
          ACCEPTED:accept,approv,adopt,agreed,decided,implemented,completed,done,active,in force,ratified,in use,final,confirmed,closed
          ACCEPTED:akzeptiert,angenommen,beschlossen,entschieden,genehmigt,freigegeben,umgesetzt,gultig,aktiv,verabschiedet,approuv,valide,adopte,decide,acte,en vigueur
          ACCEPTED:aceptad,aprobad,adoptad,aceit,aprovad,vigente,implementad,decidid,accettat,approvat,adottat,decis,geaccepteerd,aanvaard,goedgekeurd,aangenomen,besloten
          ACCEPTED:zaakceptowan,akceptowan,przyjet,przyjęt,zatwierdzon,принят,принято,утвержд,одобрен,действует,внедрен,已接受,接受,通过,通過,采纳,採納,已批准,批准,已采用,采用,已决定,生效,承認,採用,受理,決定,受け入れ,承諾,完了,合意
          REJECTED:reject,declin,refused,withdrawn,abandoned,cancel,won't do,abgelehnt,verworfen,zuruckgewiesen,zuruckgezogen,rejete,refuse,abandonne,retire
          REJECTED:rechazad,rejeitad,recusad,descartad,rifiutat,respint,ritirat,scartat,afgewezen,verworpen,ingetrokken,odrzucon,отклон,отверг,отказ,отозван,拒绝,拒絕,否决,否決,驳回,已取消,却下,不採用,拒否,棄却,取り下げ
          DEPRECATED:deprecat,obsolet,retired,outdated,no longer,veraltet,uberholt,obsolete,deprecie,perime,caduque,desaprobad,en desuso,caducad
          DEPRECATED:depreciad,descontinuad,em desuso,verouderd,vervallen,przestarzal,przestarzał,wycofan,nieaktualn,устар,неактуал,弃用,棄用,废弃,廢棄,过时,過時,作废,非推奨,廃止
          SUPERSEDED:superseded,supersedé,superseeded,superceded,replaced,ersetzt,abgelost,remplac,supplant,supersedid,sustituid,reemplazad,substituid,sostituit,superat,vervangen,zastapion,zastąpion,замен,取代,替代,替换,置き換え,置換,差し替え,後継
          UNKNOWN:not accepted,not approved,nicht angenommen,nicht akzeptiert,non accepte
          """);

  /** What the words say; {@link #UNKNOWN} where they say nothing, or offer a choice. */
  public static Status of(String words) {
    String text = Words.plain(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    int first = Integer.MAX_VALUE;
    int longest = 0;
    Status found = UNKNOWN;
    boolean choice = words.indexOf('|') >= 0 || words.indexOf('{') >= 0;
    int kinds = 0;
    boolean superseded = false;
    for (var one : BEGINNINGS.entrySet()) {
      int at = at(text, one.getKey());
      if (at < 0) {
        continue;
      }
      kinds++;
      superseded |= one.getValue() == SUPERSEDED;
      if (at < first || (at == first && one.getKey().length() > longest)) {
        first = at;
        longest = one.getKey().length();
        found = one.getValue();
      }
    }
    return choice && kinds > 2 ? UNKNOWN : superseded && isPart(text) ? PARTLY : found;
  }

  private static boolean isPart(String text) {
    return PART.matcher(text).find();
  }

  private static int at(String text, String beginning) {
    int at = text.indexOf(beginning);
    while (at > 0
        && !Words.isDense(beginning.charAt(0))
        && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at = text.indexOf(beginning, at + 1);
    }
    return at;
  }
}
