import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { Residence } from '../../../shared/domain/residence-records.ts';
import { cancelPermit } from '../../../shared/register/changes/cancel-permit.ts';
import { changePermit } from '../../../shared/register/changes/change-permit.ts';
import { endWords } from '../../../shared/register/end-words.ts';
import { moveReasonNames } from '../../../shared/register/move-reasons.ts';

const kept = [
  ...Object.values(endWords),
  ...Object.values(moveReasonNames),
  ...Residence.shape.endReason.unwrap().options,
  ...(cancelPermit.fields.reason?.values ?? []),
  ...(changePermit.fields.reason?.values ?? []),
  'lost',
];

describe('why something ended', () => {
  it('is told in both languages, whatever the register keeps of it', () => {
    const words = (tree: Readonly<Record<string, string>>) => kept.filter((reason) => !Object.hasOwn(tree, reason));
    expect(kept.length).toBeGreaterThan(25);
    expect(words(zh.recordValue.endReason)).toEqual([]);
    expect(words(en.recordValue.endReason)).toEqual([]);
  });

  it('is told without a Chinese character to whoever reads English', () => {
    expect(Object.values(en.recordValue.endReason).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
