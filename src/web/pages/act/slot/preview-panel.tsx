import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../act.module.css';
import { type Definition, textOf } from './content.ts';

const devices = ['desktop', 'mobile', 'tablet'] as const;

/** What somebody would see now, by what stands in the editor: any customer, or a visitor nobody knows. */
export function PreviewPanel({ slug, definition }: { readonly slug: string; readonly definition: Definition }) {
  const { t } = useTranslation('act');
  const [customer, setCustomer] = useState('');
  const [device, setDevice] = useState('desktop');
  const [cart, setCart] = useState<number | string>('');
  const [page, setPage] = useState('/');
  const [campaign, setCampaign] = useState('');
  const [at, setAt] = useState('');
  const [consent, setConsent] = useState(true);
  const look = useMutation({
    mutationFn: async () => {
      const asked = customer.trim();
      const decision = await answer(
        client.POST('/api/v1/slots/{slug}/preview', {
          params: { path: { slug } },
          body: {
            ...(asked === '' ? {} : { customer: asked }),
            context: {
              device,
              page: { path: page },
              ...(campaign.trim() === '' ? {} : { campaign: { name: campaign.trim() } }),
              ...(typeof cart === 'number' ? { cart: { value: cart } } : {}),
            },
            consent: { personalisation: consent },
            ...(Number.isNaN(Date.parse(at)) ? {} : { at: new Date(at).toISOString() }),
            definition: definition as never,
          },
        }),
      );
      return { asked, decision };
    },
  });
  const decided = look.data?.decision.slots[0];
  const profile = look.data?.decision.profile ?? null;
  return (
    <Panel title={t('preview.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          look.mutate();
        }}
      >
        <TextInput
          label={t('preview.customer')}
          description={t('preview.customerHint')}
          value={customer}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <Select label={t('preview.device')} data={[...devices]} value={device} allowDeselect={false} onChange={(value) => setDevice(value ?? 'desktop')} />
        <TextInput label={t('preview.page')} value={page} onChange={(event) => setPage(event.currentTarget.value)} />
        <NumberInput label={t('preview.cart')} min={0} value={cart} onChange={setCart} />
        <TextInput label={t('preview.campaign')} value={campaign} onChange={(event) => setCampaign(event.currentTarget.value)} />
        <TextInput
          type="datetime-local"
          label={t('preview.at')}
          description={t('preview.atHint')}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Checkbox label={t('preview.consent')} checked={consent} onChange={(event) => setConsent(event.currentTarget.checked)} />
        <Button type="submit" variant="default" loading={look.isPending}>
          {t('preview.look')}
        </Button>
      </form>
      {look.isError ? <ProblemBox error={look.error} /> : null}
      {decided === undefined ? null : (
        <div role="status" className={styles.rules}>
          {/* A mistyped address looks like a visitor nobody knows, and is told apart here. */}
          <p className={styles.small}>
            {profile !== null
              ? t('preview.known', { number: profile, asked: look.data?.asked ?? '' })
              : look.data?.asked === ''
                ? t('preview.visitor')
                : t('preview.nobody', { asked: look.data?.asked ?? '' })}
          </p>
          <p>
            <strong>{decided.variant}</strong>: {textOf(decided.content)}
          </p>
          <p className={styles.sentence}>{t(`reason.${decided.reason}`)}</p>
          <ul className={styles.list}>
            {decided.rules.flatMap((rule) =>
              rule.conditions.map(({ text, holds, known }) => (
                <li key={`${rule.rule} ${text}`} className={styles.small}>
                  {holds ? '✓' : '✗'} <code className={styles.code}>{text}</code> {known ? '' : t('preview.unknown')}
                </li>
              )),
            )}
          </ul>
        </div>
      )}
    </Panel>
  );
}
