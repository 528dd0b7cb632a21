import { ActionIcon, Badge, Checkbox, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconFolder, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { editAddress, exportAddress, segmentAddress } from '../addresses.ts';
import { beginDrag } from '../dragged.ts';
import type { ListedSegment } from './arrange.ts';
import styles from './segments-page.module.css';

type Props = {
  readonly segment: ListedSegment;
  readonly sentence: string;
  readonly chosen: boolean;
  readonly dragged: boolean;
  readonly mayEdit: boolean;
  /** Of the largest shown: bars are compared with it. */
  readonly most: { readonly members: number; readonly revenue: number };
  readonly onChoose: (slug: string, chosen: boolean) => void;
  readonly onDrag: (slug: string | undefined) => void;
  readonly onMove: (slug: string) => void;
  readonly onDelete: (slug: string) => void;
  readonly onEdit: (address: string) => void;
};

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** One segment: who is in it, how many, what they are worth, and whether it can be trusted. */
export const SegmentRow = memo(function SegmentRow(props: Props) {
  const { segment, sentence, chosen, dragged, mayEdit, most, onChoose, onDrag, onMove, onDelete, onEdit } = props;
  const { t } = useTranslation('segments-list');
  const { slug, name, status, reason, mode, origin, members, share, revenue } = segment;
  return (
    <li
      className={styles.row}
      data-segment={slug}
      data-chosen={chosen || undefined}
      data-dragged={dragged || undefined}
      draggable={mayEdit}
      onDragStart={(event) => {
        beginDrag(event, 'application/x-clientele-segment', slug);
        onDrag(slug);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <Checkbox aria-label={t('choose', { name })} checked={chosen} onChange={({ currentTarget }) => onChoose(slug, currentTarget.checked)} />
      <div>
        <span className={styles.name}>
          <InnerLink href={segmentAddress(slug)}>{name}</InnerLink>
          {status === 'failed' ? <Badge color="red">{t('status.failed')}</Badge> : null}
          {mode === 'static' ? <Badge color="gray">{t('status.frozen')}</Badge> : null}
          {origin === 'user' ? <Badge>{t('origin.user')}</Badge> : null}
        </span>
        <p className={styles.sentence}>{sentence}</p>
        {status === 'failed' && reason !== null ? <p className={styles.failed}>{reason}</p> : null}
      </div>
      <Figure value={members} share={share} most={most.members} of="members" />
      <Figure value={revenue} share={segment.revenue_share} most={most.revenue} of="revenue" />
      <div className={styles.menu}>
        {mayEdit ? (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('more', { name })}>
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onEdit(editAddress(slug))}>
                {t('edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconDownload {...icon} />} component="a" href={exportAddress(slug)} download>
                {t('export')}
              </Menu.Item>
              <Menu.Item leftSection={<IconFolder {...icon} />} onClick={() => onMove(slug)}>
                {t('move')}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => onDelete(slug)}>
                {t('delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
    </li>
  );
});

type FigureProps = { readonly value: number | null; readonly share: number | null; readonly most: number; readonly of: 'members' | 'revenue' };

function Figure({ value, share, most, of }: FigureProps) {
  const { t } = useTranslation('segments-list');
  const format = useFormat();
  if (value === null) return <span className={styles.muted}>{t('notCounted')}</span>;
  return (
    <span className={styles.figure}>
      <span className={styles.number}>
        <span>{of === 'members' ? t('people', { count: value, formatted: format.count(value) }) : t('spent', { money: format.compactMoney(value) })}</span>
        <span className={styles.muted}>{share === null ? '' : format.share(share)}</span>
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} data-of={of} style={{ width: `${most === 0 ? 0 : Math.round((Math.max(0, value) / most) * 100)}%` }} />
      </span>
    </span>
  );
}
