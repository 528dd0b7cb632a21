/**
 * A database of places in MaxMind's format (https://maxmind.github.io/MaxMind-DB/, version 2.0), made by hand: nothing is fetched, and the places are invented.
 * A binary search tree over the bits of IPv4 addresses with records of 32 bits, sixteen zero bytes, the data, the metadata.
 */
export type Field = string | number | readonly Field[] | { readonly [name: string]: Field };

const control = (type: number, size: number): Buffer => {
  const [small, more] = size < 29 ? [size, []] : size < 285 ? [29, [size - 29]] : [30, [(size - 285) >> 8, (size - 285) & 255]];
  return Buffer.from(type > 7 ? [small, type - 7, ...more] : [(type << 5) | small, ...more]);
};

function encoded(field: Field): Buffer {
  if (typeof field === 'string') return Buffer.concat([control(2, Buffer.byteLength(field)), Buffer.from(field)]);
  if (typeof field === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(field);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(field)) return Buffer.concat([control(11, field.length), ...field.map((one: Field) => encoded(one))]);
  const entries = Object.entries(field);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([name, value]) => [encoded(name), encoded(value)])]);
}

/** The file's bytes; networks are like `192.0.2.0/24`. */
export function databaseOfPlaces(networks: Readonly<Record<string, Field>>): Buffer {
  const nodes: [number | string | undefined, number | string | undefined][] = [[undefined, undefined]];
  for (const network of Object.keys(networks)) {
    const [address = '', length = '32'] = network.split('/');
    const bits = address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')
      .slice(0, Number(length));
    let at = 0;
    bits.split('').forEach((bit, index) => {
      const node = nodes[at] ?? [undefined, undefined];
      const side = bit === '0' ? 0 : 1;
      if (index === bits.length - 1) node[side] = network;
      else if (typeof node[side] === 'number') at = node[side];
      else {
        at = nodes.push([undefined, undefined]) - 1;
        node[side] = at;
      }
    });
  }
  const places = Object.entries(networks).map(([network, field]) => ({ network, bytes: encoded(field) }));
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const { network, bytes } of places) {
    offsets.set(network, offset);
    offset += bytes.length;
  }
  const tree = Buffer.alloc(nodes.length * 8);
  nodes.forEach((node, index) =>
    node.forEach((to, side) => {
      const value = typeof to === 'number' ? to : to === undefined ? nodes.length : nodes.length + 16 + (offsets.get(to) ?? 0);
      tree.writeUInt32BE(value, index * 8 + side * 4);
    }),
  );
  const metadata = encoded({
    node_count: nodes.length,
    record_size: 32,
    ip_version: 4,
    database_type: 'Test-City',
    languages: ['en'],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_764_000_000,
    description: { en: 'Invented places' },
  });
  return Buffer.concat([tree, Buffer.alloc(16), ...places.map(({ bytes }) => bytes), Buffer.from('\u00ab\u00cd\u00efMaxMind.com', 'latin1'), metadata]);
}
