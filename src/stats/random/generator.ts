/** Numbers in [0, 1), evenly spread, the same for the same seed on every machine. */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman & Vigna, ACM Transactions on Mathematical Software 47, 2021): small, quick on 32-bit integers, period 2^128 − 1.
 * The seed is spread over the state by splitmix32 (Steele, Lea & Flood, OOPSLA 2014, in its 32-bit form with the finaliser of MurmurHash3).
 * Not for secrets.
 */
export function seededRandom(seed: number): Random {
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = spread(seed);
  const next = (): number => {
    const result = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 0;
    const c = s2 ^ s0;
    const d = s3 ^ s1;
    s0 ^= d;
    s2 = c ^ (s1 << 9);
    s1 ^= c;
    s3 = rotated(d, 11);
    return result;
  };
  // 53 bits: all that a double holds between 0 and 1.
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function spread(seed: number): Int32Array {
  let word = (Math.trunc(seed) ^ Math.trunc(seed / 4294967296)) | 0;
  return Int32Array.from({ length: 4 }, () => {
    word = (word + 0x9e3779b9) | 0;
    const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
    return second ^ (second >>> 16);
  });
}
