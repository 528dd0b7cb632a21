import type { Interpreted, WebhookType } from '../../contract/index.ts';
import type { Delivery } from './delivery.ts';
import { interpretMailgun } from './mailgun.ts';
import { interpretMapped } from './mapped.ts';
import { interpretPostmark } from './postmark.ts';
import { interpretSendGrid } from './sendgrid.ts';
import { interpretSes } from './ses.ts';
import { interpretShopify } from './shopify.ts';
import { interpretStripe } from './stripe.ts';
import { interpretWooCommerce } from './woocommerce.ts';

export const interpretDelivery: Readonly<Record<WebhookType, (delivery: Delivery) => Interpreted>> = {
  shopify: interpretShopify,
  stripe: interpretStripe,
  woocommerce: interpretWooCommerce,
  sendgrid: interpretSendGrid,
  postmark: interpretPostmark,
  mailgun: interpretMailgun,
  ses: interpretSes,
  webhook: interpretMapped,
};
