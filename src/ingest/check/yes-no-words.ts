/** `a, b c, d` as a list. */
const listed = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/**
 * Words that mean yes and no, and those that may follow them without changing what they say. Written as `plainWord` of `booleans.ts` leaves a cell:
 * lower case, without accents, one blank between words. `pending` is no: a double opt-in that was never confirmed.
 */
export const yesWords = listed(`
  true, t, yes, y, yep, yeah, 1, 1 0, on, x, ja, j, jawohl, oui, si, sim, tak, da, ano, evet, igen, kylla, wahr, vrai, vero, verdadero, verdadeiro,
  waar, prawda, да, так, ναι, はい, 是, ✓, ✔, ☑, ✅, subscribed, opted in, opt in, optin, single opt in, confirmed opt in, double opt in, granted, given,
  accepted, accepts, agreed, consented, active, allowed, checked, signed up, confirmed, zugestimmt, einverstanden, angemeldet, abonniert,
  eingewilligt, inscrit, inscrite, abonne, abonnee, accepte, suscrito, suscrita, aceptado, iscritto, iscritta, accettato, inscrito, inscrita, aceito,
  aangemeld, ingeschreven, akkoord, zapisany, zapisana, zgoda`);

export const noWords = listed(`
  false, f, no, n, nope, 0, 0 0, off, nein, non, nao, nie, nee, nej, nei, nem, hayir, falsch, faux, falso, onwaar, нет, οχι, いいえ, 否, ✗, ✘, ❌,
  unsubscribed, never subscribed, not subscribed, nonsubscribed, non subscribed, opted out, opt out, optout, denied, declined, withdrawn, refused,
  cleaned, suppressed, inactive, pending, unchecked, not opted in, abgelehnt, abgemeldet, abbestellt, widerrufen, nicht angemeldet,
  nicht einverstanden, lieber nicht, desinscrit, desinscrite, desabonne, desabonnee, refuse, non inscrit, no suscrito, no suscrita, rechazado,
  disiscritto, disiscritta, non iscritto, rifiutato, nao inscrito, recusado, afgemeld, niet aangemeld, uitgeschreven, wypisany, wypisana, brak zgody,
  keine werbung, kein newsletter, pas de newsletter, pas de publicite, do not contact, do not email, do not mail, not interested`);

const politeOrTopic = `
  please, thanks, thank you, many thanks, thx, bitte, danke, danke schon, dankeschon, vielen dank, merci, merci beaucoup, sil vous plait,
  s il vous plait, svp, por favor, gracias, muchas gracias, per favore, grazie, obrigado, obrigada, alstublieft, dank je, dank u, bedankt, prosze,
  dziekuje, tack, tak, takk, newsletter, the newsletter, newsletters, email, emails, e mail, e mails, marketing, email marketing, news, by email,
  per e mail, per email`;

/** What may stand behind a yes: thanks, gladness, agreement, what it is about. "Yes, but only by post" is for a person to read. */
export const afterYes =
  listed(`${politeOrTopic}, i agree, i accept, i consent, i do, i would, ok, okay, sure, of course, gladly, absolutely, definitely, gern, gerne, sehr gern, sehr gerne, klar,
  naturlich, unbedingt, ich stimme zu, ich mochte, volontiers, bien sur, j accepte, daccord, d accord, claro, acepto, volentieri, certo, accetto,
  aceito, graag, natuurlijk, chetnie, oczywiscie, subscribed, opted in, einverstanden`);

/** "No problem" and "no answer" begin with no, too: only what leaves no doubt may follow. */
export const afterNo =
  listed(`${politeOrTopic}, never, not now, not interested, i do not, i dont, i don t, i would not, auf keinen fall, niemals, lieber nicht, kein interesse, je refuse, jamais,
  pas interesse, nunca, no quiero, mai, liever niet, nigdy, unsubscribed, opted out`);
