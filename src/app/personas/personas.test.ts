import { expect, test } from 'vitest';
import { openControl } from '../../control/index.ts';
import { personaPicture } from './personas.ts';

const [at, picture] = ['2026-12-01T09:00:00Z', new Uint8Array([1])];

test('a persona is found by its name in whichever case; where there is none the error lists which there are', async () => {
  const control = await openControl(':memory:');
  const add = async (id: string, name: string): Promise<void> => {
    const told = {
      edits: '{}',
      card: '{}',
      previous: null,
      picture: Buffer.from(picture),
      picture_type: 'image/png',
      created_by: 'owner',
      created_at: at,
      updated_at: at,
    };
    await control
      .insertInto('personas')
      .values({ id, segment: 'pro', name, ...told })
      .execute();
  };
  await expect(personaPicture({ control }, 'Pia')).rejects.toMatchObject({ code: 'persona.unknown', parameters: { personas: 'none yet' } });
  await add('one', 'Pia Pro');
  await add('two', 'Élodie');
  await expect(personaPicture({ control }, 'pia PRO')).resolves.toBe('data:image/png;base64,AQ==');
  await expect(personaPicture({ control }, 'élodie')).resolves.toBe('data:image/png;base64,AQ==');
  await expect(personaPicture({ control }, 'Paul')).rejects.toMatchObject({ code: 'persona.unknown', parameters: { personas: '"Pia Pro", "Élodie"' } });
  // Two whose names differ by case alone: each by its own, neither by a third.
  await add('three', 'PIA PRO');
  await expect(personaPicture({ control }, 'PIA PRO')).resolves.toBe('data:image/png;base64,AQ==');
  await expect(personaPicture({ control }, 'pia pro')).rejects.toMatchObject({ code: 'persona.several', parameters: { ids: 'three, one' } });
  await control.destroy();
});
