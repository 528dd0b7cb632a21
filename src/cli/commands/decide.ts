import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { styleText } from 'node:util';
import { decideNow } from '../../app/index.ts';
import type { Decision, VisitContext } from '../../contract/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { safeText } from '../render/table.ts';

type DecideOptions = CommonOptions & { readonly slot?: string; readonly context?: VisitContext; readonly consent?: boolean; readonly gpc?: boolean };

export function addDecide(program: Command): void {
  const command = program
    .command('decide')
    .description('Say which segments somebody is in, what each live slot shows them, and why.')
    .argument('[customer]', 'customer id, e-mail, phone or profile number (#12); a visitor whom nobody knows where left out')
    .option('--slot <slugs>', 'only these slots, separated by commas')
    .option('--context <json>', 'the visit, such as {"device":"mobile","cart":{"value":42}}', jsonOf)
    .option('--consent', 'as if the visitor agreed to content made for them (--no-consent: refused)')
    .option('--no-consent', 'as if the visitor refused')
    .option('--gpc', 'as if the browser sent Global Privacy Control');
  common(command, 'clientele decide ana@example.com --context \'{"device":"mobile"}\'').action(async (customer: string | undefined, options: DecideOptions) => {
    await answer(
      options,
      (app) =>
        decideNow(
          app,
          {
            ...(customer === undefined ? {} : { customer }),
            ...(options.slot === undefined ? {} : { slots: options.slot.split(',').map((slug) => slug.trim()) }),
            ...(options.context === undefined ? {} : { context: options.context }),
            ...(options.consent === undefined ? {} : { consent: { personalisation: options.consent } }),
            ...(options.gpc === true ? { gpc: true } : {}),
          },
          options.asOf,
        ),
      render,
    );
  });
}

const consents = {
  given: 'Consent to personalisation stands.',
  missing: 'Nobody has said that content may be made for this visitor, so defaults are served.',
  refused: 'The visitor refused, so defaults are served.',
  'privacy-signal': 'The browser asks for privacy, so defaults are served.',
} as const;

function render(decision: Decision): string {
  const who = decision.profile === null ? 'A visitor whom nobody knows.' : `Customer #${decision.profile}, known by ${safeText(decision.recognised_by ?? '')}.`;
  const lines = [who, consents[decision.consent], decision.segments.length === 0 ? 'In no segment.' : `In ${decision.segments.map(safeText).join(', ')}.`];
  for (const slot of decision.slots) {
    lines.push('', `${styleText('bold', slot.slot)}: ${slot.variant} (${slot.reason}${slot.rule === null ? '' : `, rule ${slot.rule}`})`);
    for (const rule of slot.rules)
      for (const { text, holds, known } of rule.conditions)
        lines.push(`  ${holds ? styleText('green', '✓') : styleText('red', '✗')} ${safeText(text)}${known ? '' : ' (not computed yet)'}`);
  }
  return lines.join('\n');
}

function jsonOf(text: string): VisitContext {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as VisitContext;
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('It is no JSON object.');
}
