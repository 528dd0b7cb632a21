import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ClienteleError } from '../../core/index.ts';

// Networks that nobody on the internet has: RFC 6890 and its registries. A message to one would be sent into our own house.
const ours = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  ours.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  ours.addSubnet(net, bits, 'ipv6');

/** Whether an address belongs to this machine or its network. IPv4 written inside IPv6 is looked at as what it is. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  // BlockList reads `::ffff:10.0.0.1` as the IPv4 address that it is.
  return ours.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

export type Found = { readonly address: string; readonly family: 4 | 6 };

/** Where a host is. Refused as soon as one of its addresses is private: the next question could be answered with that one. @throws webhook.address */
export async function addressesOf(url: URL, allowed: boolean): Promise<readonly Found[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = isIP(host);
  const found: readonly Found[] =
    literal === 0
      ? (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
      : [{ address: host, family: literal === 6 ? 6 : 4 }];
  if (found.length === 0) throw refused(url.href, 'nothing is known of this host');
  if (!allowed && found.some(({ address }) => isPrivate(address))) throw refused(url.href, 'it is an address of a private network');
  return found;
}

/** What can be told of an address when it is written: its form, and whether it is private. A name that does not answer now may do so later. @throws webhook.address */
export async function refuseAddress(text: string, allowed: boolean): Promise<void> {
  if (!URL.canParse(text)) throw refused(text, 'it is no address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowed && url.protocol === 'http:')) throw refused(text, 'it is not https');
  if (url.username !== '' || url.password !== '') throw refused(text, 'it holds a password');
  try {
    await addressesOf(url, allowed);
  } catch (error) {
    if (error instanceof ClienteleError) throw error;
  }
}

const refused = (url: string, detail: string): ClienteleError => new ClienteleError('webhook.address', { url, detail });
