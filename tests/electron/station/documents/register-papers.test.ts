import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../../../registry/server.ts';
import { DraftPerson, type DraftSubject } from '../../../../shared/contract/draft.ts';
import { readSeal } from '../../../../shared/document-seal/seal-text.ts';
import { approved, carriedOut, memberOf, townHousehold } from '../../../fixtures/carrying-out.ts';
import { startTestRegistry } from '../../../fixtures/counter.ts';
import { issuedPapers, issuedWords, paperOnDemand } from '../../../fixtures/issued-papers.ts';
import { pdfKeywords, pdfWords } from '../../../fixtures/pdf.ts';
import { draftPerson } from '../../../fixtures/people.ts';
import { openReadyCounter, type ReadyCounter } from '../../../fixtures/ready-counter.ts';
import { emptyRoom } from '../../../fixtures/settling.ts';

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
const household = (id: string): DraftSubject => ({ kind: 'household', id });
const home = (number: string) => townHousehold(one.clerk, number);
const papersOf = async (errand: Parameters<typeof carriedOut>[1]) => {
  const { row } = await carriedOut(one, errand);
  return { caseId: row.caseId, papers: await issuedPapers(one.clerk, row.caseId) };
};
const newborn = (name: string, sex: '1' | '2') =>
  draftPerson({
    name,
    sex,
    bornOn: '2026-11-01',
    maritalStatus: '10',
    citizenId: '',
    hukouDivision: '',
    hukouClass: '',
    hukouAddress: '',
  });

async function picked(personId: string, relationToHead: string): Promise<DraftPerson> {
  const { person: known } = await one.clerk.must('person.get', { personId, purpose: 'counter' });
  const { name, citizenId, sex, bornOn, ethnicity, maritalStatus } = known;
  const particulars = { name, citizenId, sex, bornOn, ethnicity, maritalStatus };
  return DraftPerson.parse({ ...particulars, personId, source: 'register', relationToHead });
}

describe('a birth', () => {
  it('prints the child’s card and the registration form with both parents as guardians', async () => {
    const place = await home('010000008');
    const { papers } = await papersOf({
      procedure: 'birth.register',
      subject: household(place.household.householdId),
      people: [newborn('于新生', '1')],
      fields: { motherId: memberOf(place, '谭月怡'), fatherId: memberOf(place, '于洋志') },
      answers: { 'birth.parentsMarried': true },
    });
    expect(papers['resident-card 于新生']).toContain('出生日期2026年11月1日');
    expect(papers['acceptance-receipt']).toContain('公民身份号码尚未编号');
    const form = papers['resident-form 于新生'];
    for (const words of ['常住人口登记表', '谭月怡', '于洋志', '家庭户', '010000008']) expect(form).toContain(words);
    // The parent signs, the officer beside.
    expect(form).toContain('于洋志李练习2026年11月23日');
  });
});

describe('a secret adoption', () => {
  it('is nowhere on card and form: the child is a daughter, the adopters are father and mother', async () => {
    const place = await home('010000003');
    const { papers } = await papersOf({
      procedure: 'adoption.register',
      subject: household(place.household.householdId),
      people: [newborn('任小收', '2')],
      fields: { motherId: memberOf(place, '任玉美'), isSecret: true },
    });
    const { 'resident-card 任小收': card = '', 'resident-form 任小收': form = '' } = papers;
    expect(`${card}${form}`).not.toMatch(/养|收养/);
    expect(card).toContain('关系女');
  });
});

describe('a change of name', () => {
  it('is noted on the back of the card and certified with number and seal', async () => {
    const place = await home('010000038');
    const personId = memberOf(place, '宋彦翔');
    const { caseId, papers } = await papersOf({
      procedure: 'item.name',
      subject: person(personId),
      fields: { name: '宋彦飞' },
    });
    expect(papers['resident-card-back 宋彦飞']).toContain('姓名宋彦飞2026年11月23日李练习');
    const certificate = papers['change-certificate 宋彦飞'];
    const { acceptanceNumber } = (await one.clerk.must('case.get', { caseId })).row;
    for (const words of [
      `编号：${acceptanceNumber}-0`,
      '宋彦翔宋彦飞2026年11月23日',
      '辽源市公安局南康分局南康派出所',
      '扫码核验',
    ])
      expect(certificate).toContain(words);
    expect(await paperOnDemand(one.clerk, caseId, 'resident-form')).toContain('宋彦飞2026年11月23日');
  });
});

