import { type Points, squaredDistance } from './points.ts';

export type Hdbscan = {
  /** −1 for rows that belong nowhere. */
  readonly assignments: Int32Array;
  readonly groups: number;
};

type Join = { readonly left: number; readonly right: number; readonly distance: number; readonly size: number };

/**
 * HDBSCAN (Campello, Moulavi & Sander, PAKDD 2013): groups are where rows lie densely, of any shape; the rest is left alone. Groups are chosen by
 * excess of mass. Time grows with the square of the rows: give it a sample.
 */
export function hdbscan(points: Points, fewest: number, neighbours = fewest): Hdbscan {
  const joins = singleLinkage(spanningTree(points, coreDistances(points, neighbours)), points.rows);
  return chooseGroups(condense(joins, points.rows, Math.max(2, fewest)), points.rows);
}

/** Distance of each row from its `neighbours`-th nearest, itself counted. */
function coreDistances({ rows, width, values }: Points, neighbours: number): Float64Array {
  const own = new Float64Array(rows);
  return own.map((_, row) => {
    const distances = Float64Array.from({ length: rows }, (__, other) => squaredDistance(values, row, values, other, width)).sort();
    return Math.sqrt(distances[Math.min(rows, neighbours) - 1] ?? 0);
  });
}

/** Prim's minimum spanning tree of mutual reachability: two rows are as far apart as their distance or the wider of their core distances. */
function spanningTree({ rows, width, values }: Points, core: Float64Array): readonly { readonly a: number; readonly b: number; readonly distance: number }[] {
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(rows);
  const inside = new Uint8Array(rows);
  const edges: { readonly a: number; readonly b: number; readonly distance: number }[] = [];
  let last = 0;
  inside[0] = 1;
  while (edges.length < rows - 1) {
    let next = -1;
    for (let row = 0; row < rows; row += 1) {
      if (inside[row] === 1) continue;
      const reach = Math.max(Math.sqrt(squaredDistance(values, last, values, row, width)), core[last] ?? 0, core[row] ?? 0);
      if (reach < (nearest[row] ?? 0)) {
        nearest[row] = reach;
        from[row] = last;
      }
      if (next < 0 || (nearest[row] ?? 0) < (nearest[next] ?? 0)) next = row;
    }
    edges.push({ a: from[next] ?? 0, b: next, distance: nearest[next] ?? 0 });
    inside[next] = 1;
    last = next;
  }
  return edges.sort((a, b) => a.distance - b.distance);
}

function singleLinkage(edges: readonly { readonly a: number; readonly b: number; readonly distance: number }[], rows: number): readonly Join[] {
  const parent = Int32Array.from({ length: 2 * rows }, (_, own) => own);
  const sizes = new Int32Array(2 * rows).fill(1);
  const top = (own: number): number => {
    let at = own;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  return edges.map(({ a, b, distance }, place) => {
    const [left, right] = [top(a), top(b)];
    const size = (sizes[left] ?? 1) + (sizes[right] ?? 1);
    parent[left] = rows + place;
    parent[right] = rows + place;
    sizes[rows + place] = size;
    return { left, right, distance, size };
  });
}

/** A group of the condensed tree: born at a density (1 / distance), losing rows as it grows denser, until it parts in two. */
type Group = { readonly parent: number; readonly birth: number; stability: number; readonly children: number[]; readonly rows: number[] };

function condense(joins: readonly Join[], rows: number, fewest: number): readonly Group[] {
  const groups: Group[] = [{ parent: -1, birth: 0, stability: 0, children: [], rows: [] }];
  const sizeOf = (node: number): number => (node < rows ? 1 : (joins[node - rows]?.size ?? 1));
  const open: { readonly node: number; readonly group: number }[] = [{ node: rows + joins.length - 1, group: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const join = joins[next.node - rows];
    const group = groups[next.group];
    if (join === undefined || group === undefined) continue;
    const density = join.distance > 0 ? 1 / join.distance : 1e12;
    const both = sizeOf(join.left) >= fewest && sizeOf(join.right) >= fewest;
    for (const node of [join.left, join.right]) {
      if (both) {
        group.stability += (density - group.birth) * sizeOf(node);
        groups.push({ parent: next.group, birth: density, stability: 0, children: [], rows: [] });
        group.children.push(groups.length - 1);
        open.push({ node, group: groups.length - 1 });
      } else if (sizeOf(node) >= fewest) open.push({ node, group: next.group });
      else {
        const fallen = rowsUnder(node, joins, rows);
        group.rows.push(...fallen);
        group.stability += (density - group.birth) * fallen.length;
      }
    }
  }
  return groups;
}

function rowsUnder(node: number, joins: readonly Join[], rows: number): readonly number[] {
  const found: number[] = [];
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const join = joins[next - rows];
    if (next < rows || join === undefined) found.push(next);
    else open.push(join.left, join.right);
  }
  return found;
}

/** From the leaves up: a group stands where it is more stable than all it parts into; the whole is never a group. */
function chooseGroups(groups: readonly Group[], rows: number): Hdbscan {
  const best = groups.map(({ stability }) => stability);
  const chosen = groups.map(({ children }) => children.length === 0);
  for (let own = groups.length - 1; own > 0; own -= 1) {
    const { children = [], stability = 0 } = groups[own] ?? {};
    const below = children.reduce((sum, child) => sum + (best[child] ?? 0), 0);
    if (children.length === 0 || stability >= below) chosen[own] = true;
    else best[own] = below;
  }
  chosen[0] = false;
  const assignments = new Int32Array(rows).fill(-1);
  let count = 0;
  const visit = (own: number, label: number): void => {
    const group = groups[own];
    const mine = label < 0 && chosen[own] === true ? count++ : label;
    for (const row of group?.rows ?? []) assignments[row] = mine;
    for (const child of group?.children ?? []) visit(child, mine);
  };
  visit(0, -1);
  return { assignments, groups: count };
}
