import { ga4Events } from './ga4.ts';
import { googleForms } from './google-forms.ts';
import { hubspotContacts } from './hubspot.ts';
import { klaviyoProfiles } from './klaviyo.ts';
import { mailchimpAudience } from './mailchimp.ts';
import { onlineRetail } from './online-retail.ts';
import type { Preset } from './preset.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { shopifyProducts } from './shopify-products.ts';
import { squareCatalogue } from './square-catalogue.ts';
import { squareCustomers, squareItems, squareTransactions } from './square.ts';
import { stripeCustomers, stripePayments } from './stripe.ts';
import { surveymonkeyResponses } from './surveymonkey.ts';
import { trackingEvents } from './tracking-events.ts';
import { woocommerceAnalyticsOrders } from './woocommerce-analytics-orders.ts';
import { woocommerceCustomers } from './woocommerce-customers.ts';
import { woocommerceProducts } from './woocommerce-products.ts';
import { woocommerceOrderExport, woocommerceRest, woocommerceRestLines } from './woocommerce-orders.ts';
import { zendeskTickets } from './zendesk.ts';

export { applyPreset, choicesOf, matchesPreset, plainHeader } from './apply-preset.ts';
export type { Preset } from './preset.ts';

/** Every preset, the more particular before the more general; the first that matches is taken. */
export const presets: readonly Preset[] = [
  shopifyOrders,
  shopifyCustomers,
  shopifyProducts,
  woocommerceAnalyticsOrders,
  woocommerceCustomers,
  woocommerceRest,
  woocommerceRestLines,
  woocommerceOrderExport,
  woocommerceProducts,
  squareTransactions,
  squareItems,
  squareCustomers,
  squareCatalogue,
  stripePayments,
  stripeCustomers,
  mailchimpAudience,
  klaviyoProfiles,
  hubspotContacts,
  ga4Events,
  zendeskTickets,
  surveymonkeyResponses,
  trackingEvents,
  onlineRetail,
  googleForms,
];
