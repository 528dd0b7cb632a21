import type { LiveSourceSecrets, LiveSourceSettings, LiveSourceType } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';

/** Throws `source.setting` where a source of this type could not work so. Secrets may come later: a provider shows them only once its webhook is made. */
export function checkSettings(type: LiveSourceType, settings: LiveSourceSettings, secrets: LiveSourceSecrets): void {
  for (const origin of settings.origins ?? [])
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      wrong('origins', `"${origin}" is not the origin of a site`, 'Write it as https://www.example.org, without a path.');
  if (type === 'webhook' && settings.mapping === undefined)
    wrong('mapping', 'A webhook of your own needs to be told what its payload means', 'Name the kind of record and where its fields stand.');
  if (type === 'mqtt') {
    if (settings.url === undefined || !URL.canParse(settings.url) || !/^(mqtts?|wss?):$/.test(new URL(settings.url).protocol))
      wrong('url', 'A subscription needs the address of its broker', 'Write it as mqtt://host:1883 or mqtts://host:8883.');
    if (settings.topics === undefined || settings.topics.length === 0)
      wrong('topics', 'A subscription needs a topic', 'Name one or more, such as shop/+/sales.');
    if (settings.url !== undefined && new URL(settings.url).password !== '')
      wrong('url', 'The password does not belong into the address', 'Set username and the secret password.');
  }
  if (type === 'stripe' && secrets.signing !== undefined && secrets.signing !== '' && !secrets.signing.startsWith('whsec_'))
    wrong('signing', 'A signing secret of Stripe begins with whsec_', 'Copy it from the endpoint’s page in Stripe.');
}

function wrong(setting: string, detail: string, hint: string): never {
  throw new ClienteleError('source.setting', { setting, detail, hint });
}
