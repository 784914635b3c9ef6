import { existsSync, readFileSync, statSync } from 'node:fs';
import decodeQR from 'qr/decode.js';
import { sealPattern } from '../../shared/document-seal/seal-text.ts';
import { isPng, readPng } from './read-png.ts';

/** The texts of seals in what the command was given, and where they were found. */
export interface FoundSeals {
  readonly source: 'text' | 'text-file' | 'pdf-information' | 'picture';
  readonly seals: readonly string[];
}

const mostBytes = 100_000_000;
/** A photograph is looked at longer than a frame of a camera. */
const decodeLimitMs = 5_000;

/** Reads a file, or takes the argument as the text of a code itself. Null when a file is meant and can not be read. */
export function findSeals(fileOrText: string): FoundSeals | null {
  if (!existsSync(fileOrText)) {
    const isPath = /[/\\]|\.(pdf|png|txt|json|jpe?g)$/i.test(fileOrText);
    return isPath ? null : { source: 'text', seals: [fileOrText] };
  }
  const stat = statSync(fileOrText);
  if (!stat.isFile() || stat.size > mostBytes) return null;
  const bytes = readFileSync(fileOrText);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { source: 'pdf-information', seals: inPdf(bytes) };
  if (isPng(bytes)) return { source: 'picture', seals: inPicture(bytes) };
  return { source: 'text-file', seals: [bytes.toString('utf8').trim()] };
}

/** The document information of our PDFs is plain; another program may have written it again with two bytes a character. */
function inPdf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  const found = [text, text.replaceAll('\0', '')].flatMap((each) => each.match(sealPattern) ?? []);
  return [...new Set(found)];
}

function inPicture(bytes: Buffer): string[] {
  const pixels = readPng(bytes);
  if (!pixels) return [];
  try {
    return [decodeQR(pixels, { effort: Number.POSITIVE_INFINITY, timeLimit: decodeLimitMs })];
  } catch {
    // The decoder's way to say that it sees no code.
    return [];
  }
}
