/** Headers as they are shown and mapped: trimmed, never empty, never twice the same. */
export function headerNames(cells: readonly (string | null)[], width = cells.length): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(width, cells.length) }, (_, index) => {
    const written = (cells[index] ?? '').replace(/^\uFEFF/, '').trim();
    const name = written === '' ? `column${index + 1}` : written;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
