import { type Fragment, join, sql } from '../../sql/index.ts';

const fees = ['postage', 'shipping', 'delivery', 'carriage', 'handling', 'service', 'booking', 'payment', 'transaction', 'bank', 'amazon', 'packaging'].flatMap(
  (what) => ['fee', 'fees', 'charge', 'charges', 'cost', 'costs'].map((kind) => `${what} ${kind}`),
);
/**
 * What orders name beside goods: postage, fees and discounts written as lines of their own. They are money of the order, but nobody's taste, and nothing to offer. Whole names only, in lower case: "Postage stamps" are goods.
 */
const charges: readonly string[] = `postage, dotcom postage, post & packing, postage & packing, postage and packing, p&p, packaging, packing, carriage, freight,
shipping, shipping & handling, shipping and handling, handling, standard shipping, express shipping, free shipping, shipping insurance,
delivery, standard delivery, express delivery, next day delivery, free delivery, local delivery, home delivery,
discount, tip, gratuity, surcharge, rounding, adjustment, adjust bad debt, sales tax, vat, tax, deposit,
versand, versandkosten, porto, lieferung, lieferkosten, liefergebühr, bearbeitungsgebühr, servicegebühr, rabatt, trinkgeld, pfand,
livraison, frais de port, frais de livraison, expédition, remise, pourboire, envío, gastos de envío, descuento, propina, portes,
spedizione, spese di spedizione, consegna, sconto, verzendkosten, bezorgkosten, verzending, korting, frete, desconto, frakt, fragt`
  .split(/,\s+/)
  .concat(fees);

/**
 * True of the name of such a line; of an unknown name, false. So is what a member owes by the month or the year, whatever the plan is called (`Premium monthly fee`): it comes by itself, and nobody is offered it. The pattern stands in the text,
 * so that it is compiled once.
 */
export const isCharge = (name: Fragment): Fragment => sql`coalesce(lower(trim(${name})) in (${join(charges.map((own) => sql`${own}`))})
  or regexp_matches(lower(trim(${name})), '(^| )(monthly|annual|yearly|weekly|quarterly|membership|joining|admin|enrolment|enrollment|sign-?up|cancellation|no-?show|late) (fees?|dues|charges?)$|(^| )(mitgliedsbeitrag|monatsbeitrag|jahresbeitrag|aufnahmegebühr|cotisation|cuota mensual|cuota anual|cuota de socio|contributie|quota associativa)$'), false)`;
