import type { Person } from '../../shared/domain/records.ts';
import type { Counter } from './counter.ts';
import type { Errand } from './errand.ts';

/** Somebody moves to another city, which gives them a migration certificate: begun on their page. */
export function moveOut({ entry, form, register }: Counter, person: Person): Pick<Required<Errand>, 'begin' | 'enter'> {
  return {
    begin: async () => {
      await register.openPerson(person);
      await register.begin('hkqc');
    },
    enter: async () => {
      await entry.goOnTo('登记事项');
      await form.fill({
        迁出人员: { tick: [person.name] },
        迁往地行政区划: { type: '220104' },
        迁往地址: { type: '吉林省长春市朝阳区示例路一号' },
        迁移原因: { pick: '务工' },
      });
    },
  };
}
