import type { Preset } from './preset.ts';

/** The tracking API that Segment and RudderStack clients speak, one call a line as JSON. Calls without an event name get one by their type. */
export const trackingEvents: Preset = {
  id: 'tracking-events',
  title: 'Segment / RudderStack events (JSON Lines)',
  kind: 'events',
  source: 'tracking',
  signature: [
    'type',
    ['event', 'properties.url', 'traits.email', 'name'],
    'messageId',
    ['userId', 'anonymousId'],
    ['timestamp', 'originalTimestamp', 'sentAt'],
  ],
  fields: {
    event: 'event',
    occurred_at: ['timestamp', 'originalTimestamp', 'sentAt'],
    event_id: 'messageId',
    customer_id: 'userId',
    anonymous_id: 'anonymousId',
    email: ['traits.email', 'context.traits.email', 'properties.email'],
    received_at: 'receivedAt',
    value: ['properties.value', 'properties.total', 'properties.revenue', 'properties.price'],
    product_id: ['properties.product_id', 'properties.sku'],
    product: ['properties.name', 'properties.product'],
    category: 'properties.category',
    campaign: ['context.campaign.name', 'properties.campaign'],
    channel: ['context.campaign.source', 'channel'],
    device: ['context.device.type', 'context.os.name'],
    page: ['context.page.url', 'properties.url', 'properties.path'],
    session: ['context.sessionId', 'properties.session_id'],
  },
  ignore: [
    'writeKey',
    'integrations*',
    'context.library*',
    'context.ip',
    'context.userAgent*',
    'context.screen*',
    'sentAt',
    'originalTimestamp',
    'version',
    '_metadata*',
  ],
  options: {
    zone: 'UTC',
    ordersFromEvents: true,
    eventNames: {
      header: 'type',
      names: { page: 'Page Viewed', screen: 'Screen Viewed', identify: 'Identified', group: 'Group Joined', alias: 'Alias Created' },
    },
  },
};
