/** Wilson's interval for a share (JASA 22, 1927); `z` is 1.96 for 95%. 0 to 1 over nothing. */
export function wilsonInterval(successes: number, count: number, z = 1.959963984540054): { readonly low: number; readonly high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const share = successes / count;
  const centre = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
