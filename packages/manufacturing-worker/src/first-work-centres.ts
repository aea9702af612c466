import type { WorkCentre } from './planner.ts';
import type { Calendar } from './working-time.ts';

const shift = { opens: '08:00', closes: '20:00' };
const WEEKDAYS: Calendar = { '1': shift, '2': shift, '3': shift, '4': shift, '5': shift };
const WITH_SATURDAY: Calendar = { ...WEEKDAYS, '6': { opens: '10:00', closes: '18:00' } };
/** One machine's time on a day of twelve hours, seconds. */
const MACHINE_DAY_S = 43_200;
const first = { version: 1, time_zone: 'Europe/Moscow' };

/** The shop floor of a fresh system: whatever the tariff offers is made somewhere. */
export const FIRST_WORK_CENTRES: readonly WorkCentre[] = [
  {
    ...first,
    work_centre: 'fdm-1',
    materials: ['PLA', 'PETG'],
    processes: ['FDM'],
    capacity_seconds: 4 * MACHINE_DAY_S,
    calendar: WITH_SATURDAY,
  },
  {
    ...first,
    work_centre: 'fdm-2',
    materials: ['PLA'],
    processes: ['FDM'],
    capacity_seconds: 2 * MACHINE_DAY_S,
    calendar: WEEKDAYS,
  },
  {
    ...first,
    work_centre: 'sls-1',
    materials: ['PA12'],
    processes: ['SLS'],
    capacity_seconds: MACHINE_DAY_S,
    calendar: WEEKDAYS,
  },
  {
    ...first,
    work_centre: 'sla-1',
    materials: ['RESIN'],
    processes: ['SLA'],
    capacity_seconds: 2 * MACHINE_DAY_S,
    calendar: WEEKDAYS,
  },
];
