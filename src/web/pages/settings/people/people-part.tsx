import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonLink } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { CopiedSecret } from '../copied-secret.tsx';
import styles from '../settings.module.css';
import { peopleQuery } from '../settings-queries.ts';
import { InviteForm } from './invite-form.tsx';
import { PersonRow } from './person-row.tsx';

/** Who may come in, and what each may do. There may be no mail server: links are handed over. */
export function PeoplePart() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [link, setLink] = useState<PersonLink>();
  return (
    <>
      {link === undefined ? null : (
        <CopiedSecret secret={`${location.origin}/link#${link.token}`}>
          {t(`people.link.${link.purpose}`, { name: link.person.name, until: format.moment(link.expires_at) })}
        </CopiedSecret>
      )}
      <Panel title={t('people.title')}>
        <Asked answer={useQuery(peopleQuery)}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} onLink={setLink} />
              ))}
            </ul>
          )}
        </Asked>
      </Panel>
      <Panel title={t('people.invite')}>
        <InviteForm onLink={setLink} />
      </Panel>
    </>
  );
}
