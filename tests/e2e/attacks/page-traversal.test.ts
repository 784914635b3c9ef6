import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFolder, nowhere } from '../empty-folder.ts';
import { type OpenedProgram, openProgram } from '../program.ts';

let program: OpenedProgram;

beforeAll(async () => {
  program = await openProgram({ dataDir: emptyFolder(), args: ['--registry', nowhere] });
  await program.clerk.waitForLoadState('load');
}, 180_000);
afterAll(() => program?.close());

it('serves its own page with the strict policy', async () => {
  const got = await program.clerk.evaluate(async () => {
    const answer = await fetch('app://luohu/index.html');
    return { status: answer.status, policy: answer.headers.get('content-security-policy') };
  });
  expect(got.status).toBe(200);
  expect(got.policy).toContain("default-src 'none'");
});

it.each([
  'app://luohu/../main/index.js',
  'app://luohu/%2e%2e/main/index.js',
  'app://luohu/%2e%2e%2fmain%2findex.js',
  'app://luohu/..%5cmain%5cindex.js',
  'app://luohu/assets/..%2f..%2fmain/index.js',
  'app://luohu/%252e%252e/main/index.js',
  'app://luohu//etc/passwd',
  'app://luohu/index.html%00.js',
  'app://luohu/assets/',
])('serves nothing outside the pages: %s', async (address) => {
  const status = await program.clerk.evaluate(
    (to) =>
      fetch(to).then(
        (answer) => answer.status,
        () => 0,
      ),
    address,
  );
  expect([0, 404]).toContain(status);
});
