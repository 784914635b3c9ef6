import { describe, expect, it } from 'vitest';
import { type AnswerValue, factsFromAnswers } from '../../../shared/policy/answers.ts';
import { judge } from '../../../shared/policy/judge.ts';
import { nextQuestions } from '../../../shared/policy/next-questions.ts';
import { factsOf, pack } from './liaoyuan.ts';

function interview(replies: Readonly<Record<string, AnswerValue>>) {
  const answers: Record<string, AnswerValue> = {};
  for (let asked = 0; asked < 20; asked += 1) {
    const facts = factsOf(factsFromAnswers(pack, answers));
    const question = nextQuestions(pack, facts)[0];
    if (question === undefined) return { asked, routes: judge(pack, facts).routes };
    const reply = replies[question.id];
    if (reply === undefined) throw new Error(`unexpected question ${question.id}`);
    answers[question.fact] = reply;
  }
  throw new Error('the questions do not end');
}

const nobody = { home: 'none', talent: 'none', joins: 'none', standing: 'none', job: false, 'joins-here': 'apart' };

describe('situation questions', () => {
  it('decide every route in four to six questions for someone with a rented home', () => {
    const { asked, routes } = interview({ ...nobody, home: 'rented' });
    expect(asked).toBeGreaterThanOrEqual(4);
    expect(asked).toBeLessThanOrEqual(6);
    expect(routes.filter((route) => route.verdict === 'eligible').map((route) => route.procedure)).toEqual([
      'settle.residence',
    ]);
  });

  it('follow up on the relative only when one is joined', () => {
    const { asked, routes } = interview({ ...nobody, joins: 'spouse', 'joins-here': 'together' });
    expect(asked).toBeLessThanOrEqual(6);
    expect(routes[0]?.procedure).toBe('settle.spouse');
  });

  it('begin with the question that narrows the routes most', () => {
    expect(nextQuestions(pack, factsOf({}))[0]?.id).toBe('joins');
  });

  it('come out the same for the same case', () => {
    expect(nextQuestions(pack, factsOf({}))).toEqual(nextQuestions(pack, factsOf({})));
  });

  it('ask nothing that is known already', () => {
    const ids = nextQuestions(
      pack,
      factsOf({ talent: { kind: 'skilled' }, residence: { basis: 'owned', stable: true } }),
    ).map((each) => each.id);
    expect(ids).not.toContain('talent');
    expect(ids).not.toContain('home');
  });

  it('ask for what a chosen procedure lacks', () => {
    const questions = nextQuestions(pack, factsOf({ procedure: 'birth.register', birth: { parentsMarried: false } }));
    expect(questions.map((question) => question.id)).toEqual(['declared-by']);
  });

  it('understand an answer of none as there being none', () => {
    expect(factsFromAnswers(pack, { talent: 'none', 'residence.basis': 'rented' })).toEqual({
      talent: null,
      residence: { basis: 'rented' },
    });
  });
});
