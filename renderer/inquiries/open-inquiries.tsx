import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { OpenInquiry } from '../../shared/contract/inquiry.ts';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { moment } from '../signs/moments.ts';
import { Notice } from '../signs/notice.tsx';
import { useProgressWords } from './progress-words.ts';

/** What other offices have not answered yet: since when, whom, and what happens next. */
export function OpenInquiries(): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const progress = useProgressWords();
  const open = useCall('inquiry.open', {});
  const columns: TableColumnsType<OpenInquiry> = [
    {
      title: say('list.number'),
      width: '14em',
      className: 'numbers',
      render: (_, row) => (
        <Link to="/case/$caseId" params={{ caseId: row.caseId }}>
          {row.acceptanceNumber ?? say('caseState.draft')}
        </Link>
      ),
    },
    { title: say('inquiry.what'), width: '9em', render: (_, row) => say(`inquiryKind.${row.kind}`) },
    { title: say('inquiry.office'), width: '14em', render: (_, row) => inLanguage(row.office) },
    { title: say('inquiry.askedAt'), width: '10em', className: 'numbers', render: (_, row) => moment(row.askedAt) },
    { title: say('inquiry.progress'), render: (_, row) => progress(row) },
  ];
  const rows = open.data ?? [];
  return (
    <>
      <FailureLine error={open.error} />
      {open.data?.length === 0 ? <Notice tone="good">{say('inquiry.noneOpen')}</Notice> : null}
      {rows.length === 0 ? null : (
        <Table<OpenInquiry>
          aria-label={say('inquiry.openTitle')}
          size="small"
          rowKey="inquiryId"
          columns={columns}
          dataSource={rows}
          pagination={false}
        />
      )}
    </>
  );
}
