import { ChangesAnswer, LeaseAnswer, PushAnswer, type PushOutcome } from '../../shared/contract/registry.ts';
import { OfferedCopies } from '../../shared/contract/registry-copies.ts';
import { AnswersAnswer } from '../../shared/contract/registry-inquiry.ts';
import type { Fault, Passing } from './broken-registry.ts';

/** One way in which a registry may be wrong, and the clauses that must say so. */
export interface KnownFault {
  readonly what: string;
  /** The clauses that must not be kept. */
  readonly breaks: readonly string[];
  /** Clauses beside them that are tried and must be kept. */
  readonly keeps: readonly string[];
  /** A fault of its own for each run, as some remember what came before. */
  make(): Fault;
}

const isAt = ({ path, status }: Passing, start: string) => status === 200 && path.startsWith(start);

function answerWith(status: number, code: string): (passing: Passing) => ReturnType<Fault> {
  return (passing) => {
    const [line] = passing.lines;
    const isIt = passing.status !== 200 && (line as { code?: unknown } | null)?.code === code;
    return isIt ? { status } : null;
  };
}

function changesOf(change: (answer: ChangesAnswer) => ChangesAnswer): Fault {
  return (passing) =>
    isAt(passing, '/v1/changes') ? { lines: [change(ChangesAnswer.parse(passing.lines[0]))] } : null;
}

function outcomesOf(change: (outcome: PushOutcome) => PushOutcome): Fault {
  return (passing) =>
    isAt(passing, '/v1/events')
      ? { lines: [{ outcomes: PushAnswer.parse(passing.lines[0]).outcomes.map(change) }] }
      : null;
}

/** The kit is worth something only if it sees these. */
export const knownFaults: readonly KnownFault[] = [
  {
    what: "another station's ready copy that is offered",
    breaks: ['P111'],
    keeps: ['P112'],
    make: () => (passing) => {
      if (!isAt(passing, '/v1/copies') || passing.path !== '/v1/copies') return null;
      const { copies, ...rest } = OfferedCopies.parse(passing.lines[0]);
      return { lines: [{ copies: copies.map((copy) => ({ ...copy, scope: '990000000000' })), ...rest }] };
    },
  },
  {
    what: 'a page of the feed that ends inside an event',
    breaks: ['P76'],
    keeps: ['P74', 'P75', 'P81', 'P82'],
    make: () => {
      const isCut = ({ path }: Passing) => /limit=[1-9]$/.test(path);
      const cut = changesOf((answer) => ({ ...answer, changes: answer.changes.slice(0, 1) }));
      return (passing) => (isCut(passing) ? cut(passing) : null);
    },
  },
  {
    what: 'a device that is not told its own events again',
    breaks: ['P71', 'P74', 'P75', 'P76', 'P81'],
    keeps: ['P79', 'P82', 'P84'],
    make: () => {
      const own = new Set<string>();
      const hide = changesOf((answer) => ({
        ...answer,
        changes: answer.changes.filter(({ id }) => !own.has(id)),
        events: [],
      }));
      return (passing) => {
        const sent = passing.sent as { events?: { effects?: { id: string }[] }[] } | null;
        for (const event of sent?.events ?? []) for (const { id } of event.effects ?? []) own.add(id);
        return hide(passing);
      };
    },
  },
  {
    what: 'a first answer that is not given again word for word',
    breaks: ['P59'],
    keeps: ['P56', 'P58', 'P60', 'P65'],
    make: () =>
      outcomesOf((outcome) =>
        outcome.outcome === 'confirmed' ? { ...outcome, confirmedAt: new Date().toISOString() } : outcome,
      ),
  },
  {
    what: 'a conflict that does not say what the registry holds',
    breaks: ['P65'],
    keeps: ['P49', 'P55', 'P56', 'P73'],
    make: () => outcomesOf((outcome) => (outcome.outcome === 'conflict' ? { ...outcome, theirs: [] } : outcome)),
  },
  {
    what: 'a broken chain that is called a wrong hash',
    breaks: ['P60', 'P72'],
    keeps: ['P50', 'P58', 'P61'],
    make: () =>
      outcomesOf((outcome) =>
        outcome.outcome === 'rejected' && outcome.reason === 'chain' ? { ...outcome, reason: 'hash' } : outcome,
      ),
  },
  {
    what: 'a refusal that does not say which person lives elsewhere',
    breaks: ['P39', 'P41', 'P69'],
    keeps: ['P40', 'P68', 'P70'],
    make: () =>
      outcomesOf((outcome) =>
        outcome.outcome === 'rejected' && outcome.reason === 'person-elsewhere'
          ? { ...outcome, recordId: outcome.eventId }
          : outcome,
      ),
  },
  {
    what: 'a replayed request that is answered as if it were new',
    breaks: ['P12', 'P34'],
    keeps: ['P11', 'P13', 'P29', 'P31', 'P33'],
    make: () => {
      const isReplayed = answerWith(200, 'SIGNATURE_REPLAYED');
      return (passing) => (isReplayed(passing) ? { status: 200, lines: [{ anchors: [] }] } : null);
    },
  },
  {
    what: 'another body under a known id that is told with another status',
    breaks: ['P16', 'P59', 'P90', 'P91', 'P103'],
    keeps: ['P17', 'P87', 'P102'],
    make: () => answerWith(409, 'IDEMPOTENCY_MISMATCH'),
  },
  {
    what: 'blocks of numbers that overlap',
    breaks: ['P87'],
    keeps: ['P16', 'P89'],
    make: () => {
      const first = new Map<string, LeaseAnswer>();
      return (passing) => {
        if (!isAt(passing, '/v1/leases')) return null;
        const lease = LeaseAnswer.parse(passing.lines[0]);
        const key = `${lease.kind} ${lease.until - lease.from}`;
        const known = first.get(key) ?? lease;
        first.set(key, known);
        return lease.until > lease.from ? { lines: [known] } : null;
      };
    },
  },
  {
    what: 'a snapshot that breaks off as if it were whole',
    breaks: ['P85'],
    keeps: ['P83', 'P84'],
    make: () => (passing) => (isAt(passing, '/v1/snapshot') ? { lines: passing.lines.slice(0, -1) } : null),
  },
  {
    what: 'a bug that tells what broke',
    breaks: ['P22', 'P23'],
    keeps: ['P28', 'P100'],
    make: () => (passing) =>
      passing.status === 404 ? { status: 500, lines: [{ code: 'INTERNAL', detail: 'at f (x.ts:1:1)' }] } : null,
  },
  {
    what: 'an answer of an office that other stations read too',
    breaks: ['P94'],
    keeps: ['P96', 'P98', 'P99'],
    make: () => {
      const all = new Map<string, AnswersAnswer['answers'][number]>();
      return (passing) => {
        if (!isAt(passing, '/v1/inquiries/answers')) return null;
        const answer = AnswersAnswer.parse(passing.lines[0]);
        for (const each of answer.answers) all.set(each.inquiryId, each);
        return { lines: [{ ...answer, answers: [...all.values()] }] };
      };
    },
  },
];
