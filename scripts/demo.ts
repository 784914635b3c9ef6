import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicantScreen } from '../tests/e2e/applicant-screen.ts';
import { Counter } from '../tests/e2e/counter.ts';
import { listFreeRooms, practiceWorld } from '../tests/e2e/practice-world.ts';
import { listPrinted } from '../tests/e2e/printed-papers.ts';
import { type OpenedProgram, openProgram } from '../tests/e2e/program.ts';
import { enterFamily, signAndAccept } from '../tests/e2e/settle-family.ts';
import { projectRoot } from './project.ts';
import { runOrThrow } from './run.ts';

const folder = join(projectRoot, 'out', 'demo');
const picturesPerInch = 110;
const args = ['--applicant-window', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Says what was done and keeps a numbered picture of each window that took part. */
class Album {
  #count = 0;
  readonly #program: OpenedProgram;

  constructor(program: OpenedProgram) {
    this.#program = program;
  }

  async keep(what: string, shows: 'clerk' | 'both' = 'clerk'): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, '0');
    const name = what.replaceAll(/[^a-z0-9]+/g, '-');
    await this.#program.clerk.screenshot({ path: join(folder, `${number}-${name}.png`) });
    if (shows === 'both')
      await (await this.#program.applicant()).screenshot({ path: join(folder, `${number}-${name}-applicant.png`) });
    console.log(`${number} ${what}`);
  }
}

/** `npm run demo`: the main job through the real windows, without a person. Pictures and papers are left in `out/demo/`. */
async function demonstrate(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log('preparing the practice town (the first time takes a minute)');
  const program = await openProgram({ dataDir: await practiceWorld(), args });
  try {
    const album = new Album(program);
    const counter = new Counter(program.clerk);
    await counter.page.getByRole('textbox', { name: '用户名' }).waitFor();
    await album.keep('login', 'both');
    const caseId = await serveFamily(program, counter, album);
    await decideAndPrint(counter, album, caseId);
    await readReport(counter, album);
    await keepPapers(program.printedDir);
  } finally {
    await program.close();
  }
  console.log(`done: ${folder}`);
}

async function serveFamily(program: OpenedProgram, counter: Counter, album: Album): Promise<string> {
  await counter.logIn('li');
  await counter.waitUntilSynchronised();
  await album.keep('home of the clerk');
  const [room] = listFreeRooms(1);
  const onStep = (step: string) => album.keep(`entry ${step}`);
  const caseId = await enterFamily(counter, { room, photographs: '居民身份证', onStep });
  const applicant = new ApplicantScreen(await program.applicant());
  await signAndAccept(counter, applicant, (step) => album.keep(`applicant ${step}`, 'both'));
  await album.keep('accepted');
  await counter.record.print('受理回执');
  await album.keep('receipt printed');
  await counter.logOut();
  return caseId;
}

async function decideAndPrint(counter: Counter, album: Album, caseId: string): Promise<void> {
  await counter.logIn('suo');
  await counter.goTo('待审批');
  await album.keep('queue of the chief');
  await counter.openCase(caseId);
  await counter.record.approve('符合条件，同意落户');
  await counter.waitForState(caseId, 'approved');
  await album.keep('approved');
  await counter.record.register();
  await counter.waitForState(caseId, 'confirmed');
  await album.keep('registered and confirmed');
  await counter.record.printAll();
  await counter.waitForState(caseId, 'closed');
  await album.keep('papers printed and case closed');
}

async function readReport(counter: Counter, album: Album): Promise<void> {
  await counter.goTo('同步');
  await album.keep('synchronised');
  await counter.goTo('报表');
  await counter.page.waitForTimeout(1000);
  await album.keep('report of the month');
}

/** The printed PDFs and a picture of each page. */
async function keepPapers(printedDir: string): Promise<void> {
  for (const name of listPrinted(printedDir)) {
    copyFileSync(join(printedDir, name), join(folder, name));
    const pages = ['-r', String(picturesPerInch), '-png', join(folder, name), join(folder, name.replace(/\.pdf$/, ''))];
    await runOrThrow('pdftoppm', pages);
    console.log(`printed ${name}`);
  }
}

await demonstrate();
