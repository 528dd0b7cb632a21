/** What somebody did with a message, or what became of it: the name of the event in the tracking API. */
export const messageEvents = [
  'Email Sent',
  'Email Delivered',
  'Email Opened',
  'Email Link Clicked',
  'Email Bounced',
  'Email Marked as Spam',
  'Unsubscribed',
] as const;

export type MessageEvent = (typeof messageEvents)[number];

/** Words around the action that say nothing of it, at its beginning and at its end. */
const before = ['e?mail', 'campaign', 'message', 'received', 'klaviyo', 'correo', 'mensaje', 'courriel', 'messaggio', 'bericht', 'mensagem', 'nachricht'];
const after = ['e?mails?', 'campaign', 'message', 'correo', 'mensaje', 'courriel', 'messaggio', 'bericht', 'mensagem'];

/** A pattern for what is taken off an action whose case, blanks and marks are gone. */
export const aroundAction = `^(?:${before.join('|')})+|(?:${after.join('|')})+$`;

const words = (...languages: readonly string[]): readonly string[] => languages.flatMap((text) => text.split(' '));

/**
 * What mail tools call it, in English, German, French, Spanish, Italian, Dutch and Portuguese; compared in lower case, without accents, blanks and marks and
 * the words around it.
 */
export const actionWords: Readonly<Record<MessageEvent, readonly string[]>> = {
  'Email Sent': words(
    'sent send sends processed injected',
    'gesendet versendet verschickt versandt versand',
    'envoye envoyee envoyes envoi',
    'enviado enviada enviados envio',
    'inviato inviata inviati invio spedito spedita',
    'verzonden verstuurd',
  ),
  'Email Delivered': words(
    'delivered delivery deliver',
    'zugestellt ausgeliefert zustellung',
    'delivre delivree livre livree distribue distribuee',
    'entregado entregada entrega',
    'consegnato consegnata consegna recapitato recapitata',
    'afgeleverd bezorgd geleverd',
    'entregue entregues',
  ),
  'Email Opened': words(
    'opened open opens uniqueopen firstopen read',
    'geoffnet geoeffnet offnung oeffnung gelesen',
    'ouvert ouverte ouverts ouverture lu lue',
    'abierto abierta abiertos abrio apertura leido leida',
    'aperto aperta aperti letto letta',
    'geopend opening gelezen',
    'aberto aberta abertos abertura abriu lido lida',
  ),
  'Email Link Clicked': words(
    'clicked click clicks linkclicked uniqueclick linkclick clickedlink',
    'geklickt klick klicks angeklickt linkgeklickt linkangeklickt',
    'clique cliquee cliques clic clics cliquesurunlien',
    'pulsado pinchado clico clicado clicada hizoclic clicenenlace clicenelenlace',
    'cliccato cliccata cliccati',
    'geklikt aangeklikt klik kliks doorgeklikt',
    'clicou',
  ),
  'Email Bounced': words(
    'bounced bounce bounces hardbounce softbounce hardbounced softbounced bouncehard bouncesoft',
    'dropped rejected failed undelivered',
    'unzustellbar nichtzustellbar nichtzugestellt zuruckgewiesen zurueckgewiesen abgewiesen abgelehnt fehlgeschlagen rucklaufer',
    'rejete rejetee rebond rebonddur rebondmou nondelivre nondelivree nondistribue echec echoue',
    'rebotado rebotada rebote reboteduro reboteblando rebotesuave devuelto devuelta rechazado rechazada noentregado fallido',
    'rimbalzato rimbalzata rimbalzo respinto respinta rifiutato rifiutata nonconsegnato nonconsegnata nonrecapitato fallito',
    'gebounced geweigerd nietbezorgd nietafgeleverd onbestelbaar mislukt teruggestuurd',
    'devolvido devolvida rejeitado rejeitada recusado naoentregue falhou',
  ),
  'Email Marked as Spam': words(
    'complained complaint complaints spam markedasspam spamcomplaint spamreport abuse abusereport reportedspam',
    'beschwerde spambeschwerde spamverdacht alsspammarkiert spamgemeldet alsspamgemeldet beschwert',
    'plainte plaintespam plaintepourspam signalecommespam marquecommespam signalement',
    'queja quejadespam quejaspam marcadocomospam reclamacion denuncia denunciado',
    'reclamo segnalato segnalazione segnalatocomespam contrassegnatocomespam segnalazionespam',
    'klacht spamklacht alsspamgemarkeerd gemarkeerdalsspam alsspamgemeld',
    'reclamacao queixa queixadespam denunciadocomospam',
  ),
  Unsubscribed: words(
    'unsubscribed unsubscribe unsubscribes optout optedout unsub',
    'abgemeldet abmeldung abbestellt abbestellung ausgetragen',
    'desabonne desabonnee desabonnement desinscrit desinscrite desinscription desinscrits',
    'baja dadodebaja dadadebaja sediodebaja desuscrito desuscrita cancelarsuscripcion suscripcioncancelada',
    'disiscritto disiscritta disiscrizione annullaiscrizione iscrizioneannullata',
    'afgemeld uitgeschreven afmelding uitschrijving',
    'descadastrado descadastrada descadastro descadastrou inscricaocancelada cancelouinscricao desinscrito desinscrita',
  ),
};

const nameOf = new Map(Object.entries(actionWords).flatMap(([name, all]) => all.map((word) => [word, name as MessageEvent] as const)));
const around = new RegExp(aroundAction, 'g');

/** The event that an action is, by its word; undefined where it is not known. */
export const messageEventOf = (action: string): MessageEvent | undefined =>
  nameOf.get(
    action
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^\p{L}]+/gu, '')
      .replaceAll(around, ''),
  );
