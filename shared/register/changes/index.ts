import type { RegisterEffect } from '../../policy/procedure-conduct.ts';
import type { Change } from '../change.ts';
import { cancelPermit } from './cancel-permit.ts';
import { cancelPerson } from './cancel-person.ts';
import { cancelResidence } from './cancel-residence.ts';
import { changeHead } from './change-head.ts';
import { changeItem } from './change-item.ts';
import { changePermit } from './change-permit.ts';
import { changeResidence } from './change-residence.ts';
import { createHousehold } from './create-household.ts';
import { endorsePermit } from './endorse-permit.ts';
import { enterPerson } from './enter-person.ts';
import { enterResidence } from './enter-residence.ts';
import { issueCertificate } from './issue-certificate.ts';
import { issuePermit } from './issue-permit.ts';
import { markApart } from './mark-apart.ts';
import { mergeHouseholds } from './merge-households.ts';
import { moveIn } from './move-in.ts';
import { moveOut } from './move-out.ts';
import { moveWithin } from './move-within.ts';
import { reissuePaper } from './reissue-paper.ts';
import { restartPermit } from './restart-permit.ts';
import { restorePerson } from './restore-person.ts';
import { splitHousehold } from './split-household.ts';

const changes: Partial<Record<RegisterEffect, Change<unknown>>> = {
  'cancel-permit': cancelPermit,
  'cancel-person': cancelPerson,
  'cancel-residence': cancelResidence,
  'change-head': changeHead,
  'change-item': changeItem,
  'change-permit': changePermit,
  'change-residence': changeResidence,
  'create-household': createHousehold,
  'endorse-permit': endorsePermit,
  'enter-person': enterPerson,
  'enter-residence': enterResidence,
  'issue-certificate': issueCertificate,
  'issue-permit': issuePermit,
  'mark-apart': markApart,
  'merge-households': mergeHouseholds,
  'move-in': moveIn,
  'move-out': moveOut,
  'move-within': moveWithin,
  'reissue-paper': reissuePaper,
  'restart-permit': restartPermit,
  'restore-person': restorePerson,
  'split-household': splitHousehold,
};

/** The change behind an effect of the pack; null for `none`. */
export function findChange(effect: RegisterEffect): Change<unknown> | null {
  return changes[effect] ?? null;
}
