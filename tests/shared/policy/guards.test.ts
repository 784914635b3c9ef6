import { describe, expect, it } from 'vitest';
import { ruralRightsGuarantee, speaksOfRuralRights } from '../../../shared/policy/guards/rural-rights.ts';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import { packTexts, problemsAfter } from './liaoyuan.ts';

const residence = 'procedures/settle.residence.yaml';
const talent = 'procedures/settle.talent.yaml';

describe('article 10: rural rights are no condition', () => {
  it.each([
    '退出土地承包经营权证明',
    '放棄宅基地使用權聲明書',
    '放弃集体收益分配权承诺',
    '集體經濟組織成員資格退出證明',
    '集體經濟分紅放棄書',
    '村集體財產權益讓渡',
    '宅 基 地 退 出 协 议',
    '宅-基-地',
    '土\u200b地\u200b承\u200b包合同原件',
    '交回承包地',
    '责任田交还证明',
    '农村房屋退出协议',
    '“三权”退出证明',
    '自愿退地申请',
    '农村产权流转合同',
    '股份经济合作社除名证明',
    'farmland-surrender-statement',
    'Proof that the applicant gave up contracted land',
    'homestead_waiver',
    'giveUpHomestead',
    'LAND RIGHTS RELEASE',
    'waiver of collective income',
    'renunciation of collective-income rights',
    'collective economic organisation membership withdrawal',
    'return of the house plot',
    'village shares transfer',
    'three rural rights statement',
    'zhaijidi',
    'tui-di',
    'ｈｏｍｅｓｔｅａｄ',
    'h o m e s t e a d waiver',
    'f.a.r.m.l.a.n.d',
    'home stead return',
    'h\u043emestead',
    'farmLand',
    'zhái jī dì',
    'ZHAI_JI_DI',
    'cheng-bao-di',
    'jiti shouyi quan',
    'tǔ dì chéng bāo',
    '宅x基x地',
    '土1地2承3包',
    '叁權退出',
    '三　权',
    '⼟地',
    '老家房屋腾退',
    '乡下的田交出来',
    '林权证',
    '村里的分红',
    '组上红利',
    '農舍交還',
    '經營權流轉',
    'agricultural holding released',
    'cottage plot given back',
  ])('hears «%s»', (text) => {
    expect(speaksOfRuralRights(text)).toBe(true);
  });

  it.each([
    '合法稳定住所（含租赁住房）',
    '不动产权证书',
    '集体户口簿',
    '社区集体户',
    '村（居）民委员会',
    '农业转移人口落户',
    '乡村',
    '收养',
    '地址',
    '居住地',
    '原籍',
    '社会福利',
    '房屋所有权、使用权已分割',
    'place of residence',
    'the island of Hainan',
    'studied here',
    'landlord-consent',
    'homeland',
    'mainland travel permit',
    'household of the community',
    'students studied in two years',
    'rural',
  ])('lets «%s» pass', (text) => {
    expect(speaksOfRuralRights(text)).toBe(false);
  });

  it('allows the guarantee itself, word for word, and nothing around it', () => {
    expect(speaksOfRuralRights(`特别告知：${ruralRightsGuarantee.zh}。`)).toBe(false);
    expect(speaksOfRuralRights(`${ruralRightsGuarantee.en}.`)).toBe(false);
    expect(speaksOfRuralRights(`${ruralRightsGuarantee.zh}，但应交回承包地`)).toBe(true);
  });

  it('refuses the pack with file, line and article when a material is about these rights', () => {
    const problems = problemsAfter(
      'materials.yaml',
      (text) => `${text}exit-statement: { names: { zh: 宅基地退出声明, en: statement } }\n`,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]?.file).toBe('materials.yaml');
    expect(problems[0]?.line).toBe((packTexts['materials.yaml'] ?? '').split('\n').length);
    expect(problems[0]?.message).toContain('liaoyuan-opinion, article 10');
  });

  it.each([
    [
      'a fact',
      'facts.yaml',
      (text: string) =>
        text.replace(
          '  talent.kind:',
          '  farmland.returned: { kind: boolean, names: { zh: 甲, en: a } }\n  talent.kind:',
        ),
    ],
    ['a rule text', residence, (text: string) => text.replace('没有合法稳定住所。', '尚未交回承包地。')],
    [
      'a rule id',
      residence,
      (text: string) => text.replace('id: settle.residence.home', 'id: settle.residence.homestead'),
    ],
    ['a question', 'questions.yaml', (text: string) => text.replace('在拟落户地有什么住所？', '是否已退出宅基地？')],
    ['a hint for the officer', residence, (text: string) => text.replace('也可以按市内移居办理', '应先办理土地流转')],
    [
      'an example',
      'examples/settle.residence.yaml',
      (text: string) => text.replace('no legal stable home', 'kept the farmland'),
    ],
  ])('refuses %s about them', (_what, file, change) => {
    expect(
      problemsAfter(file, change)
        .map((problem) => problem.message)
        .join(),
    ).toContain('article 10');
  });

  it('refuses a file that is named after them', () => {
    const problems = problemsAfter('procedures/homestead.exit.yaml', () => packTexts[residence] ?? '');
    expect(problems.some((problem) => problem.message.includes('article 10'))).toBe(true);
  });
});

