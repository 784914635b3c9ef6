import { useBilingual } from '../language.ts';
import { useCall } from '../queries.ts';

/** The name of a kind of certificate in the pack's own words; nothing until they are read, the id itself when the pack does not name it. */
export function useCertificateName(): (id: string) => string {
  const inLanguage = useBilingual();
  const { data } = useCall('policy.certificates', {});
  return (id) => {
    if (data === undefined) return '';
    const names = data.find((it) => it.id === id)?.names;
    return names === undefined ? id : inLanguage(names);
  };
}
