import { useWords } from '../language.ts';
import { usePolicyNames } from './policy-names.ts';

/** `不动产权证书、购房合同 之一`: the names of materials of which one is enough. */
export function useMaterialGroup(): (anyOf: readonly string[]) => string {
  const say = useWords();
  const nameOf = usePolicyNames('material');
  return (anyOf) => {
    const names = anyOf.map(nameOf).join(say('word.listComma'));
    return anyOf.length > 1 ? say('materials.oneOf', { names }) : names;
  };
}
