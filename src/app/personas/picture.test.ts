import { expect, test } from 'vitest';
import { readPicture } from './picture.ts';

const chunk = (name: string, length: number): Buffer => {
  const bytes = Buffer.alloc(12 + length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.fill('x', 8, 8 + length);
  return bytes;
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', 13),
  chunk('eXIf', 40),
  chunk('tEXt', 9),
  chunk('IDAT', 20),
  chunk('IEND', 0),
  Buffer.from('<script>'),
]);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xe1, 0, 6]),
  Buffer.from('GPS!'),
  Buffer.from([0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9]),
]);

test('pictures are told by their bytes and kept without what they tell beside themselves', () => {
  const kept = readPicture(png.toString('base64'));
  expect(kept.type).toBe('image/png');
  const text = Buffer.from(kept.bytes).toString('latin1');
  expect(text).toContain('IDAT');
  expect(text).not.toMatch(/eXIf|tEXt|script/);
  const photo = readPicture(jpeg.toString('base64'));
  expect(photo.type).toBe('image/jpeg');
  expect(Buffer.from(photo.bytes).toString('latin1')).not.toContain('GPS!');
});

test('what is none, is broken or is too large is refused', () => {
  for (const [bytes, why] of [
    [Buffer.from('<svg onload="alert(1)">'), 'no PNG'],
    [png.subarray(0, 30), 'broken'],
    [Buffer.alloc(600 * 1024), 'larger'],
  ] as const)
    expect(() => readPicture(bytes.toString('base64'))).toThrow(why);
});
