import type { ReactElement } from 'react';
import type { ProcedureGuide } from '../../../shared/contract/policy.ts';
import { useBilingual, useWords } from '../../language.ts';

type Line = ProcedureGuide['conditions'][number];

/** One line of the guide: what, in which cases, by which paragraph; what is no law says so. */
function GuideLine({ line, after }: { line: Line; after?: string }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  return (
    <li>
      {inLanguage(line.text)}
      {after === undefined ? null : <span className="guide-after">{after}</span>}
      {line.when === null ? null : <span className="quiet">{say('guides.when', { when: inLanguage(line.when) })}</span>}
      <span className="source">
        {line.status === 'unsourced' ? null : inLanguage(line.basis)}
        {line.status === 'sourced' ? null : <span className="guide-open">{say(`guides.${line.status}`)}</span>}
      </span>
    </li>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly afterOf?: (line: Line, index: number) => string | undefined;
}

function Section({ title, lines, afterOf }: SectionProps): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol className="guide-lines">
        {lines.map((line, index) => (
          <GuideLine
            key={`${line.text.zh} ${line.when?.zh ?? ''} ${line.basis.zh}`}
            line={line}
            {...(afterOf === undefined ? {} : { after: afterOf(line, index) ?? '' })}
          />
        ))}
      </ol>
    </section>
  );
}

/** What the guide of a procedure says, part by part in the order of the printed page. */
export function GuideLines({ guide }: { guide: ProcedureGuide }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const by = (_line: Line, index: number) => {
    const step = guide.steps[index];
    return step === undefined ? undefined : say('guides.by', { who: inLanguage(step.by) });
  };
  const optional = (_line: Line, index: number) =>
    guide.materials[index]?.isOptional ? say('field.optional') : undefined;
  return (
    <>
      <Section title={say('guides.applicants')} lines={guide.applicants} />
      <Section title={say('guides.conditions')} lines={guide.conditions} />
      <Section title={say('guides.companions')} lines={guide.companions} />
      <Section title={say('guides.materials')} lines={guide.materials} afterOf={optional} />
      <Section title={say('guides.checks')} lines={guide.checks} />
      <Section title={say('guides.steps')} lines={guide.steps} afterOf={by} />
      <Section title={say('guides.limits')} lines={guide.limits} />
      <Section title={say('guides.fees')} lines={guide.fees} />
      <section aria-label={say('guides.papers')}>
        <h3>{say('guides.papers')}</h3>
        <ol className="guide-lines">
          {guide.papers.map(({ names, when }) => (
            <li key={`${names.zh} ${when?.zh ?? ''}`}>
              {inLanguage(names)}
              {when === null ? null : <span className="quiet">{say('guides.when', { when: inLanguage(when) })}</span>}
            </li>
          ))}
        </ol>
      </section>
      {guide.guarantee === null ? null : <p className="guide-guarantee">{inLanguage(guide.guarantee)}</p>}
    </>
  );
}
