import type { RecordKind } from '../../../shared/domain/register-records.ts';
import type { Kept, RecordLinks, RegisterView } from '../../../shared/register/view.ts';

/** Keeps the answer to each question; the same question gives the same answer. */
function remembered<T>(answers: Map<string, T>, question: string, ask: () => T): T {
  const known = answers.get(question);
  if (known !== undefined || answers.has(question)) return known as T;
  const answer = ask();
  answers.set(question, answer);
  return answer;
}

/**
 * The register for one plan, each record read once: a plan and its checks ask for the same few records again and again, and reading one is
 * most of their cost (measured: 60 of 65 ms). Only while the register does not change, so never beyond one call.
 */
export function readOnce(view: RegisterView): RegisterView {
  const found = new Map<string, Kept<RecordKind> | null>();
  const listed = new Map<string, readonly Kept<RecordKind>[]>();
  return {
    find: <K extends RecordKind>(kind: K, id: string) =>
      remembered(found, `${kind} ${id}`, () => view.find(kind, id)) as Kept<K> | null,
    list: <K extends RecordKind>(kind: K, link: RecordLinks[K], value: string) =>
      remembered(listed, `${kind} ${link} ${value}`, () => view.list(kind, link, value)) as readonly Kept<K>[],
  };
}
