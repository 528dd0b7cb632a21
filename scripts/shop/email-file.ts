import { dateTimeOf, day, type LocalMinute, monthOf } from './clock.ts';
import { csv } from './csv.ts';
import type { Identity } from './identities.ts';
import type { Random } from './random.ts';
import { habits } from './types.ts';

const header = ['ID', 'Email', 'Campaign', 'Action', 'Timestamp', 'Link'] as const;
type Message = { readonly email: string; readonly campaign: string; readonly action: Action; readonly at: LocalMinute; readonly link: string };
type Action = 'delivered' | 'opened' | 'clicked' | 'bounced' | 'unsubscribed';
export type EmailFile = { readonly text: string; readonly rows: number; readonly actions: Readonly<Record<Action, number>> };

const titles = ['New roast', 'Brew better', 'From the roastery', 'This month on the bar'] as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** Newsletters of the last half year, every third Thursday at ten, to those who agreed and have not left since. */
export function emailFile(identities: readonly Identity[], random: Random, end: LocalMinute): EmailFile {
  const messages: Message[] = [];
  const stopped = new Set<string>();
  const dead = new Set(
    identities
      .filter(({ flaw, customerId, person }) => (flaw === 'e-mail typo' && customerId !== person.id) || random.chance(0.012))
      .map(({ customerId }) => customerId),
  );
  for (let issue = 9; issue >= 1; issue -= 1) {
    const at = end - (issue * 21 - 16) * day + 10 * 60;
    const campaign = `${titles[issue % titles.length] ?? titles[0]}, ${months[monthOf(at) - 1] ?? ''}`;
    for (const { person, customerId, email, flaw } of identities) {
      if (!person.acceptsEmail || email === '' || flaw === 'shared address' || person.signedUp > at || stopped.has(customerId)) continue;
      const say = (action: Action, later: number, link = ''): void => void messages.push({ email, campaign, action, at: at + later, link });
      if (dead.has(customerId)) {
        say('bounced', 1);
        stopped.add(customerId);
        continue;
      }
      say('delivered', random.whole(0, 4));
      // People who are gone still open the odd newsletter.
      const opens = random.chance(habits[person.type].opensEmail * (person.type !== 'browser' && person.gone < at ? 0.15 : 1));
      if (opens) {
        const after = 5 + Math.min(2 * day, Math.round(random.exponential(400)));
        say('opened', after);
        if (random.chance(0.22)) say('clicked', after + 1, `https://thedailygrind.example/journal/${issue}`);
      }
      if (random.chance(opens ? 0.006 : 0.002)) {
        say('unsubscribed', 2 * day + 10);
        stopped.add(customerId);
      }
    }
  }
  const sorted = messages.map((message, index) => [message, index] as const).sort(([a, i], [b, j]) => a.at - b.at || i - j);
  const actions = { delivered: 0, opened: 0, clicked: 0, bounced: 0, unsubscribed: 0 };
  for (const message of messages) actions[message.action] += 1;
  const rows = sorted.map(([message], index) => [
    `m${String(index + 1).padStart(5, '0')}`,
    message.email,
    message.campaign,
    message.action,
    dateTimeOf(message.at),
    message.link,
  ]);
  return { text: csv(header, rows), rows: rows.length, actions };
}
