/** Heights of names that would touch, moved apart by as little as keeps their order: each is at least `room` below the one before. Lower numbers stand higher. */
export function apart(heights: readonly number[], room: number): readonly number[] {
  const order = heights.map((_, at) => at).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = heights.map(() => 0);
  // Names that touch form a block that keeps its middle; a block that grows into the next one swallows it.
  const blocks: { members: number[]; middle: number }[] = [];
  for (const at of order) {
    let block = { members: [at], middle: heights[at] ?? 0 };
    for (let last = blocks.at(-1); last !== undefined && reach(last, room) > block.middle - ((block.members.length - 1) * room) / 2; last = blocks.at(-1)) {
      blocks.pop();
      const members = [...last.members, ...block.members];
      block = { members, middle: members.reduce((sum, own) => sum + (heights[own] ?? 0), 0) / members.length };
    }
    blocks.push(block);
  }
  for (const { members, middle } of blocks) members.forEach((at, place) => (placed[at] = middle + (place - (members.length - 1) / 2) * room));
  return placed;
}

/** Where the next name may stand. */
const reach = ({ members, middle }: { readonly members: readonly number[]; readonly middle: number }, room: number): number =>
  middle + ((members.length - 1) / 2 + 1) * room;

/** Height of a line of a name. */
const nameHeight = 14;

/**
 * By how many pixels the names at the ends of lines move so that no two touch: the drawing's own way of moving labels leaves those of different lines on top of each other. The values are those at the
 * ends, between the least and the most of the axis, which is so many pixels high.
 */
export function nameShifts(ends: readonly number[], least: number, most: number, pixels: number): readonly number[] {
  const heights = ends.map((value) => ((most - value) / Math.max(most - least, Number.EPSILON)) * pixels);
  const placed = apart(heights, nameHeight);
  return heights.map((own, at) => Math.round((placed[at] ?? own) - own));
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a name may stand: within the drawing, as near above or below the wished place as touches none of those that stand already; where nothing is free, at the wished place. */
export function freeSpot(wished: Box, standing: readonly Box[], within: Box): Box {
  const inside = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  const own = {
    ...wished,
    x: inside(wished.x, within.x, within.x + within.width - wished.width),
    y: inside(wished.y, within.y, within.y + within.height - wished.height),
  };
  const beside = standing.filter(({ x, width }) => x < own.x + own.width && own.x < x + width);
  const heights = [own.y, ...beside.flatMap(({ y, height }) => [y - own.height, y + height])]
    .filter((y) => y >= within.y && y + own.height <= within.y + within.height)
    .toSorted((a, b) => Math.abs(a - own.y) - Math.abs(b - own.y));
  const free = heights.find((y) => beside.every((other) => y + own.height <= other.y || other.y + other.height <= y));
  return { ...own, y: free ?? own.y };
}
