import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from '../../warehouse/index.ts';
import { connectedComponents } from './components.ts';

test('components of chains, cycles and lone nodes are labelled by their lowest node', async () => {
  const warehouse = await openDuckdb(':memory:');
  // A path of 200 nodes numbered so that neighbours are far apart (7 is coprime to 200), a cycle 300–309, a lone node.
  const path = Array.from({ length: 200 }, (_, place) => (place * 7) % 200);
  const cycle = Array.from({ length: 10 }, (_, place) => 300 + place);
  const edges = [...path.slice(1).map((node, place) => [path[place] ?? 0, node]), ...cycle.map((node, place) => [node, cycle[(place + 3) % 10] ?? 0])];
  await warehouse.load(
    'nodes',
    [{ name: 'identifier', type: 'INTEGER' }],
    [...path, ...cycle, 400].map((node) => [node]),
  );
  await warehouse.load(
    'edges',
    [
      { name: 'a', type: 'INTEGER' },
      { name: 'b', type: 'INTEGER' },
    ],
    edges,
  );
  await connectedComponents(warehouse, { nodes: 'nodes', edges: 'edges', into: 'labelled' });
  expect(await warehouse.rows(sql`select label, count(*) as n from labelled group by label order by label`)).toEqual([
    { label: 0, n: 200 },
    { label: 300, n: 10 },
    { label: 400, n: 1 },
  ]);
  await warehouse.close();
});
