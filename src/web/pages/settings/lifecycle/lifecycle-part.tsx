import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../../components/waiting/asked.tsx';
import { stagesQuery } from '../settings-queries.ts';
import { StagesEditor } from './stages-editor.tsx';
import { Suggestion } from './suggestion.tsx';
import { useState } from 'react';
import type { Stage } from './stage.ts';

/** What new, active, at risk and lost mean here, with who is in each while one edits. */
export function LifecyclePart() {
  const stages = useQuery(stagesQuery);
  const [taken, setTaken] = useState<readonly Stage[]>();
  return (
    <>
      <Suggestion onTake={setTaken} />
      <Asked answer={stages}>
        {({ items }) => {
          const kept = items.map(({ name, text }) => ({ name, expression: text }));
          return <StagesEditor key={JSON.stringify([kept, taken])} kept={kept} begin={taken ?? kept} onSettled={() => setTaken(undefined)} />;
        }}
      </Asked>
    </>
  );
}
