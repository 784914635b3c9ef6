import type { ReactElement } from 'react';
import { useWords } from '../language.ts';

const guides = ['residence', 'talent', 'joining', 'permit'] as const;

/** Between cases: what can be settled here and what to bring. */
export function Guide({ stationName }: { stationName: string }): ReactElement {
  const say = useWords();
  return (
    <>
      <h1>{say('applicantWindow.welcome', { station: stationName })}</h1>
      <p className="applicant-lead">{say('applicantWindow.lead')}</p>
      <div className="guides">
        {guides.map((it) => (
          <section key={it} className="guide">
            <h2>{say(`guide.${it}.title`)}</h2>
            <p>{say(`guide.${it}.who`)}</p>
            <p>
              <strong>{say('applicantWindow.bring')}</strong>
              {say(`guide.${it}.bring`)}
            </p>
          </section>
        ))}
      </div>
      <p className="applicant-rights">{say('applicantWindow.rights')}</p>
    </>
  );
}
