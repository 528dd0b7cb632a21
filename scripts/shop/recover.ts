import { parseArgs } from 'node:util';
import { day, minuteOf } from './clock.ts';
import { makePerson } from './people.ts';
import { purchasesOf } from './purchases.ts';
import { seededRandom } from './random.ts';
import { recoveredOf } from './recovered/recovered.ts';

/**
 * How many planted types one finds who is told what sorts of customers there are and no number (docs/example-shop.md), for the example shop and others of its make; about two minutes each:
 *
 *   node scripts/shop/recover.ts 1 2 3
 */
const end = minuteOf('2026-06-30') + day;
const period = { start: end - 1096 * day, end };
for (const text of parseArgs({ allowPositionals: true }).positionals) {
  const seed = Number(text);
  const people = Array.from({ length: 1200 }, (_, index) => makePerson(index + 1, seededRandom(seed, `person ${index + 1}`), period));
  const purchases = people.flatMap((person) => purchasesOf(person, seededRandom(seed, `purchases ${person.number}`), end));
  const { told, fromTold, blind } = recoveredOf(people, purchases, period);
  const said = [told, fromTold, ...blind].map(({ share, rand, logLikelihood }) => `${share.toFixed(3)} ${rand.toFixed(2)} ${logLikelihood.toFixed(1)}`);
  process.stdout.write(`seed ${seed}: true numbers ${said[0]}; from there ${said[1]}; blind, likeliest first ${said.slice(2).join(', ')}\n`);
}
