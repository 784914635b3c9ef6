import { parseArgs } from 'node:util';
import { stages } from './stages/list.ts';
import { runStages } from './stages/stage.ts';

/**
 * `npm test`: every stage; the last line is `N passed, N failed`. `-- --only lint --only unit` runs these stages, which then
 * do not ask whether what they need has been done.
 */
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const unknown = values.only?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`no such stage: ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const chosen = stages.filter(({ name }) => values.only?.includes(name) ?? true);
const { passed, failed, failures } = await runStages(chosen, (line) => console.log(line));
for (const failure of failures) console.log(`\nFAILED ${failure}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
