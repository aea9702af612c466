import { join } from 'node:path';
import { writeSecretJson } from '@order-ledger/platform/secret-file';

/** Who may be signed in as on the web page of `npm start`. */
export interface Person {
  id: string;
  name: string;
  system: 'MES' | 'CRM';
  roles: readonly string[];
}

const person = (id: string, name: string, system: Person['system'], ...roles: string[]): Person => ({
  id,
  name,
  system,
  roles,
});

/** Somebody of each kind that looks at the page, and two who can be after the same order. */
export const PEOPLE: readonly Person[] = [
  person('o.smirnov', 'Олег Смирнов', 'MES', 'mes.operator'),
  person('m.volkova', 'Марина Волкова', 'MES', 'mes.operator'),
  person('r.safin', 'Рустам Сафин', 'MES', 'mes.operator', 'mes.packer'),
  person('t.egorova', 'Татьяна Егорова', 'MES', 'mes.packer'),
  person('v.sokolova', 'Вера Соколова', 'MES', 'mes.quality'),
  person('p.orlov', 'Павел Орлов', 'MES', 'mes.lead'),
  person('a.lebedeva', 'Анна Лебедева', 'CRM', 'crm.agent'),
  person('d.kuznetsov', 'Дмитрий Кузнецов', 'CRM', 'crm.supervisor'),
  person('i.popova', 'Ирина Попова', 'CRM', 'analyst'),
  person('s.morozov', 'Сергей Морозов', 'CRM', 'ops'),
  person('e.fedorova', 'Елена Фёдорова', 'CRM', 'admin'),
];

/** Where query-api reads them. */
export const writePeople = (data: string): string => {
  const file = join(data, 'people.json');
  writeSecretJson(file, PEOPLE);
  return file;
};
