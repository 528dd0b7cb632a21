import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Panel, Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { FactsPanel } from './facts-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import styles from './personas.module.css';
import { type Persona, personaQuery } from './personas-query.ts';
import { Picture } from './picture.tsx';
import { WrittenPanel } from './written-panel.tsx';

const route = getRouteApi('/shell/insights/personas/$id');
const parts = ['demographics', 'habits', 'motives', 'channels', 'objections'] as const;

/** One persona: what data say, what people wrote, and what changed since it was drawn. It prints as it stands. */
export function PersonaPage() {
  const { t } = useTranslation('insights');
  const { id } = route.useParams();
  const asked = useQuery(personaQuery(id));
  return (
    <Page
      title={asked.data?.name ?? t('tab.personas')}
      lead={asked.data === undefined ? undefined : <InnerLink href={`/segments/${asked.data.segment.slug}`}>{asked.data.segment.name}</InnerLink>}
      actions={
        <Group gap="xs" className={styles.foot ?? ''}>
          <InnerLink href="/insights/personas">{t('personas.all')}</InnerLink>
          <Button variant="default" component="a" href={`/api/v1/personas/${encodeURIComponent(id)}/page`} download={`${asked.data?.name ?? 'persona'}.html`}>
            {t('personas.share')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('personas.print')}
          </Button>
        </Group>
      }
    >
      <Asked answer={asked} height={520}>
        {(persona) => <Whole persona={persona} />}
      </Asked>
    </Page>
  );
}

function Whole({ persona }: { readonly persona: Persona }) {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const { card, changed } = persona;
  return (
    <>
      <div className={styles.top}>
        <Picture persona={persona} />
        <div>
          <p className={styles.finding}>{card.sentence}</p>
          {card.quote === null ? null : (
            <blockquote className={styles.quote}>
              “{card.quote.text}” <footer className={styles.muted}>{t('personas.quoteOf', { about: card.quote.about })}</footer>
            </blockquote>
          )}
        </div>
      </div>
      {changed.length === 0 ? null : (
        <Panel title={t('personas.changed')} finding={changed[0]?.sentence}>
          <ul className={styles.list}>
            {changed.slice(1).map(({ label, sentence }) => (
              <li key={label}>{sentence}</li>
            ))}
          </ul>
          {mayEdit ? <Redraw id={persona.id} /> : null}
        </Panel>
      )}
      <Panels>
        {parts.map((part) =>
          card[part].length === 0 ? null : <FactsPanel key={part} title={t(`personas.part.${part}`)} facts={card[part]} how={card.how} people={card.people} />,
        )}
        {card.distinct.length === 0 ? null : (
          <Panel title={t('personas.distinct')} finding={card.distinct[0]}>
            <ul className={styles.list}>
              {card.distinct.slice(1).map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Panel>
        )}
        {card.offers.length === 0 ? null : (
          <Panel title={t('personas.offers')} finding={card.offers[0]?.text}>
            <ul className={styles.list}>
              {card.offers.map(({ text, because }) => (
                <li key={text}>
                  {text} <span className={styles.muted}>{because}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <WrittenPanel persona={persona} />
        <NotesPanel persona={persona} />
      </Panels>
      {mayEdit ? <Remove id={persona.id} /> : null}
    </>
  );
}

function Redraw({ id }: { readonly id: string }) {
  const { t } = useTranslation('insights');
  const queryClient = useQueryClient();
  const redraw = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/personas/{id}/redraw', { params: { path: { id } }, body: {} })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('insights') }),
  });
  return (
    <div>
      <Button variant="default" size="xs" loading={redraw.isPending} onClick={() => redraw.mutate()}>
        {t('personas.redraw')}
      </Button>
    </div>
  );
}

function Remove({ id }: { readonly id: string }) {
  const { t } = useTranslation('insights');
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/personas/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      router.history.push('/insights/personas');
      return queryClient.invalidateQueries({ queryKey: key('insights', 'personas') });
    },
  });
  return (
    <div className={styles.foot}>
      <Button variant="subtle" color="red" size="xs" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('personas.remove')}
      </Button>
    </div>
  );
}
