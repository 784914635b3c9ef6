import '../without-eval.ts';
import { checkSeal } from '../../shared/document-seal/check-seal.ts';
import type { SealKeySet } from '../../shared/document-seal/key-set.ts';
import { readKeysFile } from '../../shared/document-seal/keys-file.ts';
import { VoidedList, voidedNumbersOf } from '../../shared/document-seal/voided.ts';
import { button, element, fileButton } from './element.ts';
import { type Camera, openCamera, readPicture } from './read-code.ts';
import { showCheck } from './show-check.ts';
import { type PageLanguage, type PageWord, sayIn } from './words.ts';

/** What the page knows; everything shown is made from it, so that the language can change at any time. */
const state = {
  language: 'zh' as PageLanguage,
  keys: null as SealKeySet | null,
  voided: null as VoidedList | null,
  keysProblem: null as PageWord | null,
  camera: null as Camera | null,
  /** What was read last, or what stood in the way. */
  read: null as { text: string } | { problem: PageWord } | null,
};

const page = document.getElementById('page');
const video = element('video', { id: 'video', playsinline: '', muted: '' });
const keysText = element('textarea', { id: 'keys-text', spellcheck: 'false' });
const codeText = element('textarea', { id: 'code-text', spellcheck: 'false' });
const result = element('div', { id: 'result', role: 'status', 'aria-live': 'polite' });

keysText.addEventListener('input', () => takeKeys(keysText.value));

const say = (word: PageWord, values?: Record<string, string | number>): string => sayIn(state.language, word, values);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeKeys(text: string): void {
  const held = readKeysFile(jsonOf(text));
  state.keys = held?.keys ?? null;
  state.voided = held?.voided ?? state.voided;
  state.keysProblem = held !== null || text.trim() === '' ? null : 'keysWrong';
  draw();
}

function takeVoided(text: string): void {
  const voided = VoidedList.safeParse(jsonOf(text));
  state.voided = voided.success ? voided.data : null;
  state.keysProblem = voided.success ? null : 'voidedWrong';
  draw();
}

function takeCode(text: string | null): void {
  state.read = text === null ? { problem: 'noCode' } : { text };
  draw();
}

async function scan(): Promise<void> {
  try {
    video.hidden = false;
    state.camera = await openCamera(video, (text) => {
      state.camera = null;
      takeCode(text);
    });
  } catch {
    // Every way in which a browser refuses a camera means the same to the person in front of it.
    state.read = { problem: 'noCamera' };
  }
  draw();
}

function closeCamera(): void {
  state.camera?.stop();
  state.camera = null;
  draw();
}

/** Day and minute in China, in figures. */
function counterTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function keysSection(): HTMLElement {
  const { keys, voided, keysProblem } = state;
  const lines = [
    ...(keys ? [say('keysLoaded', { count: keys.keys.length, asOf: counterTime(keys.asOf) })] : []),
    ...(voided ? [say('voidedLoaded', { count: voided.documents.length, asOf: counterTime(voided.asOf) })] : []),
    ...(keysProblem ? [say(keysProblem)] : []),
  ];
  const read = (take: (text: string) => void) => (file: File) => void file.text().then(take);
  return element(
    'section',
    {},
    element('h2', {}, say('keys')),
    element('p', { class: 'quiet' }, say('keysLead')),
    element(
      'div',
      { class: 'row' },
      fileButton('keys-file', say('chooseKeys'), '.json,application/json', read(takeKeys)),
      fileButton('voided-file', say('chooseVoided'), '.json,application/json', read(takeVoided)),
    ),
    element('label', {}, say('pasteKeys'), keysText),
    element('p', { id: 'keys-state', role: 'status' }, lines.join('\n')),
  );
}

function codeSection(): HTMLElement {
  video.hidden = state.camera === null;
  const camera = state.camera
    ? button('close-camera', say('closeCamera'), closeCamera)
    : button('open-camera', say('openCamera'), () => void scan());
  const picture = (file: File) => void readPicture(file).then(takeCode);
  const check = button('check', say('check'), () => takeCode(codeText.value));
  camera.classList.add('main');
  return element(
    'section',
    {},
    element('h2', {}, say('code')),
    element('div', { class: 'row' }, camera, fileButton('picture', say('choosePicture'), 'image/*', picture)),
    video,
    element('label', {}, say('pasteCode'), codeText),
    element('div', { class: 'row' }, check),
  );
}

async function drawResult(): Promise<void> {
  const { read, keys, voided, language } = state;
  const problem = !keys ? 'noKeys' : read && 'problem' in read ? read.problem : cryptoProblem();
  if (!read || !keys || problem || 'problem' in read) {
    const words = read && problem ? [element('p', { class: 'verdict open' }, say(problem))] : [];
    result.replaceChildren(...words);
    return;
  }
  const check = await checkSeal(read.text, { keys, ...(voided && { voided: voidedNumbersOf(voided) }) });
  // Something else may have been read, or the language changed, while the signature was computed.
  if (state.read === read && state.language === language) result.replaceChildren(showCheck(check, keys, language));
  // On a telephone the answer stands below the screen.
  result.parentElement?.scrollIntoView({ block: 'nearest' });
}

function cryptoProblem(): PageWord | null {
  return globalThis.crypto?.subtle ? null : 'noCrypto';
}

function draw(): void {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  const other = button('language', say('otherLanguage'), () => {
    state.language = state.language === 'zh' ? 'en' : 'zh';
    draw();
  });
  const focused = document.activeElement?.id;
  page?.replaceChildren(
    element('header', {}, element('h1', {}, say('title')), other),
    element('p', {}, say('lead')),
    keysSection(),
    codeSection(),
    element('section', {}, element('h2', {}, say('result')), result),
  );
  if (focused) document.getElementById(focused)?.focus();
  void drawResult();
}

draw();
