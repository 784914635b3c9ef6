import type { Address } from '../../shared/domain/records.ts';
import type { ApplicantScreen } from './applicant-screen.ts';
import type { Counter } from './counter.ts';
import { family } from './people.ts';

interface Plan {
  readonly room: Address | undefined;
  /** Material whose picture is taken with the camera. */
  readonly photographs?: string;
  /** Called after each step with its name, for pictures of it. */
  readonly onStep?: (name: string) => Promise<void>;
}

/** Enters a family of three who settle by a rented home, up to the check page. Answers the id of the case. */
export async function enterFamily(
  counter: Counter,
  { room, photographs, onStep = async () => undefined }: Plan,
): Promise<string> {
  if (!room) throw new Error('the town has no free room');
  const { entry } = counter;
  const caseId = await counter.newApplicant();
  await entry.readCard(0, family.applicant.name);
  await entry.type(0, family.applicant.typed);
  await onStep('applicant');
  await entry.goOn('情形与途径');
  await answerSituation(counter);
  await onStep('situation');
  await entry.goOn('材料');
  await entry.markMaterials('原件');
  if (photographs) await entry.photograph(photographs);
  await onStep('materials');
  await entry.goOn('迁入人员');
  await enterCompanions(counter);
  await onStep('people');
  await entry.goOn('落户地址');
  await settleAt(counter, room);
  await onStep('target');
  await markNewMaterials(counter);
  await entry.openStep('核对受理');
  await entry.confirmFreeWill();
  await entry.waitUntilSaved();
  await onStep('check');
  return caseId;
}

async function answerSituation({ entry }: Counter): Promise<void> {
  await entry.answer('在拟落户地有什么住所？', '租赁住房');
  await entry.chooseRoute('合法稳定住所落户');
}

async function enterCompanions({ entry }: Counter): Promise<void> {
  await entry.type(0, family.applicant.more);
  await entry.addCompanion();
  await entry.readCard(1, family.spouse.name);
  await entry.type(1, family.spouse.typed);
  await entry.livesTogether(1);
  await entry.addCompanion();
  await entry.type(2, family.child.typed);
  await entry.livesTogether(2);
}

async function settleAt({ entry }: Counter, room: Address): Promise<void> {
  await entry.pickAddress(room.fullName);
  await entry.chooseHousehold('立新户');
  await entry.relateToHead(0, '02');
  await entry.relateToHead(1, '12');
  await entry.relateToHead(2, '30');
}

/** Companions bring materials of their own: proof of marriage and of kinship. */
async function markNewMaterials({ entry }: Counter): Promise<void> {
  await entry.openStep('材料');
  await entry.markMaterials('原件');
}

/** The applicant reads and signs on the second screen; the clerk accepts. */
export async function signAndAccept(
  counter: Counter,
  applicant: ApplicantScreen,
  onStep: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const { entry } = counter;
  await entry.showToApplicant();
  await applicant.waitForLine(family.applicant.name);
  await onStep('reads');
  await entry.askForSignature();
  await applicant.sign();
  await onStep('signs');
  await entry.accept();
}
