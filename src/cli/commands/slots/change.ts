import type { Command } from 'commander';
import { changeSlot, removeSlot, type SlotChange } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

type ChangeOptions = CommonOptions & { readonly note?: string; readonly author?: string; readonly to?: string };

/** `publish`, `unpublish`, `restore` and `delete`. */
export function addSlotChanges(slots: Command): void {
  const change = async (slug: string, options: ChangeOptions, what: SlotChange, said: string): Promise<void> => {
    const slot = await withApp(options, (app) => changeSlot(app, slug, what, { author: options.author }));
    if (options.json === true) printJson(slot);
    else print(said.replace('{version}', String(slot.published?.version ?? '')));
  };
  const publish = slots
    .command('publish')
    .description('Put the draft of a slot in force as a new version.')
    .argument('<slot>', 'slug of the slot')
    .option('--note <text>', 'what changed')
    .option('--author <name>', 'who publishes it');
  common(publish, 'clientele slots publish home-banner --note "Autumn"').action((slug: string, options: ChangeOptions) =>
    change(slug, options, { do: 'publish', note: options.note ?? '' }, `Version {version} of ${slug} is live.`),
  );
  const unpublish = slots.command('unpublish').description('Stop serving a slot; its versions stay.').argument('<slot>', 'slug of the slot');
  common(unpublish, 'clientele slots unpublish home-banner').action((slug: string, options: ChangeOptions) =>
    change(slug, options, { do: 'unpublish' }, `${slug} is no longer served.`),
  );
  const restore = slots
    .command('restore')
    .description('Make an earlier version the draft.')
    .argument('<slot>', 'slug of the slot')
    .argument('<version>', 'number of the version', Number);
  common(restore, 'clientele slots restore home-banner 2').action((slug: string, version: number, options: ChangeOptions) =>
    change(slug, options, { do: 'restore', version }, `Version ${version} of ${slug} is the draft; publish it to put it in force.`),
  );
  const remove = slots.command('delete').description('Delete a slot; whoever asks for it gets nothing.').argument('<slot>', 'slug of the slot');
  common(remove, 'clientele slots delete home-banner').action(async (slug: string, options: ChangeOptions) => {
    await withApp(options, (app) => removeSlot(app, slug));
    if (options.json === true) printJson({ removed: slug });
    else print(`Deleted ${slug}.`);
  });
}
