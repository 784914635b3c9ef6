import { describe } from 'vitest';
import { itAgrees } from './agreement.ts';

/** The other half of chaos.test.ts, beside it. */
describe('stations and their registry, whatever fails between them,', () => itAgrees({ index: 1, parts: 2 }));
