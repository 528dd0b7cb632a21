import type { Command } from 'commander';
import { showSlot } from '../../../app/index.ts';
import type { Slot } from '../../../contract/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { localTime } from '../../render/numbers.ts';
import { safeText } from '../../render/table.ts';

export function addSlotShow(slots: Command): void {
  const command = slots
    .command('show')
    .description('One slot: its rules in words, its default, its schedule and versions.')
    .argument('<slot>', 'slug of the slot');
  common(command, 'clientele slots show home-banner').action(async (slug: string, options: CommonOptions) => {
    await answer(
      options,
      (app) => showSlot(app, slug),
      (slot, { zone }) => render(slot, zone),
    );
  });
}

function render(slot: Slot, zone: string): string {
  const definition = slot.draft?.definition ?? slot.published?.definition;
  const state = slot.published === null ? 'never published' : `version ${slot.published.version} is live${slot.draft === null ? '' : '; below is the draft'}`;
  const lines = [`${safeText(slot.name)} (${slot.slug}): ${state}.`, ''];
  slot.sentences.forEach((sentence, index) => lines.push(`${index + 1}. ${safeText(sentence)}`, `   ${safeText(definition?.rules[index]?.when ?? '')}`));
  if (definition !== undefined) lines.push(`Otherwise “${definition.default.variant}”.`);
  if (definition?.schedule) lines.push(`Schedule: ${JSON.stringify(definition.schedule)}`);
  for (const { rule, severity, message, hint } of slot.warnings) lines.push(`${severity} in rule ${rule}: ${message} ${hint}`);
  if (slot.versions.length > 0)
    lines.push('', ...slot.versions.map(({ version, at, author, note }) => safeText(`v${version}  ${localTime(at, zone)}  ${author}  ${note}`.trimEnd())));
  return lines.join('\n');
}