describe('a paper with a seal', () => {
  it('bears on its PDF a seal of its own number, and in the preview none that passes', async () => {
    const place = await home('010000031');
    const { row, documents } = await carriedOut(one, {
      procedure: 'certificate.issue',
      subject: person(memberOf(place, '陈树有')),
      fields: { kind: 'other-by-law', body: '兹证明陈树有户口登记在本所。' },
    });
    expect(row.state).toBe('closed');
    const { documentId = '' } = documents.find(({ form }) => form === 'register-certificate') ?? {};
    const { pdf } = await one.clerk.must('document.issue', { documentId, reason: '核对' });
    const { pdf: preview } = await one.clerk.must('document.preview', { documentId });
    const seal = readSeal(await pdfKeywords(pdf));
    expect(seal?.statement).toMatchObject({
      form: 'register-certificate',
      station: '220403010000',
      issuedOn: '2026-11-23',
    });
    expect(await pdfWords(pdf)).toContain(`编号：${seal?.statement.number}`);
    const previewed = await pdfKeywords(preview);
    expect(previewed).toContain('预览无效');
    expect(readSeal(previewed)).toBeNull();
  });
});

describe('a household', () => {
  it('of a unit has a collective book, and everybody’s card names the unit', async () => {
    const place = await home('010000043');
    const keeper = memberOf(place, '车敏婷');
    const addressId = await emptyRoom(one.clerk);
    const { papers } = await papersOf({
      procedure: 'household.create-collective',
      subject: { kind: 'address', id: addressId },
      people: [await picked(keeper, '02')],
      target: { addressId, household: 'new', householdId: '' },
      fields: { kind: 'collective', unitName: '练习学校' },
      answers: { 'household.unitKeeper': true },
    });
    const book = papers['collective-book 车敏婷'];
    for (const words of ['集体户', '练习学校', '车敏婷']) expect(book).toContain(words);
    const card = papers['collective-resident-card 车敏婷'];
    for (const words of ['练习学校', '车敏婷', '住址']) expect(card).toContain(words);
  });

  it('opened by a move inside the city has the new address on its change page', async () => {
    const place = await home('010000039');
    const addressId = await emptyRoom(one.clerk);
    const { papers } = await papersOf({
      procedure: 'move.within',
      subject: person(memberOf(place, '赵静')),
      people: [await picked(memberOf(place, '赵静'), '02')],
      target: { addressId, household: 'new', householdId: '' },
    });
    const [address] = (await one.clerk.must('address.path', { addressId })).slice(-1);
    const page = papers['address-change-page 赵静'] ?? '';
    expect(page).toContain('2026年11月23日李练习');
    expect(page.replace('2026年11月23日李练习', '')).toContain(address?.fullName);
    expect(papers['household-book-first-page 赵静']).toContain('户主姓名赵静');
  });
});

describe('a move out of the city', () => {
  it('prints the migration certificate, and when it is lost a new one with a slip that voids the old number', async () => {
    const place = await home('010000024');
    const son = memberOf(place, '张磊');
    const toAddress = '吉林省长春市朝阳区练习路一号';
    const { papers } = await papersOf({
      procedure: 'move.out',
      subject: person(son),
      fields: {
        memberIds: [son],
        toDivision: '220104',
        toAddress,
        toAuthority: '长春市公安局练习派出所',
        reason: 'work',
      },
    });
    const certificate = papers['migration-certificate 张磊'] ?? '';
    for (const words of ['户口迁移证', '本人', toAddress, '务工', '2026年12月23日', '2026年印制', '扫码核验'])
      expect(certificate).toContain(words);
    const [number] = /220403\d{10}/.exec(certificate) ?? [];

    const { papers: again } = await papersOf({
      procedure: 'migration-paper.reissue',
      subject: person(son),
      fields: { cause: 'lost' },
    });
    const slip = again['correction-slip 张磊'];
    for (const words of ['作废重开', `${number}（2026）`, '遗失', '长春市公安局练习派出所'])
      expect(slip).toContain(words);
    expect(again['migration-certificate 张磊']).not.toContain(`第${number}号`);
  });
});

