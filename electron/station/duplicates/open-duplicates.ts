import type { DraftPerson } from '../../../shared/contract/draft.ts';
import { normalizeName } from '../../../shared/domain/names.ts';
import type { Database } from '../store/database.ts';
import { type Compared, findFinding } from '../store/duplicate-findings.ts';
import { hasWholeCopy } from '../sync/sync-settings.ts';
import { type Duplicate, type DuplicateAsked, findDuplicates } from './find-duplicates.ts';

type Entered = Pick<DraftPerson, 'personId' | 'name' | 'namePinyin' | 'bornOn' | 'citizenId'>;

/** Somebody as entered, in the form in which the register would hold them. */
export function comparedAsEntered({
  name,
  bornOn,
  citizenId,
}: Pick<Compared, 'name' | 'bornOn' | 'citizenId'>): Compared {
  return { personId: null, name: normalizeName(name), bornOn, citizenId: citizenId.trim().toUpperCase() };
}

/**
 * Candidates of whom nothing is recorded yet. The person's own record is none: the same number under the same name and birth date, or the
 * record they were picked from.
 */
export function listOpenDuplicates(
  database: Database,
  asked: DuplicateAsked,
  exceptPersonIds: readonly string[] = [],
): Duplicate[] {
  const found = findDuplicates(database, asked, exceptPersonIds);
  const isOwn = ({ why }: Duplicate) => why.includes('same-number') && why.includes('same-name-and-birth');
  return found.filter((it) => !isOwn(it) && findFinding(database, asked, it.person) === null);
}

/** The same for somebody entered in a case; nobody while the copy is being filled. */
export function listOpenOfEntered(database: Database, entered: Entered): Duplicate[] {
  if (!hasWholeCopy(database)) return [];
  const { namePinyin, personId } = entered;
  return listOpenDuplicates(database, { ...comparedAsEntered(entered), namePinyin }, [personId]);
}
