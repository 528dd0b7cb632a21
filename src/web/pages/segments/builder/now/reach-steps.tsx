import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReachAnswer } from '../../../../../contract/index.ts';
import { useFormat } from '../../../../components/format/use-format.ts';
import { Term } from '../../../../components/term/term.tsx';
import styles from './now-panel.module.css';

const channels = ['email', 'sms', 'post'] as const;

/** Members → contactable → consented → reachable: how many drop at each step, and why. */
export function ReachSteps({ reach, stale }: { readonly reach: ReachAnswer; readonly stale: boolean }) {
  const { t } = useTranslation('segments-builder');
  const format = useFormat();
  const [chosen, setChosen] = useState<(typeof channels)[number]>('email');
  const channel = reach.channels.find((one) => one.channel === chosen);
  if (channel === undefined) return null;
  const { contactable, consented, reachable, refused, unasked, missing } = channel;
  const { members } = reach;
  const reasons = [
    ...(refused > 0 ? [t('reach.refused', { count: refused, formatted: format.count(refused) })] : []),
    ...(unasked > 0 ? [t('reach.unasked', { count: unasked, formatted: format.count(unasked) })] : []),
  ];
  const steps = [
    { name: t('reach.members'), count: members, drop: undefined },
    {
      name: t('reach.contactable'),
      count: contactable,
      drop:
        missing === 'address'
          ? t(`reach.noAddressAtAll.${chosen}`)
          : dropped(members - contactable, (n) => t(`reach.noAddress.${chosen}`, { count: members - contactable, formatted: n })),
    },
    {
      name: <Term name="consent">{t('reach.consented')}</Term>,
      count: consented,
      drop: missing === 'consent' ? t('reach.noConsentAtAll') : dropped(contactable - consented, () => format.list(reasons)),
    },
    {
      name: t('reach.reachable'),
      count: reachable,
      drop: dropped(consented - reachable, (n) => t('reach.ended', { count: consented - reachable, formatted: n })),
    },
  ];
  function dropped(count: number, words: (formatted: string) => string): string | undefined {
    return count > 0 ? words(format.count(count)) : undefined;
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('reach.title', { count: reachable, formatted: format.count(reachable), by: t(`reach.by.${chosen}`) })}</h2>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('reach.channel')}
        value={chosen}
        data={channels.map((value) => ({ value, label: t(`reach.name.${value}`) }))}
        onChange={(value) => setChosen(channels.find((one) => one === value) ?? 'email')}
      />
      <div className={styles.steps} data-stale={stale || undefined}>
        {steps.map(({ name, count, drop }, index) => (
          // The steps are always the same four.
          // eslint-disable-next-line react/no-array-index-key
          <Step key={index} name={name} count={format.count(count)} share={members === 0 ? 0 : count / members} drop={drop} />
        ))}
      </div>
    </section>
  );
}

function Step({
  name,
  count,
  share,
  drop,
}: {
  readonly name: React.ReactNode;
  readonly count: string;
  readonly share: number;
  readonly drop: string | undefined;
}) {
  return (
    <>
      {drop === undefined ? null : <p className={styles.drop}>− {drop}</p>}
      <span>{name}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className={styles.count}>{count}</span>
    </>
  );
}
