import { useNavigate } from '@tanstack/react-router';
import type { Draft } from '../../../shared/contract/draft.ts';
import { ask } from '../../client.ts';
import { queryClient, refresh, useAct } from '../../queries.ts';

interface Preset {
  readonly procedure: string;
  /** What is known already and stands in the draft from the start. */
  readonly entered?: Partial<Pick<Draft, 'answers' | 'fields'>>;
}

/** Starts a case of a procedure that is chosen already, and opens it. */
export function useStartProcedure(): { start: (preset: Preset) => void; isPending: boolean; error: unknown } {
  const navigate = useNavigate();
  const begin = useAct('case.start');
  const save = useAct('case.save');
  const run = async ({ procedure, entered }: Preset) => {
    const { row, revision, draft } = await begin.mutateAsync({ procedure });
    const { caseId } = row;
    if (entered !== undefined) {
      const answers = { ...draft.answers, ...entered.answers };
      const fields = { ...draft.fields, ...entered.fields };
      await save.mutateAsync({ caseId, revision, draft: { ...draft, answers, fields } });
    }
    queryClient.setQueryData(['case.get', { caseId }], await ask('case.get', { caseId }));
    refresh('case.list', 'home.summary');
    void navigate({ to: '/case/$caseId', params: { caseId } });
  };
  return {
    isPending: begin.isPending || save.isPending,
    error: begin.error ?? save.error,
    start: (preset) => {
      if (!begin.isPending && !save.isPending) void run(preset).catch(() => undefined);
    },
  };
}
