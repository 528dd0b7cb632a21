/** What a live source is: who speaks, and in which tongue. Its default slug is the one that files of the same system are imported under. */
export const liveSourceTypes = ['website', 'server', 'shopify', 'stripe', 'woocommerce', 'sendgrid', 'postmark', 'mailgun', 'ses', 'webhook', 'mqtt'] as const;
export type LiveSourceType = (typeof liveSourceTypes)[number];

/** Those that send to an address of ours by themselves. */
export const webhookTypes = ['shopify', 'stripe', 'woocommerce', 'sendgrid', 'postmark', 'mailgun', 'ses', 'webhook'] as const;
export type WebhookType = (typeof webhookTypes)[number];
export const isWebhook = (type: string): type is WebhookType => (webhookTypes as readonly string[]).includes(type);
