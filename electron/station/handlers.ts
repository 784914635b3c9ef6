import type { Answer } from '../../shared/contract/errors.ts';
import { done } from '../../shared/contract/errors.ts';
import type { Contract, EndpointName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import { amendPaper } from './amend/amend.ts';
import { listCasePapers } from './amend/papers-of-case.ts';
import { objectToCase, showApplicant, signCase, viewApplicant } from './applicant/screen.ts';
import { choosePlace, chooseUsualPrinter } from './calibration/choose-place.ts';
import { tryReadings } from './calibration/fit.ts';
import { nudgeCalibration, resetCalibration, saveCalibration, showCalibrations } from './calibration/keep.ts';
import { testSheetPdf } from './calibration/test-sheet.ts';
import { readAbout } from './cases/about.ts';
import { acceptCase } from './cases/accept.ts';
import { attachMaterial, readAttachment } from './cases/attach.ts';
import { beginAgain } from './cases/begin-again.ts';
import { approveCase, refuseCase, releasePapers, returnCase } from './cases/decide.ts';
import { listCases, summarizeHome } from './cases/queues.ts';
import { registerCase } from './cases/register.ts';
import { saveCase, startCase, withdrawCase } from './cases/start.ts';
import { viewCase } from './cases/view.ts';
import { checkConflict, recallPrint, settleConflict } from './conflicts/calls.ts';
import { listConflicts } from './conflicts/list.ts';
import { viewConflict } from './conflicts/view.ts';
import { addPaper, issueDocument, previewDocument } from './documents/papers.ts';
import { listReady, readPrintLog } from './documents/print-record.ts';
import { recordPrinted } from './documents/printed.ts';
import { listDuplicates, recordFinding } from './duplicates/compare.ts';
import {
  exportFile,
  markChecked,
  receivePiece,
  showKeys,
  showPrefilled,
  stopTaking,
  takeReceived,
  trustParty,
} from './exchange/calls.ts';
import { liftFreeze, listFreezes } from './freeze/freezes.ts';
import { askOffice } from './inquiries/ask.ts';
import { showInquiries, showOpenInquiries } from './inquiries/show.ts';
import { childAddresses, findAddresses, pathOfAddress } from './lookups/addresses.ts';
import { parseCard } from './lookups/card.ts';
import { findPeople, findPeopleBy, listHouseholdsAt, viewHousehold, viewPerson } from './lookups/persons.ts';
import { policyNames, verifyingDepartments } from './lookups/policy-names.ts';
import { listProcedures } from './lookups/procedures.ts';
import { keepPhoto, readPhoto } from './photos/photo-calls.ts';
import { certificateList } from './policy/certificate-list.ts';
import { guidePdf, listGuides, viewGuide } from './policy/guide-screen.ts';
import { installSignedPack, listPacks } from './policy/pack-list.ts';
import type { Calling, Program } from './program.ts';
import { wantAnchor } from './published/anchor-audit.ts';
import { readHistory } from './register/history.ts';
import { addressPage, householdPage, personPage } from './register/pages.ts';
import { reverseEvent } from './register/reverse.ts';
import { settlementPdf } from './reports/settlement-pdf.ts';
import { settlementReport } from './reports/settlement-report.ts';
import type { WindowSession } from './session/sessions.ts';
import { stationState } from './session/station-state.ts';
import { decideBlank, listQuestions } from './stock/print-questions.ts';
import { checkStock, giveUpStock, listBlanks, listStock, spoilBlank, takeBlanksIn } from './stock/stock-calls.ts';
import { listFaults } from './sweep/list-faults.ts';

type Immediate<N extends EndpointName> = (
  program: Program,
  calling: Calling,
  input: ParsedInputOf<N>,
) => Answer<OutputOf<N>>;
type Deferred<N extends EndpointName> = (
  program: Program,
  calling: Calling,
  input: ParsedInputOf<N>,
) => Promise<Answer<OutputOf<N>>>;
type Open<N extends EndpointName> = (
  program: Program,
  session: WindowSession,
  input: ParsedInputOf<N>,
) => OpenAnswer<N> | Promise<OpenAnswer<N>>;
/** `subject`: the record the call was about, for its audit line. */
interface OpenAnswer<N extends EndpointName> {
  readonly answer: Answer<OutputOf<N>>;
  readonly subject?: string;
}

/** Carried out inside one transaction together with their audit line. */
const immediate = {
  'session.lock': () => done({}),
  'home.summary': summarizeHome,
  'case.start': startCase,
  'case.beginAgain': beginAgain,
  'case.about': readAbout,
  'case.get': (program, calling, { caseId }) => viewCase(program, calling, caseId),
  'case.save': saveCase,
  'case.list': listCases,
  'case.withdraw': withdrawCase,
  'case.accept': acceptCase,
  'case.approve': approveCase,
  'case.return': returnCase,
  'case.refuse': refuseCase,
  'case.register': registerCase,
  'case.release': releasePapers,
  'case.attach': attachMaterial,
  'case.attachment': readAttachment,
  'case.prefilled': showPrefilled,
  'case.prefilledChecked': markChecked,
  'exchange.receive': receivePiece,
  'exchange.stop': stopTaking,
  'document.add': addPaper,
  'document.printed': recordPrinted,
  'document.listReady': listReady,
  'document.printLog': readPrintLog,
  'paper.listOfCase': listCasePapers,
  'paper.amend': amendPaper,
  'stock.list': listStock,
  'stock.blanks': listBlanks,
  'stock.takeIn': takeBlanksIn,
  'stock.spoil': spoilBlank,
  'stock.questions': listQuestions,
  'stock.decide': decideBlank,
  'stock.check': checkStock,
  'stock.giveUp': giveUpStock,
  'printer.choose': choosePlace,
  'printer.chooseUsual': chooseUsualPrinter,
  'conflict.list': listConflicts,
  'conflict.get': viewConflict,
  'conflict.check': checkConflict,
  'conflict.settle': settleConflict,
  'conflict.recall': recallPrint,
  'calibration.list': showCalibrations,
  'calibration.fit': tryReadings,
  'calibration.save': saveCalibration,
  'calibration.nudge': nudgeCalibration,
  'calibration.reset': resetCalibration,
  'person.search': findPeople,
  'person.searchBy': findPeopleBy,
  'person.get': viewPerson,
  'photo.keep': keepPhoto,
  'photo.get': readPhoto,
  'household.get': viewHousehold,
  'household.listAtAddress': listHouseholdsAt,
  'address.children': childAddresses,
  'address.search': findAddresses,
  'address.path': pathOfAddress,
  'person.page': personPage,
  'household.page': householdPage,
  'address.page': addressPage,
  'history.get': readHistory,
  'register.reverse': reverseEvent,
  'card.parse': parseCard,
  'policy.names': policyNames,
  'policy.departments': verifyingDepartments,
  'policy.packs': listPacks,
  'policy.procedures': listProcedures,
  'policy.guides': listGuides,
  'policy.guide': viewGuide,
  'policy.certificates': certificateList,
  'applicant.show': showApplicant,
  'report.settlement': settlementReport,
  'sync.state': (program) => done(program.sync.state()),
  'sweep.state': (program) => done(program.sweeps.state()),
  'sweep.faults': listFaults,
  'inquiry.ask': askOffice,
  'inquiry.list': showInquiries,
  'inquiry.open': (program) => showOpenInquiries(program),
  'duplicate.find': listDuplicates,
  'duplicate.record': recordFinding,
  'freeze.list': (program) => listFreezes(program),
  'freeze.lift': liftFreeze,
  'sync.outbox': (program) => done(program.sync.outbox()),
} satisfies { [N in EndpointName]?: Immediate<N> };

/** Take longer than a transaction may stay open: drawing a PDF, asking the registry. */
const deferred = {
  'document.preview': previewDocument,
  'document.issue': issueDocument,
  'calibration.sheetPdf': testSheetPdf,
  'report.settlementPdf': settlementPdf,
  'policy.guidePdf': guidePdf,
  'policy.installPack': installSignedPack,
  'exchange.state': async (program) => done(await program.exchanges.state()),
  'exchange.export': exportFile,
  'exchange.take': takeReceived,
  'exchange.readKeys': showKeys,
  'exchange.trust': trustParty,
  'sync.now': async (program) => done(await program.sync.now()),
  'sweep.run': async (program) => done(await program.sweeps.run()),
  'sweep.stop': async (program) => done(await program.sweeps.stop()),
} satisfies { [N in EndpointName]?: Deferred<N> };

/** Need no log-in, or make one. */
const open = {
  'station.state': (program) => ({ answer: done(stationState(program)) }),
  'session.current': (_program, session) => ({ answer: done(session.current()) }),
  'session.login': async (_program, session, { login, password }) => ({ answer: await session.login(login, password) }),
  'session.unlock': async (_program, session, { password }) => ({ answer: await session.unlock(password) }),
  'session.logout': (program, session) => {
    session.logout();
    wantAnchor(program);
    return { answer: done({}) };
  },
  'applicant.view': async (program) => ({ answer: await viewApplicant(program) }),
  'applicant.sign': (program, _session, input) => ({ answer: signCase(program, input), subject: input.caseId }),
  'applicant.objects': (program, _session, input) => ({ answer: objectToCase(program, input), subject: input.caseId }),
} satisfies { [N in EndpointName]?: Open<N> };

type StationEndpoint = { [N in EndpointName]: Contract[N]['servedBy'] extends 'main' ? never : N }[EndpointName];
/** The names that have no handler; `true` only when there is none, so that a forgotten one does not compile. */
type Unhandled = Exclude<
  StationEndpoint,
  keyof typeof immediate | keyof typeof deferred | keyof typeof open | MainEndpoint
>;
type MainEndpoint =
  | 'document.printSet'
  | 'document.stopSet'
  | 'card.read'
  | 'document.print'
  | 'printer.list'
  | 'calibration.sheetPrint'
  | 'exchange.save'
  | 'report.settlementPrint'
  | 'policy.guidePrint';
const isComplete: [Unhandled] extends [never] ? true : Unhandled = true;
if (!isComplete) throw new Error('an endpoint has no handler');

// The connection parses a call's input with its endpoint's own schema before it looks the handler up by the same name, so the
// wider input type below never meets a handler with other input; method syntax lets TypeScript widen it.
interface ImmediateTable {
  readonly [name: string]:
    | { handle(program: Program, calling: Calling, input: unknown): Answer<unknown> }['handle']
    | undefined;
}
interface DeferredTable {
  readonly [name: string]:
    | { handle(program: Program, calling: Calling, input: unknown): Promise<Answer<unknown>> }['handle']
    | undefined;
}
interface OpenTable {
  readonly [name: string]:
    | {
        handle(
          program: Program,
          session: WindowSession,
          input: unknown,
        ): { answer: Answer<unknown>; subject?: string } | Promise<{ answer: Answer<unknown>; subject?: string }>;
      }['handle']
    | undefined;
}

export const handlers: ImmediateTable = immediate;
export const deferredHandlers: DeferredTable = deferred;
export const openHandlers: OpenTable = open;