describe('a settlement from another province', () => {
  const people = ['02', '10', '20', '30', '20'].map((relationToHead, index) =>
    draftPerson({
      name: `沈试${'甲乙丙丁戊'.at(index)}`,
      sex: index % 2 === 0 ? '1' : '2',
      bornOn: `${index < 2 ? 1985 : 2018}-05-0${index + 1}`,
      maritalStatus: index < 2 ? '20' : '10',
      hukouDivision: '210102',
      hukouAddress: '辽宁省沈阳市和平区练习路一号',
      relationToHead,
      ...(index === 0 ? {} : { relationToApplicant: index === 1 ? 'spouse' : 'child', livesTogether: true }),
    }),
  );

  it('has its move-in permits once it is approved, four persons on each, before anything is registered', async () => {
    const view = await approved(one, {
      procedure: 'settle.residence',
      people,
      target: { addressId: await emptyRoom(one.clerk), household: 'new', householdId: '' },
      answers: { 'residence.basis': 'owned', 'residence.stable': true },
      isVoluntary: true,
    });
    expect(view.row.state).toBe('approved');
    const permits = view.documents.filter(({ form }) => form === 'move-in-permit');
    const words = await Promise.all(permits.map(({ documentId }) => issuedWords(one.clerk, documentId)));
    expect(words).toHaveLength(2);
    for (const text of [
      '准予迁入证明',
      '共2张第1张',
      '辽宁省沈阳市和平区',
      '沈试丁',
      '辽源市公安局南康分局',
      '2027年1月2日',
    ])
      expect(words[0]).toContain(text);
    expect(words[0]).not.toContain('沈试戊');
    expect(words[1]).toContain('沈试戊');
    const application = await paperOnDemand(one.clerk, view.row.caseId, 'settlement-application');
    for (const { level } of view.approvals)
      expect(application).toContain(level === 'station' ? '同意' : `${level}〔2026〕1号`);
  });
});

describe('a registration that ended', () => {
  it('by death is certified for the head who is left', async () => {
    const place = await home('010000018');
    const dead = memberOf(place, '高亮健');
    const { papers } = await papersOf({
      procedure: 'death.cancel',
      subject: person(dead),
      fields: {
        endedOn: '2026-11-20',
        newHeadId: memberOf(place, '车丽'),
        relations: { [memberOf(place, '高辰浩')]: '20' },
      },
    });
    const certificate = papers['cancellation-certificate 高亮健'];
    for (const words of ['高亮健', '因2026年11月20日死亡，户口已于2026年11月23日注销', '申请人车丽', '原户户主'])
      expect(certificate).toContain(words);
  });
});

describe('a certificate that is applied for', () => {
  it('of kinship says what the register says', async () => {
    const place = await home('010000055');
    const [head, wife] = [memberOf(place, '宋国金'), memberOf(place, '刘秀珍')];
    const { papers } = await papersOf({
      procedure: 'certificate.issue',
      subject: person(head),
      fields: {
        kind: 'kinship',
        relativeId: wife,
        body: '刘秀珍是宋国金的妻子。',
        purpose: '办理公证',
        recipient: '练习公证处',
      },
    });
    const certificate = papers['kinship-certificate 宋国金'];
    for (const words of ['亲属关系证明', '户号010000055', '刘秀珍', '办理公证', '220403202600'])
      expect(certificate).toContain(words);
  });

  it('of identity is good until the day that was entered; without one it is worded on the common form', async () => {
    const subject = person(memberOf(await home('010000050'), '周玉江'));
    const fields = { kind: 'temporary-identity', body: '兹证明周玉江身份属实。', purpose: '乘坐火车' };
    const errand = { procedure: 'certificate.issue', subject };
    const { papers } = await papersOf({ ...errand, fields: { ...fields, validUntil: '2026-11-30' } });
    expect(papers['temporary-identity-certificate 周玉江']).toContain('有效期至2026年11月30日');
    const { papers: common } = await papersOf({ ...errand, fields });
    expect(common['temporary-identity-certificate 周玉江']).toContain('兹证明周玉江身份属实。');
  });

  it('of an event of the police says what was found, and who asked for it', async () => {
    const subject = person(memberOf(await home('010000016'), '吴淑'));
    const common = {
      body: '据查证属实。',
      applicantName: '郑申请',
      applicantNumber: '220421199001050015',
      applicantRelation: '亲属',
      occurredOn: '2026-11-18',
      occurredAt: '吉林省辽源市练习河边',
      caseNumber: 'J22040300001',
      finding: '意外溺水',
      basis: '现场勘验和法医学检验意见',
      keeper: '练习福利院',
    };
    const words: Record<string, readonly string[]> = {
      'unnatural-death': ['非正常死亡', '意外溺水', '现场勘验和法医学检验意见'],
      'abducted-child': ['被拐儿童', '练习福利院', 'J22040300001'],
      'foundling-report': ['捡拾弃婴', '郑申请', '练习河边'],
      'criminal-record': ['自2026年11月18日至2026年11月23日期间，意外溺水'],
      'other-by-law': ['法律法规规定的其他证明', '据查证属实。'],
    };
    for (const [kind, expected] of Object.entries(words)) {
      const { papers } = await papersOf({ procedure: 'certificate.issue', subject, fields: { ...common, kind } });
      const form = kind === 'other-by-law' ? 'register-certificate' : `${kind}-certificate`;
      for (const text of expected) expect(papers[`${form} 吴淑`]).toContain(text);
    }
  });
});
