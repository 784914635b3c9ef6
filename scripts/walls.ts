import { projectRoot } from './project.ts';
import { checkWalls } from './walls/check.ts';

const breaches = checkWalls(projectRoot);
for (const breach of breaches) console.log(breach);
process.exitCode = breaches.length > 0 ? 1 : 0;
