import { expect, it } from 'vitest';
import { citedArticle } from '../../../../electron/station/documents/citations.ts';
import { readPackFolder } from '../../../../electron/station/policy/read-pack-folder.ts';
import { formsFolder } from '../print/print-rig.ts';

const pack = readPackFolder(`${formsFolder}/../policy/liaoyuan`);

it('a paper names its legal basis as laws are numbered', () => {
  const [doc = ''] = [...pack.sources.keys()].filter((id) => !id.includes('opinion'));
  const cited = (article: string) => citedArticle(pack, { doc, article }).replace(/^《.*》/u, '');
  expect(['4', '10', '11', '20', '33', '96', '100', '105', '112'].map(cited)).toEqual(
    ['四', '十', '十一', '二十', '三十三', '九十六', '一百', '一百零五', '一百一十二'].map((number) => `第${number}条`),
  );
  expect(citedArticle(pack, { doc: 'liaoyuan-opinion', article: '11' })).toContain('第（十一）条');
  expect(cited('可出具事项')).toBe('（可出具事项）');
});
