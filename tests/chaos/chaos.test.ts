import { describe } from 'vitest';
import { itAgrees } from './agreement.ts';

/**
 * Three to eight counters of four stations over their real databases, the real registry, and everything between them that can fail: requests and
 * answers lost, doubled, spoilt, late, out of order and at the same time, lines cut in either direction, the registry dying between two statements,
 * programs killed in the middle of an exchange or between two statements, full disks, clocks that jump, files put back to an old copy; and at the
 * conflict desk officers who settle somehow. Meanwhile nothing that a counter registered is overwritten. Afterwards all copies are what the registry
 * lets each counter read, every confirmed event had one effect, nothing committed is lost, no number was given twice, and every chain holds.
 *
 * Each run of the tests goes where nobody has been, but for the check of a commit, which has schedules of its own (agreement.ts). The seed is in the
 * test's name, and LUOHU_SEED and LUOHU_SCHEDULES go there again. `npm run chaos` goes through as many schedules as one likes. The databases are in memory (what a kill -9 leaves in a file is
 * tests/integration/killed.test.ts), the clock is the schedule's, and nothing waits for a disk.
 *
 * Broken on purpose, the code turned it red after so many schedules: the cursor committed before its page (41), an event known already judged
 * anew (2), records held back never released (2), an answer kept apart from what it does to the records (33), the version an event is based on
 * not compared (11), what was registered on an old copy left in its old place in the chain (14), the history of events found again not told
 * (14), the number blocks kept after an old copy was found out (34), a record that waits overwritten by the feed (28), records written in an order in
 * which somebody has two places for a moment (9), the event's own station told what it may not read (3), a settlement found again that leaves
 * the event at the desk (12).
 */
describe('stations and their registry, whatever fails between them,', () => itAgrees({ index: 0, parts: 2 }));
