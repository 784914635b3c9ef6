import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decideCommand } from '../../../../electron/cli/decide.ts';
import { judgeDraft } from '../../../../electron/station/cases/judge-draft.ts';
import { type Destination, policyFacts } from '../../../../electron/station/cases/policy-facts.ts';
import { Draft } from '../../../../shared/contract/draft.ts';
import { VerdictReport } from '../../../../shared/contract/verdict.ts';
import { pack } from '../../../shared/policy/liaoyuan.ts';

type Facts = Readonly<Record<string, unknown>>;
interface SampleCase extends Facts {
  readonly asOf: string;
  readonly procedure?: string;
  readonly applicant?: Facts & { readonly hukou?: { readonly division?: string; readonly class?: string } | null };
  readonly destination?: { readonly division: string; readonly kind: Destination['urbanRural'] };
  readonly companions?: readonly Facts[];
  readonly materials?: readonly (string | { readonly id: string; readonly state: string })[];
}
interface Sample {
  readonly id: string;
  readonly why: string;
  readonly case: SampleCase;
}

/** Sample cases kept beside the project; absent in a bare checkout. */
const file = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'cases', 'decide-samples.json');
const samples: readonly Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

const folder = mkdtempSync(join(tmpdir(), 'samples-'));
afterAll(() => rmSync(folder, { recursive: true }));

const people = ['citizenId', 'birthDate', 'sex', 'maritalStatus', 'hukou'];
const entered = ['asOf', 'procedure', 'destination', 'companions', 'materials'];

/** What the clerk types of the applicant: number, birth, sex, marriage and where the hukou is, or that there is none. */
function applicantOf({ applicant = {} }: SampleCase) {
  const { citizenId = '', birthDate = '', sex = '', maritalStatus = '', hukou } = applicant;
  const where = hukou === null ? { hukouClass: 'none' } : { hukouDivision: hukou?.division, hukouClass: hukou?.class };
  return { citizenId, bornOn: birthDate, sex, maritalStatus, ...where };
}

const companionOf = ({ relation, maritalStatus = '', birthDate = '', livesTogether = null }: Facts) => ({
  relationToApplicant: relation,
  maritalStatus,
  bornOn: birthDate,
  livesTogether,
});

/** Every other fact is the answer to a situation question; a group that is known not to be there is an option of one. */
function answersOf(written: SampleCase): Record<string, unknown> {
  const groups = Object.entries(written).filter(([group]) => !entered.includes(group));
  return Object.fromEntries(
    groups.flatMap(([group, facts]) => (facts === null ? noneOf(group) : answersIn(group, facts))),
  );
}

function answersIn(group: string, facts: unknown): [string, unknown][] {
  const asked = Object.entries(facts as Facts).filter(([key]) => group !== 'applicant' || !people.includes(key));
  return asked.map(([key, value]) => [`${group}.${key}`, value]);
}

function noneOf(group: string): [string, unknown][] {
  for (const { raw } of pack.questions) {
    const option = raw.kind === 'choice' ? raw.options.find(({ sets }) => sets[group] === null) : undefined;
    if (option !== undefined) return [[raw.id, option.value]];
  }
  throw new Error(`no question says that there is no ${group}`);
}

function draftOf(written: SampleCase): Draft {
  const materials = (written.materials ?? []).map((each) =>
    typeof each === 'string' ? { id: each, state: 'paper' } : each,
  );
  return Draft.parse({
    procedure: written.procedure ?? '',
    answers: answersOf(written),
    people: [applicantOf(written), ...(written.companions ?? []).map(companionOf)],
    materials: materials.map(({ id, state }) => ({ materialId: id, state })),
  });
}

/** What the window shows of the sample, entered as a clerk would. */
function shownFor(written: SampleCase): VerdictReport {
  const { destination } = written;
  const place = destination ? { division: destination.division, urbanRural: destination.kind } : null;
  const draft = draftOf(written);
  return judgeDraft(pack, policyFacts(pack, draft, written.asOf, place), draft).verdicts;
}

async function decided(written: SampleCase): Promise<VerdictReport> {
  const path = join(folder, 'case.json');
  writeFileSync(path, JSON.stringify(written));
  const { output } = await decideCommand(['--case', path]);
  return VerdictReport.parse(JSON.parse(output ?? ''));
}

describe.skipIf(samples.length === 0)('the window and the command line', () => {
  it.each(samples.map((sample) => [sample.id, sample.why, sample] as const))(
    'say the same of %s: %s',
    async (_id, _why, { case: written }) => {
      const [shown, printed] = [shownFor(written), await decided(written)];
      const routes = printed.routes.map(({ procedure }) => shown.routes.find((route) => route.procedure === procedure));
      expect(routes).toEqual(printed.routes);
      expect(shown.pack).toBe(printed.pack);
    },
  );
});
