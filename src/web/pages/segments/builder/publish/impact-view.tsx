import { useTranslation } from 'react-i18next';
import type { Impact } from '../../../../../contract/index.ts';
import { useFormat } from '../../../../components/format/use-format.ts';
import { PersonFacts, PersonName } from '../now/sample-people.tsx';
import styles from './impact-view.module.css';

/** Who would enter and who would leave, by example, and the segments that follow. */
export function ImpactView({ impact }: { readonly impact: Impact }) {
  const { t } = useTranslation('segments-builder');
  const format = useFormat();
  const { before, after, entering, leaving, dependants } = impact;
  const moving = dependants.filter((one) => one.entering.count > 0 || one.leaving.count > 0);
  return (
    <div data-impact={`${entering.count} ${leaving.count}`}>
      <p className={styles.lead}>
        {before === null
          ? t('impact.fromNothing', { after: format.count(after) })
          : entering.count === 0 && leaving.count === 0
            ? t('impact.nobody', { count: format.count(after) })
            : t('impact.lead', { before: format.count(before), after: format.count(after) })}
      </p>
      {entering.count === 0 && leaving.count === 0 ? null : (
        <div className={styles.sides}>
          <Side title={t('impact.enter', { count: entering.count, formatted: format.count(entering.count) })} people={entering.people} />
          <Side title={t('impact.leave', { count: leaving.count, formatted: format.count(leaving.count) })} people={leaving.people} />
        </div>
      )}
      {dependants.length === 0 ? (
        <p className={styles.lead}>{t('impact.noOthers')}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {t('impact.others', { count: dependants.length, formatted: format.count(dependants.length), moving: format.count(moving.length) })}
          </p>
          <ul className={styles.others}>
            {dependants.map((one) => (
              <li key={one.slug}>
                {t('impact.other', {
                  name: one.name,
                  enter: format.count(one.entering.count),
                  leave: format.count(one.leaving.count),
                  after: format.count(one.after),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Side({ title, people }: { readonly title: string; readonly people: Impact['entering']['people'] }) {
  return (
    <section className={styles.side}>
      <h3 className={styles.number}>{title}</h3>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.profile}>
            <PersonName person={person} /> <PersonFacts person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}