describe('the format of a pack', () => {
  it('may use its own key «fields», while the same word as a text is refused', () => {
    const page = (en: string) => `target: household, fields: [{ key: note, names: { zh: 备注, en: ${en} } }] }`;
    const messages = (en: string) =>
      problemsAfter(residence, (text) => text.replace('target: household }', page(en))).map(({ message }) => message);
    expect(messages('note').join()).not.toContain('article 10');
    expect(messages('fields').join()).toContain('article 10');
  });
});

describe('article 5: no home or job test for talent', () => {
  const complaint = (file: string, change: (text: string) => string): string =>
    problemsAfter(file, change)
      .map((problem) => `${problem.file}:${problem.line} ${problem.message}`)
      .join('\n');
  const rule = (requires: string): string => `  - id: settle.talent.extra
    requires: ${requires}
    text: { zh: 甲, en: a }
    source: { doc: liaoyuan-opinion, article: "5" }
    status: sourced
companions:`;

  it.each([
    '{ fact: residence.stable, is: true }',
    '{ fact: employment.stable, is: true }',
    '{ use: stable-home }',
    '{ not: { any: [{ fact: residence.basis, is: none }] } }',
    '{ fact: permit.insuranceYears, atLeast: 1 }',
    '{ sure: { someCompanion: { fact: residence.basis, is: owned } } }',
    '{ endorsement: { issued: residence.registeredSince, endorsed: permit.lastEndorsed, suspended: permit.suspended, is: [open] } }',
  ])('refuses a rule that reads %s', (requires) => {
    expect(complaint(talent, (text) => text.replace('companions:', rule(requires)))).toContain('article 5');
  });

  it.each([
    'registered-lease',
    'ownership-certificate',
    'landlord-consent',
    'lodging-proof',
    'employment-contract',
    'business-licence',
  ])('refuses the paper %s', (paper) => {
    const change = (text: string) => text.replace('      - diploma', `      - ${paper}\n      - diploma`);
    expect(complaint(talent, change)).toContain(`asks for ${paper}`);
  });

  it('refuses the shared home papers and points at the line that uses them', () => {
    const change = (text: string) => text.replace('  - use: family-proof', '  - use: home-proof');
    expect(complaint(talent, change)).toMatch(/settle\.talent\.yaml:\d+ .*article 5/);
  });

  it('refuses a home question on the route', () => {
    expect(complaint(talent, (text) => text.replace('questions: [talent', 'questions: [home, talent'))).toContain(
      'article 5',
    );
  });

  it('refuses a home test in the limit or the approvals', () => {
    const change = (text: string) =>
      text.replace('when: { use: inter-province }', 'when: { fact: residence.basis, is: none }');
    expect(complaint(talent, change)).toContain('article 5');
  });

  it('refuses a new fact about a home under any name', () => {
    const facts = (text: string) =>
      text.replace(
        '  talent.kind:',
        '  applicant.hasFlat: { kind: boolean, names: { zh: 甲, en: a } }\n  talent.kind:',
      );
    const route = (text: string) => text.replace('companions:', rule('{ fact: applicant.hasFlat, is: true }'));
    const loaded = loadPack({
      ...packTexts,
      'facts.yaml': facts(packTexts['facts.yaml'] ?? ''),
      [talent]: route(packTexts[talent] ?? ''),
    });
    expect(loaded.ok ? '' : loaded.problems.map((problem) => problem.message).join()).toContain('article 5');
  });

  it('refuses words that ask for a job without a condition behind them', () => {
    const change = (text: string) => text.replace('需确认属于哪类人才。', '需提供劳动合同。');
    expect(complaint(talent, change)).toContain('article 5');
  });

  it('refuses a page that asks for the place of work', () => {
    const change = (text: string) =>
      text.replace(
        'target: household }',
        'target: household, fields: [{ key: unit, names: { zh: 工作单位, en: unit } }] }',
      );
    expect(complaint(talent, change)).toContain('the page asks for unit');
  });

  it('knows a talent route under another id by its name and by the facts it reads', () => {
    const renamed = (name: string, requires: string): Record<string, (text: string) => string> => ({
      [residence]: (text) => text.replace('合法稳定住所落户', name).replace('{ use: stable-home }', requires),
    });
    const byName = renamed('优秀人才落户', '{ use: stable-home }')[residence];
    const byFact = renamed('高级落户', '{ all: [{ use: stable-home }, { fact: talent.kind, is: skilled }] }')[
      residence
    ];
    expect(complaint(residence, byName ?? String)).toContain('article 5');
    expect(complaint(residence, byFact ?? String)).toContain('article 5');
  });
});
