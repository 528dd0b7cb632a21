/**
 * Words that headers are put together from in German, French, Spanish, Italian, Dutch and Portuguese (as `fieldName` writes them, accents
 * gone), by their English one. What is a whole header of its own stands in `translations`.
 */
const words: Readonly<Record<string, string>> = {
  customer: 'customer kunde kunden kd client clients cliente clientes clienti klant klanten acheteur comprador acquirente koper',
  member: 'member mitglied mitglieds mitglieder adherent adherents membre membres socio socia socios soci tessera lid leden abonne abonnes membro membros',
  guest: 'guest gast gaste hote huesped ospite ospiti gasten',
  patient: 'patient patienten patiente paciente pacientes paziente pazienti',
  number: 'number nr nummer numero n no nro num',
  id: 'id kennung identifiant identificativo identificador',
  code: 'code codigo codice',
  date: 'date datum dat fecha data',
  order: 'order bestellung bestellungs bestell auftrag auftrags commande commandes pedido pedidos ordine ordini bestelling bestel encomenda',
  invoice: 'invoice rechnung rechnungs facture factures factura facturas fattura fatture factuur fatura',
  receipt: 'receipt beleg bon quittung quittungs ticket recu scontrino recibo ricevuta kassabon',
  booking: 'booking buchung buchungs reservierung reservierungs reserva prenotazione boeking reservering',
  reservation: 'reservation',
  appointment: 'appointment termin rdv cita appuntamento afspraak',
  sale: 'sale verkauf verkaufs vente ventes venta ventas vendita vendite verkoop venda',
  purchase: 'purchase kauf einkauf einkaufs achat achats compra acquisto aankoop',
  payment: 'payment zahlung zahlungs zahl paiement reglement pago pagamento betaal betaling betalings',
  visit: 'visit besuch besuchs visite visita bezoek',
  total: 'total gesamt totale totaal summe somme suma somma endbetrag',
  amount: 'amount betrag montant importe importo bedrag montante',
  value: 'value wert valeur valor valore waarde',
  price: 'price preis prix precio prezzo prijs preco',
  gross: 'gross brutto ttc bruto lordo',
  net: 'net netto ht neto',
  status: 'status statut estado stato situacao etat zustand',
  method: 'method art weise methode mode moyen forma metodo medio modalita wijze',
  discount: 'discount rabatt remise descuento sconto korting kortings desconto',
  coupon: 'coupon gutschein cupon cupom buono bono promo',
  join: 'join eintritt eintritts beitritt beitritts anmelde anmeldung anmeldungs inscription alta iscrizione inscripcion inschrijf inschrijving inscricao adhesion',
  registration: 'registration registrierung registrierungs registro registrazione registratie enregistrement',
  since: 'since seit depuis desde sinds dal',
  birth: 'birth geburt geburts geb naissance nacimiento nascita geboorte nascimento',
  mobile: 'mobile handy mobil portable movil cellulare mobiel telemovel',
  phone: 'phone telefon telephone telefono telefoon tel telefone',
  email: 'email mail courriel correo',
  marketing: 'marketing werbe werbung publicite publicidad pubblicita reclame publicidade',
  consent: 'consent einwilligung consentement consentimiento consenso toestemming consentimento zustimmung',
  service: 'service leistung dienstleistung prestation servicio servizio servico dienst',
  treatment: 'treatment behandlung soin tratamiento trattamento behandeling tratamento',
  booked: 'booked gebucht reservado prenotato geboekt',
  ordered: 'ordered bestellt besteld ordinato',
  purchased: 'purchased gekauft gekocht comprado acquistato achete',
  paid: 'paid bezahlt paye pagado pagato betaald',
  created: 'created erstellt angelegt cree creado creato aangemaakt criado',
  on: 'on am op',
  unit: 'unit einzel stuck unitaire unitario stuks',
  name: 'name nom nombre nome naam',
};

const english: ReadonlyMap<string, string> = new Map(Object.entries(words).flatMap(([word, all]) => all.split(' ').map((own) => [own, word])));

const between: ReadonlySet<string> = new Set('de du d des da do la le l les del di della of the van von der den dem het en el'.split(' '));

/** These mean something only beside another word: `Art` alone is a kind of anything, `Zahlungsart` a way of paying. */
const onlyJoined: ReadonlySet<string> = new Set('art weise mode moyen forma medio zahl'.split(' '));

/** `kundennr` → customer, number: the first word may be joined by an s, n or en. */
function ofCompound(word: string): readonly string[] | undefined {
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const head = word.slice(0, at);
    const first = english.get(head) ?? english.get(head.replace(/(?:s|n|en)$/, ''));
    const second = english.get(word.slice(at));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}

/** What a header of another language may be called in English, in both orders, as `date_de_commande` is an `order_date`; nothing where no word of it is known. */
export function inEnglish(header: string): readonly string[] {
  if (onlyJoined.has(header)) return [];
  const own = header.split('_').filter((word) => !between.has(word));
  const translated = own.flatMap((word) => english.get(word) ?? ofCompound(word) ?? [word]);
  const names = [translated.join('_'), translated.toReversed().join('_')];
  return [...new Set(names)].filter((name) => name !== header);
}
