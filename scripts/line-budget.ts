import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Reports the sizes of source files per room: median and largest, against the aims of 80 and 400 lines.
const files = execFileSync('git', ['ls-files', 'src/**/*.ts'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => !file.endsWith('.test.ts'));
const sizes = files.map((file) => ({ file, room: file.split('/')[1] ?? '', lines: readFileSync(file, 'utf8').split('\n').length }));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rooms = Map.groupBy(sizes, ({ room }) => room);
process.stdout.write('room        files  median  largest\n');
for (const [room, own] of rooms) {
  const largest = own.toSorted((a, b) => b.lines - a.lines)[0];
  process.stdout.write(
    `${room.padEnd(12)}${String(own.length).padStart(5)}${String(median(own.map(({ lines }) => lines))).padStart(8)}  ${largest?.lines ?? 0} ${largest?.file ?? ''}\n`,
  );
}
process.stdout.write(`all         ${String(sizes.length).padStart(5)}${String(median(sizes.map(({ lines }) => lines))).padStart(8)}\n`);
