import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './project.ts';

const source = join(projectRoot, 'renderer', 'verify');
/** The page as it is given away: one file, kept with the sources so that a checkout needs no build to have it. */
export const verifyPageFile = join(projectRoot, 'resources', 'verify', 'index.html');
/** The browsers of offices that are years behind: Windows 7 ends at Chromium 109. */
const oldestBrowser = 'chrome100';
const notice = '/*! Holds qr (c) Paul Miller, MIT or Apache-2.0, and zod (c) Colin McDonnell, MIT. */';

/** Builds the page that checks QR codes offline. The same sources and packages give the same text. */
export async function buildVerifyPage(): Promise<string> {
  const style = readFileSync(join(source, 'page.css'), 'utf8');
  const script = `${notice}\n${await bundle()}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script)}">
<meta name="referrer" content="no-referrer">
<title>落户文书验证 · Luohu document check</title>
<style>${style}</style>
</head>
<body>
<main id="page"></main>
<noscript>请启用脚本后再打开本页；本页不连接网络。 Turn scripts on and open this page again; it uses no network.</noscript>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing from anywhere: the two texts of the page are allowed by their hashes, pictures and video come from the reader's hand. */
function contentPolicy(style: string, script: string): string {
  const rules = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: oldestBrowser,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(source, 'main.tsx'), output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const [chunk, ...more] = chunks;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the page is to be one script');
  if (chunk.code.includes('</script')) throw new Error('the script would end its own element');
  return chunk.code;
}

if (import.meta.main) writeFileSync(verifyPageFile, await buildVerifyPage());
