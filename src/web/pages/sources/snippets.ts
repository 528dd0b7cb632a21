import type { LiveSourceType } from '../../../contract/index.ts';

/** Text to copy, for whoever sets a source up; `key` is its write key, `host` where this application is. */
export type Snippet = { readonly name: string; readonly text: string };

const page = (host: string, key: string): string => `<script>
  window.clientele = window.clientele || [];
</script>
<script async src="${host}/clientele.js" data-key="${key}"></script>`;

const shop = `clientele.push(['consent', true]); // once the visitor has agreed
clientele.push(['productViewed', { product_id: 'ESP-250', name: 'Espresso roast', price: 9.5 }]);
clientele.push(['productAdded', { product_id: 'ESP-250', price: 9.5, quantity: 2 }]);
clientele.push(['identify', 'c-1042', { email: 'ana@example.org' }]);
clientele.push(['orderCompleted', { order_id: '1042', total: 19, products: [{ product_id: 'ESP-250', price: 9.5, quantity: 2 }] }]);`;

const node = (host: string, key: string): string => `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: '${key}', host: '${host}' });
analytics.track({ userId: 'c-1042', event: 'Order Completed', properties: { order_id: '1042', total: 19 } });`;

const curl = (host: string, key: string): string => `curl -u '${key}:' -H 'content-type: application/json' ${host}/v1/track \\
  -d '{"userId": "c-1042", "event": "Order Completed", "properties": {"order_id": "1042", "total": 19}}'`;

export function snippetsOf(type: LiveSourceType, host: string, key: string): readonly Snippet[] {
  switch (type) {
    case 'website':
      return [
        { name: 'website', text: page(host, key) },
        { name: 'websiteShop', text: shop },
        { name: 'libraries', text: `AnalyticsBrowser.load({ writeKey: '${key}', cdnURL: '${host}' });` },
      ];
    case 'server':
      return [
        { name: 'server', text: node(host, key) },
        { name: 'libraries', text: curl(host, key) },
      ];
    case 'mqtt':
      return [];
    default:
      return [{ name: 'hook', text: `${host}/v1/hooks/${key}` }];
  }
}
