import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { CaseLines } from './case-lines.tsx';
import { Guide } from './guide.tsx';

const PdfView = lazy(async () => ({ default: (await import('../documents/pdf-view.tsx')).PdfView }));

/** The second screen: the guide between cases, what was entered to check and sign, or the page to be printed. */
export function ApplicantScreen(): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const { data: view } = useCall('applicant.view', {});
  useEffect(() => {
    document.title = say('applicantWindow.title');
  }, [say]);
  if (view === undefined) return null;
  return (
    <main className="applicant">
      <div className="applicant-head">
        <LanguageSwitch />
      </div>
      {view.shows === 'welcome' ? <Guide stationName={view.stationName} /> : null}
      {view.shows === 'case' ? <CaseLines key={view.contentHash} view={view} /> : null}
      {view.shows === 'document' ? (
        <>
          <h1>{inLanguage(view.title)}</h1>
          <p>{say('applicantWindow.documentHint')}</p>
          <Suspense fallback={null}>
            <PdfView pdf={view.pdf} label={inLanguage(view.title)} />
          </Suspense>
        </>
      ) : null}
    </main>
  );
}
