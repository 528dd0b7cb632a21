import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { ToDo } from './actions-query.ts';

const shown = 10;

/** The list to work through: what was written down last, with where each customer is reached; all of it as a file for a spreadsheet. */
export function ToDoPanel({ data: { sentence, items } }: { readonly data: ToDo }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const named = (name: string | null): string => name ?? t('actions.gone');
  return (
    <Panel
      title={t('actions.toDo')}
      finding={sentence}
      table={{
        columns: [
          { header: t('actions.action') },
          { header: t('actions.customer') },
          { header: t('actions.email') },
          { header: t('actions.phone') },
          { header: t('actions.costsAll'), format: format.money },
        ],
        rows: items.map(({ name, who, customer, phone, cost }) => [named(name), who, customer.email, phone, cost]),
      }}
    >
      <ul className={styles.list}>
        {items.slice(0, all ? undefined : shown).map(({ customer, who, phone, name }) => (
          <li key={customer.profile}>
            <div className={styles.line}>
              <span>
                <Anchor component={Link} to={`/customers/${customer.profile}`} inherit underline="always">
                  {who}
                </Anchor>{' '}
                <span className={styles.contact}>{[phone, customer.email].filter((each) => each !== null && each !== who).join(' · ')}</span>
              </span>
              <strong>{named(name)}</strong>
            </div>
          </li>
        ))}
      </ul>
      {items.length > shown && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('actions.showAll', { count: items.length })}
        </Button>
      ) : null}
    </Panel>
  );
}
