import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../../../registry/server.ts';
import type { DraftSubject } from '../../../../shared/contract/draft.ts';
import { carriedOut, entered, memberOf, townHousehold } from '../../../fixtures/carrying-out.ts';
import { startTestRegistry } from '../../../fixtures/counter.ts';
import { issuedPapers, issuedWords, paperOnDemand } from '../../../fixtures/issued-papers.ts';
import { openReadyCounter, type ReadyCounter } from '../../../fixtures/ready-counter.ts';

let registry: RunningRegistry;
let one: ReadyCounter;

beforeAll(async () => {
  registry = await startTestRegistry();
  one = await openReadyCounter(registry.url);
}, 60_000);

afterAll(async () => {
  await one.counter.discard();
  await registry.stop();
});

const person = (id: string): DraftSubject => ({ kind: 'person', id });
const home = (number: string) => townHousehold(one.clerk, number);
const papersOf = async (errand: Parameters<typeof carriedOut>[1]) =>
  issuedPapers(one.clerk, (await carriedOut(one, errand)).row.caseId);

describe('the own history', () => {
  it('has what was changed and what was before, and nobody else’s record', async () => {
    const place = await home('010000048');
    const subject = person(memberOf(place, '张铭鑫'));
    await carriedOut(one, { procedure: 'item.other', subject, fields: { workplace: '练习中学', education: '60' } });
    const papers = await papersOf({ procedure: 'person.history', subject, answers: { 'query.ownRecord': true } });
    const record = papers['history-record 张铭鑫'] ?? '';
    for (const words of ['户口登记历史信息', '在册', '其他项目变更', '文化程度：高中', '练习中学', '户号：010000048'])
      expect(record).toContain(words);
    for (const { person: member } of place.members.filter((each) => each.person.name !== '张铭鑫'))
      expect(record).not.toContain(member.citizenId);
    expect(papers['query-record 张铭鑫']).toContain('本人查询');
  });
});

describe('a count of a name', () => {
  it('says how many and how old the copy is, and names nobody else', async () => {
    const papers = await papersOf({
      procedure: 'name.count',
      fields: { soughtName: '张铭鑫', purpose: '新生儿取名', inquirerName: '周问名' },
    });
    const count = papers['same-name-count'] ?? '';
    for (const words of ['同名人数', '张铭鑫', '周问名', '吉林省辽源市（本机登记副本）', '2026年11月23日'])
      expect(count).toContain(words);
    expect(count).toMatch(/\d人/);
    expect(count).not.toMatch(/\d{17}/);
    expect(papers['query-record']).toMatch(/告知同名人数\d+人/);
  });
});

it('a query by a court is recorded with document and credentials', async () => {
  const papers = await papersOf({
    procedure: 'official.query',
    fields: {
      inquirerUnit: '练习区人民法院',
      inquirerName: '周法官',
      credentials: '工作证 吉法0000001',
      document: '协助查询通知书（2026）吉练法执字第1号',
      purpose: '执行案件',
      subjectName: '张铭鑫',
      scope: '户籍地址',
      result: '提供户籍地址一项',
    },
    answers: { 'query.hasDocument': true, 'query.hasCredentials': true },
  });
  for (const words of ['公务查询', '练习区人民法院', '周法官', '（2026）吉练法执字第1号', '提供户籍地址一项'])
    expect(papers['query-record']).toContain(words);
});

describe('a notice', () => {
  it('hangs out before a cancellation with names and numbers masked', async () => {
    const place = await home('010000020');
    const view = await entered(one.clerk, {
      procedure: 'death.cancel-after-notice',
      subject: person(memberOf(place, '王忠有')),
      fields: { endedOn: '2026-01-02' },
      answers: { 'death.confirmed': true },
    });
    const notice = await paperOnDemand(one.clerk, view.row.caseId, 'public-notice');
    for (const words of ['公示告知书', '王*有的近亲属', '第三十三条', '自2026年11月23日至2026年12月23日'])
      expect(notice).toContain(words);
    expect(notice).not.toContain('王忠有');
    expect(notice).not.toMatch(/\d{17}/);
  });

  it('of a correction that is refused sets the entry against what was asked for', async () => {
    const place = await home('010000011');
    const view = await entered(one.clerk, {
      procedure: 'item.birth-date',
      subject: person(memberOf(place, '迟长建')),
      fields: { bornOn: '1977-02-22' },
      answers: { 'item.wrongEntry': true },
    });
    const { caseId } = view.row;
    await one.clerk.must('case.accept', { caseId, revision: view.revision });
    const refused = await one.chief.must('case.refuse', { caseId, reason: '原始登记簿册与现登记一致' });
    const notice = refused.documents.find(({ form }) => form === 'correction-refusal');
    const words = await issuedWords(one.clerk, notice?.documentId ?? '');
    for (const text of ['不予更正', '出生日期', '1977年2月22日', '原始登记簿册与现登记一致', '行政复议'])
      expect(words).toContain(text);
  });
});

it('living elsewhere is noted with both addresses', async () => {
  const place = await home('010000019');
  const papers = await papersOf({
    procedure: 'address.apart',
    subject: person(memberOf(place, '慕容国庆')),
    fields: { livesAt: '吉林省长春市练习路一号', since: '2026-10-01' },
    answers: { 'apart.livesElsewhere': true },
  });
  for (const words of ['人户分离', '吉林省长春市练习路一号', '2026年10月1日', '010000019'])
    expect(papers['apart-record 慕容国庆']).toContain(words);
});
