import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../shared/policy/check/check-pack.ts';
import { exampleTexts, lineIn, withFile } from '../example-city.ts';
import { packTexts } from '../liaoyuan.ts';

const forms = new Set(
  readdirSync(join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'forms')).map((name) =>
    name.replace('.yaml', ''),
  ),
);
const settling = 'procedures/settle.residence.yaml';
const extraRule = (id: string, requires: string): string => `  - id: ${id}
    requires: ${requires}
    text: { zh: 甲, en: a }
    source: { doc: city-rules, article: "3" }
    status: sourced
materials:`;

/** The problems of the example city with one file changed. */
function problemsOf(file: string, change: (text: string) => string) {
  return checkPack(withFile(file, change), forms).problems;
}

describe('pack check', () => {
  it('finds nothing wrong with the pack of Liaoyuan and lists what is not law', () => {
    const report = checkPack(packTexts, forms);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ pack: 'liaoyuan@2026.1', procedures: 60 });
    expect(report.openPoints.map((point) => point.status)).toEqual(
      expect.arrayContaining(['planning-default', 'unsourced']),
    );
    expect(report.openPoints.every((point) => point.line > 0)).toBe(true);
    expect(report.papersWithoutForm).not.toContain('household-book');
  });

  it('finds nothing wrong with the pack of the made-up city', () => {
    expect(checkPack(exampleTexts, forms).problems).toEqual([]);
  });

  it('names file and line of an example that comes out otherwise, beside everything else', () => {
    const file = 'examples/settle.residence.yaml';
    const problems = problemsOf(file, (text) => text.replace('verdict: eligible', 'verdict: incomplete'));
    expect(problems).toContainEqual({
      file,
      line: lineIn(exampleTexts, file, 'a year today'),
      message: 'a year today: verdict is "eligible", expected "incomplete"',
    });
  });

  it('finds a rule that asks the same as another', () => {
    const [problem] = problemsOf(settling, (text) =>
      text.replace('materials:', extraRule('settle.residence.again', '{ use: has-home }')),
    );
    expect(problem?.message).toBe('rule settle.residence.again asks the same as settle.residence.home');
    expect(problem?.line).toBe(lineIn(exampleTexts, settling, 'materials:'));
  });

  it.each([
    ['another value', '{ fact: residence.basis, is: none }'],
    ['the opposite', '{ not: { fact: residence.basis, in: [owned, rented] } }'],
    ['no value that is left', '{ all: [{ not: { fact: residence.basis, in: [owned, rented, none] } }] }'],
  ])('finds rules that no case can meet together: %s', (_what, requires) => {
    const messages = problemsOf(settling, (text) =>
      text.replace('materials:', extraRule('settle.residence.no', requires)),
    ).map((problem) => problem.message);
    expect(messages).toContain('rule settle.residence.no contradicts settle.residence.home: no case meets both');
  });

  it('finds a rule that contradicts itself', () => {
    const requires =
      '{ all: [{ fact: applicant.birthDate, ageAtLeast: 18 }, { fact: applicant.birthDate, ageBelow: 18 }] }';
    const messages = problemsOf(settling, (text) =>
      text.replace('materials:', extraRule('settle.residence.no', requires)),
    );
    expect(messages.map((problem) => problem.message).join()).toContain('settle.residence.no can never hold');
  });

  it('does not take rules of different cases for contradictory', () => {
    const when = 'when: { fact: applicant.sex, is: "1" }\n    requires: { fact: applicant.birthDate, ageAtLeast: 60 }';
    const other = 'when: { fact: applicant.sex, is: "2" }\n    requires: { fact: applicant.birthDate, ageBelow: 60 }';
    const rules = [when, other].map((part, index) =>
      extraRule(`settle.residence.n${index}`, '').replace('requires: ', part).replace('materials:', ''),
    );
    const messages = problemsOf(settling, (text) => text.replace('materials:', `${rules.join('')}materials:`));
    expect(messages.map((problem) => problem.message).join()).not.toContain('contradict');
  });

  it('finds a question that is never asked, and one that a procedure lists in vain', () => {
    const question =
      '  - { id: sex, kind: yes-no, fact: companion.livesTogether, text: { zh: 同住吗？, en: Together? } }\n';
    expect(problemsOf('questions.yaml', (text) => text + question)[0]?.message).toContain('sex is never asked');
    const vain = problemsOf('procedures/death.cancel.yaml', (text) => text.replace('[died-on]', '[died-on, home]'));
    expect(vain[0]?.message).toBe('no rule of death.cancel reads what question home settles');
  });

  it('finds texts that stand in one language only', () => {
    const problems = problemsOf('materials.yaml', (text) =>
      text.replace('en: written application', 'en: 书面申请').replace('zh: 居民身份证', 'zh: identity card'),
    );
    expect(problems.map((problem) => problem.message)).toEqual([
      'en: «书面申请» is not translated',
      'zh: «identity card» is no Chinese text',
    ]);
    expect(problems.map((problem) => problem.line)).toEqual([1, 2]);
    const missing = problemsOf('materials.yaml', (text) => text.replace(', en: written application', ''));
    expect(missing[0]?.message).toContain('en: required');
  });

  it('finds a rule without its source', () => {
    const [problem] = problemsOf(settling, (text) =>
      text.replace('    source: { doc: city-rules, article: "3" }\n', ''),
    );
    expect(problem).toMatchObject({ file: settling, message: 'rules.0.source: required: an object' });
  });

  it('finds papers without a form', () => {
    const problems = problemsOf('documents.yaml', (text) =>
      text.replace(', form: resident-card }', ' }').replace('form: acceptance-receipt', 'form: castle-deed'),
    );
    expect(problems.map((problem) => problem.message)).toEqual([
      'paper acceptance-receipt: there is no form castle-deed',
      'paper resident-card names no form',
    ]);
  });

  it('finds a procedure with too few examples, or none that fits', () => {
    const few = problemsOf('examples/death.cancel.yaml', (text) => text.slice(0, text.indexOf('  - why: years ago')));
    expect(few[0]?.message).toBe('death.cancel: 3 example cases, expected at least 4');
    const none = problemsOf('examples/death.cancel.yaml', (text) => text.replaceAll('verdict: eligible, ', ''));
    expect(none[0]?.message).toBe('death.cancel: no example comes out eligible');
  });

  it('finds an approval that no step of the case leads to', () => {
    const problems = problemsOf('common.yaml', (text) => text.replace('level: station', 'level: county'));
    expect(problems[0]?.message).toBe('no step county-review, but the county approves');
  });

  it('finds a fact that the counter fills and the pack does not know', () => {
    const problems = problemsOf('facts.yaml', (text) => text.replace(/ {2}applicant\.birthDate.*\n/, ''));
    expect(problems[0]?.message).toContain('the counter fills applicant.birthDate');
  });

  it('finds one id on two different rules', () => {
    const problems = problemsOf('procedures/death.cancel.yaml', (text) =>
      text.replace('id: death.cancel.died', 'id: settle.residence.home'),
    );
    expect(problems.map((problem) => problem.message).join()).toContain(
      'another rule is called settle.residence.home too',
    );
  });
});
