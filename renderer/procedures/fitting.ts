import type { ProcedureEntry } from '../../shared/contract/procedure.ts';
import { rankTyped } from '../words/initials.ts';
import { inGroups } from './groups.ts';

/** How well what was typed fits a procedure, 0 the best: its item of the national catalogue, words in either language, pinyin, initials. */
function rankProcedure(typed: string, { names, catalogue }: ProcedureEntry): number | null {
  const wanted = typed.trim().toLowerCase();
  const items = catalogue.map((it) => it.toLowerCase());
  if (wanted === '' || items.includes(wanted)) return 0;
  if (/^c\d{1,2}$/.test(wanted)) return items.some((it) => it.startsWith(wanted)) ? 1 : null;
  const ranks = [rankTyped(wanted, names.zh), rankTyped(wanted, names.en)].filter((it) => it !== null);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

/** Whether what was typed fits a procedure at all. */
export function fitsProcedure(typed: string, entry: ProcedureEntry): boolean {
  return rankProcedure(typed, entry) !== null;
}

/** What Enter takes: what begins with what was typed before what only holds it, then the order of the list. */
export function bestFit(typed: string, entries: readonly ProcedureEntry[]): ProcedureEntry | undefined {
  const rank = (it: ProcedureEntry) => rankProcedure(typed, it) ?? Number.MAX_SAFE_INTEGER;
  return [...entries].sort((one, other) => rank(one) - rank(other))[0];
}

/** What is known of the person, household or address that a procedure would start from. */
export interface Standing {
  readonly kind: 'person' | 'household' | 'address';
  /** Of a person. */
  readonly status?: 'registered' | 'elsewhere' | 'moved-out' | 'dead' | 'cancelled';
  readonly hasResidence?: boolean;
  readonly permit?: 'functioning' | 'due' | 'suspended' | 'ended' | null;
}

const likely: Readonly<Record<NonNullable<Standing['status']>, readonly string[]>> = {
  registered: [
    'issue-certificate',
    'reissue-paper',
    'move-out',
    'move-within',
    'cancel-person',
    'change-item',
    'create-household',
    'mark-apart',
    'none',
  ],
  elsewhere: [],
  'moved-out': ['restore-person', 'issue-certificate', 'reissue-paper', 'none'],
  dead: ['restore-person', 'issue-certificate', 'none'],
  cancelled: ['restore-person', 'issue-certificate', 'none'],
};

/** Someone registered elsewhere: first a residence registration, then the permit, then what a permit needs. */
function likelyElsewhere({ hasResidence, permit }: Standing): readonly string[] {
  if (!hasResidence) return ['enter-residence', 'move-in'];
  if (permit === null || permit === undefined || permit === 'ended')
    return ['issue-permit', 'change-residence', 'cancel-residence', 'move-in'];
  const first = permit === 'suspended' ? ['restart-permit', 'endorse-permit'] : ['endorse-permit', 'change-permit'];
  return [...first, 'change-permit', 'cancel-permit', 'change-residence', 'cancel-residence', 'move-in'];
}

function likelyEffects(standing: Standing): readonly string[] | null {
  if (standing.kind !== 'person' || standing.status === undefined) return null;
  return standing.status === 'elsewhere' ? likelyElsewhere(standing) : likely[standing.status];
}

export interface Offer {
  /** What is likely meant, the likeliest first. */
  readonly likely: readonly ProcedureEntry[];
  readonly others: readonly ProcedureEntry[];
}

/** The procedures that start from something, what its state makes likely first. Nothing is left out: the rules decide, not this list. */
export function offerFor(standing: Standing, entries: readonly ProcedureEntry[]): Offer {
  const own = inGroups(entries.filter((it) => it.page.subject === standing.kind)).flatMap((it) => it.entries);
  const effects = likelyEffects(standing);
  if (effects === null) return { likely: own, others: [] };
  const rank = (it: ProcedureEntry) => effects.indexOf(it.effect);
  const fitting = own.filter((it) => rank(it) >= 0).sort((one, other) => rank(one) - rank(other));
  return { likely: fitting, others: own.filter((it) => rank(it) < 0) };
}
