// Times are strings in the one stored form, YYYY-MM-DDTHH:MM:SS.sssZ.

export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);
export const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
export const millisecondsBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
export const plusSeconds = (time: string, seconds: number): string =>
  new Date(Date.parse(time) + seconds * 1000).toISOString();

/** True once `at` lies after the deadline; the deadline itself is still in time. */
export const passed = (deadline: string, at: string): boolean => Date.parse(at) > Date.parse(deadline);
