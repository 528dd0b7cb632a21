import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { segmentKinds } from '../../../../contract/index.ts';
import type { SegmentTemplate } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Page } from '../../../components/page/page.tsx';
import { People } from '../../../components/people/people.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { newSegmentAddress, segmentAddress } from '../addresses.ts';
import { useMayEdit } from '../may-edit.ts';
import styles from './gallery-page.module.css';

const route = getRouteApi('/shell/segments/~templates');

const templatesQuery = queryOptions({
  queryKey: key('segments', 'templates'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segment-templates', { signal }))).items,
});

/** Definitions to start from, kind by kind, each with the people it would have here. */
export function GalleryPage() {
  const { t } = useTranslation('segments-gallery');
  const { kind, q } = route.useSearch();
  const navigate = route.useNavigate();
  const templates = useQuery(templatesQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.tools}>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={q}
          onChange={({ currentTarget: { value } }) => void navigate({ search: (before) => ({ ...before, q: value }), replace: true })}
        />
        <NativeSelect
          aria-label={t('kindLabel')}
          value={kind}
          data={[{ value: 'all', label: t('allKinds') }, ...segmentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          onChange={({ currentTarget }) => {
            const chosen = segmentKinds.find((one) => one === currentTarget.value) ?? 'all';
            void navigate({ search: (before) => ({ ...before, kind: chosen }), replace: true });
          }}
        />
      </div>
      <Asked answer={templates} lines={10}>
        {(found) => (
          <>
            {segmentKinds
              .filter((one) => kind === 'all' || kind === one)
              .map((one) => {
                const inside = found.filter((template) => template.kind === one && matches(template, q));
                return inside.length === 0 ? null : (
                  <section key={one} className={styles.kind} aria-label={t(`kind.${one}`)}>
                    <h2 className={styles.heading}>{t(`kind.${one}`)}</h2>
                    <p className={styles.lead}>{t(`about.${one}`)}</p>
                    <div className={styles.cards}>
                      {inside.toSorted(usableFirst).map((template) => (
                        <Card key={template.id} template={template} />
                      ))}
                    </div>
                  </section>
                );
              })}
          </>
        )}
      </Asked>
    </Page>
  );
}

const matches = ({ name, note, sentence, needs }: SegmentTemplate, wanted: string): boolean =>
  [name, note, sentence ?? '', needs ?? ''].some((words) => words.toLowerCase().includes(wanted.trim().toLowerCase()));
const usableFirst = (a: SegmentTemplate, b: SegmentTemplate): number => Number(a.sentence === null) - Number(b.sentence === null);

function Card({ template }: { readonly template: SegmentTemplate }) {
  const { t } = useTranslation('segments-gallery');
  const mayEdit = useMayEdit();
  const { name, note, text, sentence, members, share, needs, existing } = template;
  const lacking = sentence === null;
  return (
    <article className={styles.card} data-template={template.id} data-lacking={lacking || undefined}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.sentence}>{sentence ?? t('needs', { what: needs ?? t('otherData') })}</p>
      <p className={styles.note}>{note}</p>
      <div className={styles.foot}>
        {members === null ? <span /> : <People count={members} share={share ?? undefined} />}
        <span className={styles.links}>
          {existing === null ? null : <InnerLink href={segmentAddress(existing)}>{t('open')}</InnerLink>}
          {mayEdit && text !== '' ? <InnerLink href={newSegmentAddress({ text, name: existing === null ? name : '' })}>{t('use')}</InnerLink> : null}
        </span>
      </div>
    </article>
  );
}
