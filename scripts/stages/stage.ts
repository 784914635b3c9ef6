/** What came of a stage of `npm test`. A stage without tests of its own counts as one. */
export interface Counted {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, a text each: they are said again at the end, where a long run is read first. */
  readonly failures?: readonly string[];
}

/** The sum of all stages. */
export type Sum = Required<Counted>;

export interface Stage {
  readonly name: string;
  /** Stages without which this one can tell nothing; it is counted as failed when one of them failed. */
  readonly needs?: readonly string[];
  /** Whether the stages behind it begin while it runs; who needs it waits for it. */
  readonly isBeside?: boolean;
  readonly run: () => Promise<Counted>;
}

export const passedOne: Counted = { passed: 1, failed: 0 };
export const failedOne: Counted = { passed: 0, failed: 1 };

/**
 * Runs stages one after the other, each under a heading with its seconds afterwards, and returns their sum. A failing stage
 * does not end the run: only what needs it is left out, and counted as failed.
 */
export async function runStages(stages: readonly Stage[], write: (line: string) => void): Promise<Sum> {
  const failedNames = new Set<string>();
  const beside = new Map<string, Promise<void>>();
  let sum: Sum = { passed: 0, failed: 0, failures: [] };
  const runAndCount = async (stage: Stage): Promise<void> => {
    write(`\n=== ${stage.name}${stage.isBeside ? ', beside those behind it' : ''}`);
    const since = Date.now();
    const counted = await runStage(stage, failedNames, write);
    if (counted.failed > 0) failedNames.add(stage.name);
    const seconds = ((Date.now() - since) / 1000).toFixed(1);
    write(`--- ${stage.name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`);
    sum = {
      passed: sum.passed + counted.passed,
      failed: sum.failed + counted.failed,
      failures: [...sum.failures, ...failuresOf(counted).map((failure) => `${stage.name}: ${failure}`)],
    };
  };
  for (const stage of stages) {
    await Promise.all((stage.needs ?? []).map((name) => beside.get(name)));
    if (stage.isBeside) beside.set(stage.name, runAndCount(stage));
    else await runAndCount(stage);
  }
  await Promise.all(beside.values());
  return sum;
}

function failuresOf({ failed, failures }: Counted): readonly string[] {
  return failures ?? (failed > 0 ? ['see above'] : []);
}

async function runStage(
  stage: Stage,
  failedNames: ReadonlySet<string>,
  write: (line: string) => void,
): Promise<Counted> {
  const lacking = (stage.needs ?? []).filter((name) => failedNames.has(name));
  if (lacking.length > 0) {
    write(`left out: it needs ${lacking.join(', ')}`);
    return failedOne;
  }
  try {
    return await stage.run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    write(message);
    return { ...failedOne, failures: [message] };
  }
}
