import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first. */
const longest = [
  'tests/e2e/offline.test.ts',
  'tests/e2e/procedures-persons.test.ts',
  'tests/e2e/power-cut.test.ts',
  'tests/integration/killed.test.ts',
  'tests/e2e/procedures-households.test.ts',
  'tests/e2e/exchange.test.ts',
  'tests/e2e/conflict.test.ts',
  'tests/e2e/procedures-residents.test.ts',
  'tests/integration/exchange/command-line.test.ts',
  'tests/e2e/whole-line.test.ts',
];

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? longest.length : place;
}

/**
 * On a new machine vitest knows of a file only how large it is, and one of a minute and a half that begins last keeps every other worker waiting
 * for it. These begin first.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((a, b) => placeOf(a) - placeOf(b)),
    );
  }
}
