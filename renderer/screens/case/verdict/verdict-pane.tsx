import type { ReactElement, ReactNode } from 'react';
import type { Assessment, CaseView } from '../../../../shared/contract/case.ts';
import type { Route } from '../../../../shared/contract/verdict.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { VerdictSign } from '../../../signs/verdict-sign.tsx';
import { useMaterialGroup } from '../../../words/material-group.ts';
import { usePolicyNames } from '../../../words/policy-names.ts';
import { Reasons } from './reasons.tsx';
import { RegistryState } from './registry-state.tsx';

interface VerdictPaneProps {
  readonly view: CaseView;
  readonly assessment: Assessment;
  readonly procedure: string;
  readonly children?: ReactNode;
}

function Facts({ route }: { route: Route }): ReactElement | null {
  const say = useWords();
  const factName = usePolicyNames('fact');
  if (route.missingFacts.length === 0) return null;
  return (
    <>
      <h3>{say('verdict.missingFacts')}</h3>
      <ul className="plain-list">
        {route.missingFacts.map((fact) => (
          <li key={fact}>{factName(fact.replace(/\d+\./g, ''))}</li>
        ))}
      </ul>
    </>
  );
}

function Materials({ route }: { route: Route }): ReactElement | null {
  const say = useWords();
  const groupName = useMaterialGroup();
  if (route.materials.missing.length === 0) return null;
  return (
    <>
      <h3>{say('verdict.missingMaterials')}</h3>
      <ul className="plain-list">
        {route.materials.missing.map((group) => (
          <li key={group.anyOf.join()}>{groupName(group.anyOf)}</li>
        ))}
      </ul>
    </>
  );
}

function Afterwards({ route }: { route: Route }): ReactElement {
  const say = useWords();
  const paperName = usePolicyNames('paper');
  return (
    <dl className="facts">
      <dt>{say('verdict.approvals')}</dt>
      <dd>{route.approvals.map((it) => say(`level.${it}`)).join(' → ') || say('verdict.noApproval')}</dd>
      <dt>{say('verdict.limit')}</dt>
      <dd>
        {route.limit === null || route.limit.days === 0
          ? say('verdict.atOnce')
          : say(`limit.${route.limit.kind}`, { days: route.limit.days })}
      </dd>
      <dt>{say('verdict.papers')}</dt>
      <dd>
        <ul className="plain-list">
          {route.documents.map((it) => (
            <li key={it}>{paperName(it)}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

/** `liaoyuan@2026.1` → `2026.1`: the station works with one pack, its version is what matters. */
function packVersion(pack: string): string {
  return pack.split('@')[1] ?? pack;
}

/** The verdict in one line: of the chosen route, or of the best one while none is chosen. */
function Headline({ route, isChosen }: { route: Route; isChosen: boolean }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const name = inLanguage(route.name);
  const unchosen = route.verdict === 'incomplete' ? say('verdict.askSituation') : say('verdict.best', { name });
  return (
    <p className="verdict-line" aria-live="polite">
      <VerdictSign verdict={route.verdict} isLarge />
      <span>{isChosen ? name : unchosen}</span>
    </p>
  );
}

/** May they, why, what is missing, until when, what will be printed. */
export function VerdictPane({ view, assessment, procedure, children }: VerdictPaneProps): ReactElement {
  const say = useWords();
  const { routes, pack, asOf } = assessment.verdicts;
  const isChosen = procedure !== '';
  const route = routes.find((it) => it.procedure === procedure) ?? (isChosen ? undefined : routes[0]);
  // Before the situation is known every route is incomplete; the reasons of whichever stands first would mislead.
  const isTelling = route !== undefined && (isChosen || route.verdict !== 'incomplete');
  return (
    <aside className="verdict" aria-label={say('verdict.title')} data-part="verdict">
      <h2>{say('verdict.title')}</h2>
      <RegistryState state={view.row.state} />
      {route === undefined ? null : <Headline route={route} isChosen={isChosen} />}
      {children}
      {isTelling ? (
        <>
          <h3>{say('verdict.reasons')}</h3>
          <Reasons reasons={route.reasons} />
          <Facts route={route} />
          <Materials route={route} />
          <Afterwards route={route} />
        </>
      ) : null}
      <p className="quiet">{say('verdict.pack', { pack: packVersion(pack), day: asOf })}</p>
    </aside>
  );
}
