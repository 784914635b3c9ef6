import type { FieldChange } from '../../shared/contract/register.ts';
import { codeName } from '../../shared/domain/codes.ts';
import { findPoliceOrg } from '../../shared/domain/police-orgs.ts';
import { amendedWords } from '../../shared/register/amend-paper.ts';
import { findPersonField } from '../case/fields.ts';
import { showValue } from '../fields/kinds.ts';
import { useLanguage, useWords } from '../language.ts';
import { en } from '../locales/en/index.ts';
import { zh } from '../locales/zh/index.ts';
import { useCertificateName } from '../words/certificate-names.ts';
import { listWords } from './record-list.ts';

const words = { zh, en } as const;

/** A record named by nothing but its id: that there is one is all that can be told. */
const recordId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Changed = Pick<FieldChange, 'kind' | 'field'>;

function lookUp(group: object, key: string): unknown {
  return Object.entries(group).find(([known]) => known === key)?.[1];
}

/** The name of a field of the register; the field itself where a newer registry sends one this program has no word for. */
export function useRecordFieldName(): (changed: Changed) => string {
  const language = useLanguage();
  return ({ kind, field }) => {
    const entered = kind === 'person' ? lookUp(words[language].field, field) : undefined;
    const known = entered ?? lookUp(words[language].recordField, field);
    return typeof known === 'string' ? known : field;
  };
}

type Tell = (changed: Changed, value: string) => string | null;

/** Values with names of their own: a kind of certificate, a station, what is neither code nor text. */
function useNamed(): Tell {
  const language = useLanguage();
  const certificateName = useCertificateName();
  return ({ kind, field }, value) => {
    if (kind === 'certificate' && field === 'kind') return certificateName(value);
    if (field === 'stationCode') return findPoliceOrg(value)?.[language] ?? value;
    const fixed = lookUp(lookUp(words[language].recordValue, field) ?? {}, value);
    return typeof fixed === 'string' ? fixed : null;
  };
}

/** Codes by the names of their tables. */
function useCoded(): Tell {
  const language = useLanguage();
  const say = useWords();
  return ({ kind, field }, value) => {
    if (kind === 'membership' && field === 'relation') return codeName('relation', value, language);
    const entered = kind === 'person' ? findPersonField(field) : null;
    return entered === null || entered.kind === 'choice' ? null : showValue(entered, value, { language, say });
  };
}

/** How a value of the register reads: codes, lists and fixed values by their names, everything else as it is. */
export function useRecordValue(): (changed: Changed, value: string | null) => string {
  const say = useWords();
  const [named, coded] = [useNamed(), useCoded()];
  return (changed, value) => {
    if (value === null || value === '') return say('historyList.nothing');
    const known = named(changed, value);
    if (known !== null) return known;
    if (value === 'true' || value === 'false') return say(value === 'true' ? 'word.yes' : 'word.no');
    if (recordId.test(value) || changed.field === 'photoId') return say('historyList.given');
    if (changed.field === 'endReason' && value.startsWith(amendedWords))
      return say('historyList.amended', { why: value.slice(amendedWords.length) });
    return coded(changed, value) ?? listWords(changed.field, value, say) ?? value;
  };
}
