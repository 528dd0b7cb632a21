import { MultiSelect } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { figureText } from '../../components/format/figure-text.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Page } from '../../components/page/page.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { compositionQuery, overlapQuery, scorecardQuery, valueQuery } from '../segment/segment-queries.ts';
import { segmentAddress } from '../segments/addresses.ts';
import { segmentListQuery } from '../segments/list/list-queries.ts';
import styles from './compare-page.module.css';
import { mostCompared, slugsOf } from './compare-search.ts';

const route = getRouteApi('/shell/segments/~compare');

/** Two to five segments side by side: how many, what they are worth, what sets each apart, and whom they share. */
export function ComparePage() {
  const { t } = useTranslation('segment');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const slugs = slugsOf(search.slugs);
  const segments = useQuery(segmentListQuery);
  return (
    <Page title={t('compare')} lead={t('compareLead')}>
      <Asked answer={segments} lines={3}>
        {(all) => (
          <MultiSelect
            label={t('compareWhich')}
            data={all.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={[...slugs]}
            onChange={(next) => void navigate({ search: { slugs: next.join(',') }, replace: true })}
            maxValues={mostCompared}
            searchable
            mb="md"
          />
        )}
      </Asked>
      {slugs.length < 2 ? <p>{t('compareMore')}</p> : <SideBySide slugs={slugs} />}
    </Page>
  );
}

function SideBySide({ slugs }: { readonly slugs: readonly string[] }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const { data: all = [] } = useQuery(segmentListQuery);
  const values = useQueries({ queries: slugs.map((slug) => valueQuery(slug)) });
  const makeups = useQueries({ queries: slugs.map((slug) => compositionQuery(slug)) });
  const cards = useQueries({ queries: slugs.map((slug) => scorecardQuery(slug)) });
  const overlaps = useQuery(overlapQuery(slugs));
  const figures = slugs.map((slug) => all.find((each) => each.slug === slug));
  const dash = '\u2013';
  const known = (value: number | null | undefined, say: (value: number) => string): string => (value === null || value === undefined ? dash : say(value));
  const money = (value: number | null | undefined): string => known(value, format.money);
  const names = slugs.map((slug, index) => figures[index]?.name ?? slug);
  const nameOf = (slug: string): string => names[slugs.indexOf(slug)] ?? slug;
  const rows: readonly (readonly [string, ...(readonly string[])])[] = [
    [t('figures.members'), ...figures.map((each) => known(each?.members, format.count))],
    [t('figures.share'), ...figures.map((each) => known(each?.share, format.share))],
    [t('figures.revenue'), ...values.map(({ data }) => money(data?.revenue_12_months))],
    [t('compareMean', { figure: t('figures.perMember') }), ...values.map(({ data }) => money(data?.per_member_12_months))],
    [t('compareMean', { figure: t('figures.orderValue') }), ...values.map(({ data }) => money(data?.average_order_value))],
    [t('scorecard.title'), ...cards.map(({ data }) => known(data?.scorecards[0]?.overall, format.share))],
    ...numbersOf(makeups.map(({ data }) => data?.numbers)).map(([figure, ...medians]): readonly [string, ...(readonly string[])] => [
      t('compareMedian', { figure: sentenceCase(figure.label) }),
      ...medians.map((median) => (median === null ? dash : figureText(format, figure, median))),
    ]),
  ];
  return (
    <div className={styles.stack}>
      <Panel title={t('compareFigures')} how={t('compareHow')}>
        <div className={styles.scroll} role="region" aria-label={t('compareFigures')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('numbers.what')}</th>
                {slugs.map((slug, index) => (
                  <th key={slug} scope="col">
                    <InnerLink href={segmentAddress(slug)}>{names[index]}</InnerLink>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, ...cells]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, index) => (
                    <td key={slugs[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('compareApart')}</th>
                {cards.map(({ data }, index) => (
                  <td key={slugs[index]}>
                    <ul className={styles.phrases}>
                      {(data?.scorecards[0]?.differences ?? []).slice(0, 4).map(({ feature, phrase }) => (
                        <li key={feature}>{phrase}</li>
                      ))}
                    </ul>
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title={t('overlap.title')}>
        <ul>
          {(overlaps.data ?? []).map(({ a, b, both, share_of_a: ofA, share_of_b: ofB }) => (
            <li key={`${a} ${b}`}>
              {t('comparePair', { a: nameOf(a), b: nameOf(b), count: both, formatted: format.count(both), ofA: format.share(ofA), ofB: format.share(ofB) })}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

type Figure = { readonly name: string; readonly label: string; readonly unit: string | null };
type Numbers = readonly (Figure & { readonly median: number | null; readonly effect: number | null })[];
const mostNumbers = 8;

/** The medians of the numbers in which any of the segments stands out most. */
function numbersOf(all: readonly (Numbers | undefined)[]): readonly (readonly [Figure, ...(readonly (number | null)[])])[] {
  const strongest = new Map<string, { readonly figure: Figure; readonly effect: number }>();
  for (const { name, label, unit, effect } of all.flatMap((numbers) => numbers ?? [])) {
    const size = Math.abs(effect ?? 0);
    if (size > (strongest.get(name)?.effect ?? 0)) strongest.set(name, { figure: { name, label, unit }, effect: size });
  }
  return [...strongest]
    .toSorted(([, one], [, other]) => other.effect - one.effect)
    .slice(0, mostNumbers)
    .map(([name, { figure }]) => [figure, ...all.map((numbers) => numbers?.find((each) => each.name === name)?.median ?? null)]);
}
