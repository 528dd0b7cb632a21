import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { CustomerSearch } from './customer-search.tsx';
import styles from './data.module.css';
import { Side } from './side.tsx';
import { useDecide } from './use-decide.ts';

type Who = { readonly profile: number; readonly label: string };
type Props = {
  /** The first of the two, where it is known already. */
  readonly first?: Who | undefined;
  readonly onClose: () => void;
  readonly onMerged?: ((profile: number | null) => void) | undefined;
};

/** A person says that two customers are one, whatever their records say. It can be taken back. */
export function MergeDialog({ first, onClose, onMerged }: Props) {
  const { t } = useTranslation('data');
  const [one, setOne] = useState(first);
  const [other, setOther] = useState<Who>();
  const pair = one === undefined || other === undefined ? undefined : { a: one, b: other };
  const { same } = useDecide(pair, (survivor) => {
    onClose();
    onMerged?.(survivor);
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('byHand.title')} closeButtonProps={{ 'aria-label': t('byHand.close') }}>
      <div className={styles.cards}>
        <p className={styles.muted}>{t('byHand.what')}</p>
        {first === undefined ? (
          <CustomerSearch label={t('byHand.one')} without={other?.profile} chosen={one?.profile} onChoose={(profile, label) => setOne({ profile, label })} />
        ) : null}
        <CustomerSearch label={t('byHand.other')} without={one?.profile} chosen={other?.profile} onChoose={(profile, label) => setOther({ profile, label })} />
        {pair === undefined ? null : (
          <div className={styles.sides}>
            <Side profile={pair.a.profile} label={pair.a.label} />
            <Side profile={pair.b.profile} label={pair.b.label} />
          </div>
        )}
        {same.error === null ? null : <ProblemBox error={same.error} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('byHand.cancel')}
        </Button>
        <Button disabled={pair === undefined} loading={same.isPending} onClick={() => same.mutate()}>
          {t('byHand.verb')}
        </Button>
      </Group>
    </Modal>
  );
}
