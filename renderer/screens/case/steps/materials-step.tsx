import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { usePrintOnDemand } from '../../../documents/print-on-demand.ts';
import { PrinterLine } from '../../../documents/printer-line.tsx';
import { useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { MaterialGroup } from './material-group.tsx';

/** The checklist of the chosen route: each material seen, verified, promised or missing, with pictures. */
export function MaterialsStep(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const procedure = useEditing((it) => it.draft.procedure);
  const routes = useEditing((it) => it.assessment.verdicts.routes);
  const notice = usePrintOnDemand(store.caseId, () => store.flush());
  const route = routes.find((it) => it.procedure === procedure);
  if (route === undefined) return <Notice tone="info">{say('stepWhy.needsRoute')}</Notice>;
  const missing = route.materials.missing.length;
  return (
    <section className="card" aria-label={say('materials.title')}>
      <div className="panel-head">
        <h2>{say('materials.title')}</h2>
        <span className="quiet">{say('materials.count', { total: route.materials.needed.length, missing })}</span>
      </div>
      {route.materials.needed.map((group) => (
        <MaterialGroup key={group.anyOf.join()} anyOf={group.anyOf} />
      ))}
      {missing === 0 ? (
        <Notice tone="good">{say('materials.complete')}</Notice>
      ) : (
        <Notice
          tone="due"
          action={
            <Button
              icon={<PrinterOutlined aria-hidden />}
              loading={notice.isPending}
              onClick={() => notice.print('one-time-notice')}
            >
              {say('materials.printNotice')}
            </Button>
          }
        >
          {say('materials.missingHint', { missing })}
        </Notice>
      )}
      <FailureLine error={notice.error} />
      <PrinterLine printer={notice.printer} />
    </section>
  );
}
